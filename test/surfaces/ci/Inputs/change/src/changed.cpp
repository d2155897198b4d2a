// With the change: Wheel -> car -> Car -> wheel -> Wheel
#include "car.h"
void drive() {
  auto car = std::make_shared<Car>();
  car->wheel = std::make_shared<Wheel>();
  auto wheel = car->wheel;
  wheel->car = car;
}
