// RUN: %check_tidy %s -- %mock | count 0

// Classes that are only declared here may hold anything elsewhere: nothing is
// known, so nothing is said.

#include <memory>
#include <vector>

class Impl;
class Facade {
  std::shared_ptr<Impl> impl;
  std::unique_ptr<Impl> unique;
  std::vector<std::shared_ptr<Impl>> many;
};
template <typename T> class Unknown;
struct Holder {
  std::shared_ptr<Unknown<Holder>> unknown;
};
