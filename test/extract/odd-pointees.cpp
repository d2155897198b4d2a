// RUN: %check_tidy %s -- %mock | count 0

// Shared pointers to what no class is.

#include <functional>
#include <memory>
#include <variant>
#include <vector>

enum Color { Red };
union Number {
  int whole;
  float real;
};
struct Holder {
  std::shared_ptr<void> anything;
  std::shared_ptr<const volatile void> anythingConst;
  std::shared_ptr<int> number;
  std::shared_ptr<Color> color;
  std::shared_ptr<Number> either;
  std::shared_ptr<void()> function;
  std::shared_ptr<Holder *> pointer;
  std::shared_ptr<Holder **[]> pointers;
  std::shared_ptr<int[3]> bounded;
  std::shared_ptr<std::weak_ptr<Holder>> weak;
  std::shared_ptr<int Holder::*> member;
  std::shared_ptr<std::nullptr_t> null;
  std::variant<> nothing;
  std::vector<std::vector<std::vector<int>>> numbers;
  __attribute__((vector_size(16))) float vector;
  _Complex double complex;
  _Atomic(int) atomic;
  Holder *(*(*pointerToFunction)(std::shared_ptr<Holder>))[3];
};
