// RUN: %check_default %s -- %mock | count 0
//
// A tree whose nodes are const from their creation.
//
//   Sum -left-> Expression -right-> Expression

#include <memory>

struct Expression {
  virtual ~Expression() = default;
};
class Number : public Expression {};
class Sum : public Expression {
public:
  Sum(std::shared_ptr<const Expression> l, std::shared_ptr<const Expression> r)
      : left(std::move(l)), right(std::move(r)) {}

private:
  const std::shared_ptr<const Expression> left;
  const std::shared_ptr<const Expression> right;
};
std::shared_ptr<const Expression> twice(std::shared_ptr<const Expression> e) {
  return std::make_shared<const Sum>(e, e);
}
