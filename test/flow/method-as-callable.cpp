// RUN: %check_default %s -- -std=c++20 | FileCheck %s --implicit-check-not=warning:
//
// A method that is named, rather than called, does the same to what it is
// called for.
//
//   Parent -children-> Child -parent-> Parent

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

template <typename How> struct Parent;
template <typename How> struct Child {
  void detach() { parent.reset(); }
  void greet() {}
  std::shared_ptr<Parent<How>> parent;
};
template <typename How>
struct Parent : std::enable_shared_from_this<Parent<How>> {
  void add() {
    auto child = std::make_shared<Child<How>>();
    child->parent = this->shared_from_this();
    children.push_back(child);
  }
  void close() { How::close(children); }
  std::vector<std::shared_ptr<Child<How>>> children;
};
template <typename How> void live() {
  auto parent = std::make_shared<Parent<How>>();
  parent->add();
  parent->close();
}

template <typename T> using Element = typename T::value_type::element_type;

struct ByMemFn {
  template <typename T> static void close(T &children) {
    std::for_each(children.begin(), children.end(),
                  std::mem_fn(&Element<T>::detach));
  }
};
struct ByBind {
  template <typename T> static void close(T &children) {
    std::for_each(children.begin(), children.end(),
                  std::bind(&Element<T>::detach, std::placeholders::_1));
  }
};
struct ByInvoke {
  template <typename T> static void close(T &children) {
    for (auto &child : children)
      std::invoke(&Element<T>::detach, child);
  }
};
struct ByPointer {
  template <typename T> static void close(T &children) {
    const auto detach = &Element<T>::detach;
    for (auto &child : children)
      (child.get()->*detach)();
  }
};
struct ByVariable {
  template <typename T> static void close(T &children) {
    auto detach = std::mem_fn(&Element<T>::detach);
    for (auto &child : children)
      detach(child);
  }
};
struct OnRange {
  template <typename T> static void close(T &children) {
    std::ranges::for_each(children, &Element<T>::detach);
  }
};
struct OnRangeByLambda {
  template <typename T> static void close(T &children) {
    std::ranges::for_each(children, [](auto &child) { child->detach(); });
  }
};
template void live<ByMemFn>();
template void live<ByBind>();
template void live<ByInvoke>();
template void live<ByPointer>();
template void live<ByVariable>();
template void live<OnRange>();
template void live<OnRangeByLambda>();

struct Other {
  template <typename T> static void close(T &children) {
    std::for_each(children.begin(), children.end(),
                  std::mem_fn(&Element<T>::greet));
  }
};
template void live<Other>();
// CHECK: warning: 'Child::parent' keeps its own owner alive: Child<Other>
