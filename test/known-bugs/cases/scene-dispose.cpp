// Missed: one override of the teardown does not call that of its base.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Scene nodes are disposed explicitly, from the root downwards.

class Node : public std::enable_shared_from_this<Node> {
public:
    explicit Node(std::string name) : name_(std::move(name)) {}
    virtual ~Node() = default;

    std::shared_ptr<Node> add(std::shared_ptr<Node> child) {
        child->parent_ = shared_from_this();
        children_.emplace_back(child);
        return child;
    }

    virtual void dispose() {
        for (auto& c : children_) c->dispose();
        children_.clear();
        parent_.reset();
    }

    std::string path() const { return parent_ ? parent_->path() + "." + name_ : name_; }

    int count() const {
        int n = 1;
        for (const auto& c : children_) n += c->count();
        return n;
    }

protected:
    std::string name_;

private:
    std::shared_ptr<Node> parent_;
    std::vector<std::shared_ptr<Node>> children_;
};

class Mesh : public Node {
public:
    Mesh(std::string name, int triangles) : Node(std::move(name)), triangles_(triangles) {}
    void dispose() override {
        std::cout << "mesh " << name_ << " frees " << triangles_ << " triangles\n";
        triangles_ = 0;
        Node::dispose();
    }

private:
    int triangles_;
};

class Light : public Node {
public:
    using Node::Node;
    void switchOn() { on_ = true; }
    void dispose() override {
        if (on_) std::cout << "light " << name_ << " off\n";
        on_ = false;
    }

private:
    bool on_ = false;
};

static void scenario(bool lit) {
    auto root = std::make_shared<Node>("scene");
    auto car = root->add(std::make_shared<Mesh>("car", 1200));
    car->add(std::make_shared<Mesh>("wheel", 64));
    if (lit) {
        auto lamp = std::make_shared<Light>("lamp");
        lamp->switchOn();
        car->add(lamp);
        std::cout << lamp->add(std::make_shared<Mesh>("bulb", 12))->path() << '\n';
    }
    std::cout << root->count() << " nodes\n";
    root->dispose();
    std::cout << root->count() << " nodes\n";
}

int main() {
    scenario(false);
    scenario(true);
    return 0;
}
