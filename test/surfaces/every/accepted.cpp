// Whoever accepts one hop accepts the cycle, in each spelling that clang-tidy
// knows.
//
//     Parent -kids-> Child -parent-> Parent
//
// RUN: %every_surface %s %t -- %mock | count 1
#include <memory>
#include <vector>

namespace on_the_line {
struct Parent;
struct Child {
  std::shared_ptr<Parent> parent; // NOLINT(ownership-shared-ptr-cycle)
};
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
} // namespace on_the_line

namespace on_the_next_line {
struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Parent {
  // NOLINTNEXTLINE
  std::vector<std::shared_ptr<Child>> kids;
};
} // namespace on_the_next_line

namespace in_a_block {
struct Parent;
// NOLINTBEGIN(ownership-*)
struct Child {
  std::shared_ptr<Parent> parent;
};
// NOLINTEND(ownership-*)
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
} // namespace in_a_block
