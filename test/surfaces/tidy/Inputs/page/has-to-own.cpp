#include <memory>

struct Wheel;
struct Car {
  std::shared_ptr<Wheel> wheel;
};
struct Wheel {
  std::shared_ptr<Car> car;
};

std::shared_ptr<Wheel> make() {
  auto wheel = std::make_shared<Wheel>();
  wheel->car = std::make_shared<Car>();
  wheel->car->wheel = wheel;
  return wheel;
}
