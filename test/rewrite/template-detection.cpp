// A trait that asks whether an expression with the field compiles.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
template <typename T, typename = void> struct HasSiblings : std::false_type {};
template <typename T>
struct HasSiblings<
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this code depends on its type
    T, std::void_t<decltype(std::declval<T &>().parent->kids.size())>>
    : std::true_type {};
static_assert(HasSiblings<Child>::value, "");
