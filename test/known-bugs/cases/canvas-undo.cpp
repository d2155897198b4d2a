// Missed: a bind stored in a pair of functions on a stack.
// XFAIL: *
// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <stack>
#include <string>
#include <utility>
#include <vector>

// Drawing with undo and redo as bound calls of free functions.

class Drawing {
public:
    explicit Drawing(std::string name) : name_(std::move(name)) {}

    std::vector<std::string> shapes;

    void perform(std::function<void()> act, std::function<void()> revert) {
        act();
        undo_.push(std::make_pair(std::move(act), std::move(revert)));
        redo_ = Stack();
    }

    bool undo() { return shift(undo_, redo_, true); }
    bool redo() { return shift(redo_, undo_, false); }

    std::string text() const {
        std::string s = name_ + ":";
        for (const auto& x : shapes) s += " " + x;
        return s;
    }

private:
    using Change = std::pair<std::function<void()>, std::function<void()>>;
    using Stack = std::stack<Change>;

    static bool shift(Stack& from, Stack& to, bool revert) {
        if (from.empty()) return false;
        Change c = std::move(from.top());
        from.pop();
        (revert ? c.second : c.first)();
        to.push(std::move(c));
        return true;
    }

    std::string name_;
    Stack undo_;
    Stack redo_;
};

static void addShape(const std::shared_ptr<Drawing>& d, const std::string& s) { d->shapes.push_back(s); }
static void dropLast(const std::shared_ptr<Drawing>& d) { d->shapes.pop_back(); }

static void draw(const std::shared_ptr<Drawing>& d, const std::string& shape) {
    d->perform(std::bind(addShape, d, shape), std::bind(dropLast, d));
}

static void scenario() {
    auto plan = std::make_shared<Drawing>("plan");
    auto empty = std::make_shared<Drawing>("empty");
    draw(plan, "line");
    draw(plan, "circle");
    plan->undo();
    std::cout << plan->text() << '\n';
    plan->redo();
    draw(plan, "arc");
    std::cout << plan->text() << '\n';
    while (plan->undo()) {
    }
    std::cout << plan->text() << '\n' << empty->text() << ' ' << empty->undo() << '\n';
}

int main() {
    scenario();
    return 0;
}
