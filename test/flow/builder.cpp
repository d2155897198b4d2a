// RUN: %check_default %s -- %mock | count 0
//
// A builder holds what it builds, which holds older builders only.
//
//   Query -origin-> Builder -last-> Query

#include <memory>

class Query;
class Builder {
public:
  void use(std::shared_ptr<Query> q) { last = q; }

private:
  std::shared_ptr<Query> last;
};
class Query {
public:
  explicit Query(std::shared_ptr<Builder> b) : origin(b) {}

private:
  std::shared_ptr<Builder> origin;
};
int main() {
  auto first = std::make_shared<Builder>();
  auto query = std::make_shared<Query>(first);
  auto second = std::make_shared<Builder>();
  second->use(query);
}
