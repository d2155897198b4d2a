// Two filled containers that are swapped still hold what they held, by the
// function as by the member.
//
//   Scene -cast-> Actor -scene-> Scene
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DMEMBER | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DEMPTIED | count 0

#include <memory>
#include <utility>
#include <vector>

struct Scene;
struct Actor {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Actor::scene' keeps its own owner alive
  std::shared_ptr<Scene> scene;
};
struct Scene : std::enable_shared_from_this<Scene> {
  std::vector<std::shared_ptr<Actor>> cast;
  void add(std::shared_ptr<Actor> actor) {
    actor->scene = shared_from_this();
    cast.push_back(actor);
  }
  void give(Scene &other) {
    for (auto &actor : cast)
      actor->scene = other.shared_from_this();
#if defined(EMPTIED)
    std::vector<std::shared_ptr<Actor>> none;
    std::swap(cast, none);
#elif defined(MEMBER)
    cast.swap(other.cast);
#else
    std::swap(cast, other.cast);
#endif
  }
};
int main() {
  auto first = std::make_shared<Scene>();
  auto second = std::make_shared<Scene>();
  first->add(std::make_shared<Actor>());
  first->give(*second);
}
