#pragma once
#include <memory>
struct Car;
struct Wheel {
  std::shared_ptr<Car> car;
};
struct Car {
  std::shared_ptr<Wheel> wheel;
};
