// Without the change no cycle: Wheel -> car (weak)
#include "car.h"
void drive() {
  auto car = std::make_shared<Car>();
  car->wheel = std::make_shared<Wheel>();
  car->wheel->car = car;
}
