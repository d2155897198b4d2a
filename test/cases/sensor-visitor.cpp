// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Shared pointers and lambdas are used a lot here, but nothing is stored.

class Node : public std::enable_shared_from_this<Node> {
public:
    Node(std::string n, int v) : name_(std::move(n)), value_(v) {}

    std::shared_ptr<Node> add(std::shared_ptr<Node> c) {
        children_.push_back(std::move(c));
        return shared_from_this();
    }

    // The visitor gets the node and the node it was reached from.
    void visit(const std::function<void(std::shared_ptr<Node>, std::shared_ptr<Node>)>& fn, std::shared_ptr<Node> from = nullptr) {
        auto self = shared_from_this();
        fn(self, from);
        for (const auto& c : children_) c->visit(fn, self);
    }

    template <class Pred>
    std::vector<std::shared_ptr<Node>> select(Pred p) {
        std::vector<std::shared_ptr<Node>> out;
        auto self = shared_from_this();
        std::function<void(const std::shared_ptr<Node>&)> go = [&go, &out, &p, self](const std::shared_ptr<Node>& n) {
            if (n == self || p(*n)) out.push_back(n);
            for (const auto& c : n->children_) go(c);
        };
        go(self);
        return out;
    }

    int value() const { return value_; }
    void raise(int by) { value_ += by; }
    const std::string& name() const { return name_; }

private:
    std::string name_;
    int value_;
    std::vector<std::shared_ptr<Node>> children_;
};

struct Pair {
    std::shared_ptr<Node> child;
    std::shared_ptr<Node> parent;
};

static std::vector<Pair> edges(const std::shared_ptr<Node>& root) {
    std::vector<Pair> out;
    root->visit([&out, root](std::shared_ptr<Node> n, std::shared_ptr<Node> from) {
        if (n != root) out.push_back(Pair{std::move(n), std::move(from)});
    });
    return out;
}

static void scenario() {
    auto plant = std::make_shared<Node>("plant", 0);
    plant->add(std::make_shared<Node>("pump", 7)->add(std::make_shared<Node>("valve", 2)))
        ->add(std::make_shared<Node>("boiler", 9));
    for (const auto& e : edges(plant)) {
        e.parent->raise(e.child->value());
        std::cout << e.parent->name() << " > " << e.child->name() << '\n';
    }
    for (const auto& n : plant->select([limit = 8](const Node& n) { return n.value() > limit; }))
        std::cout << n->name() << '=' << n->value() << '\n';
}

int main() {
    scenario();
    return 0;
}
