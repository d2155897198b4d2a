// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Hardware layer: pins call their handler on every edge.

class Pin {
public:
    void attach(std::function<void(bool)> h) { handler_ = std::move(h); }
    void level(bool up) {
        if (up != up_ && handler_) handler_(up);
        up_ = up;
    }

private:
    bool up_ = false;
    std::function<void(bool)> handler_;
};

class Counter : public std::enable_shared_from_this<Counter> {
public:
    explicit Counter(std::string label) : label_(std::move(label)) {}

    std::shared_ptr<Counter> arm() {
        input_.attach(std::bind(&Counter::edge, shared_from_this(), std::placeholders::_1, 1));
        return shared_from_this();
    }

    // Counts double; the object is only referred to.
    std::shared_ptr<Counter> armDouble() {
        input_.attach(std::bind(&Counter::edge, this, std::placeholders::_1, 2));
        return shared_from_this();
    }

    Pin& input() { return input_; }
    std::string text() const { return label_ + " " + std::to_string(count_); }

private:
    void edge(bool up, int weight) {
        if (up) count_ += weight;
    }

    std::string label_;
    int count_ = 0;
    Pin input_;
};

static void blink(Pin& p, int n) {
    for (int i = 0; i < 2 * n; ++i) p.level(i % 2 == 0);
}

static void scenario() {
    auto slow = std::make_shared<Counter>("slow");
    auto fast = std::make_shared<Counter>("fast");
    slow->arm();
    fast->armDouble();
    blink(slow->input(), 3);
    blink(fast->input(), 3);
    std::cout << slow->text() << '\n' << fast->text() << '\n';
    // Modes can be changed at any time.
    slow->armDouble();
    fast->arm();
    blink(slow->input(), 1);
    blink(fast->input(), 1);
    std::cout << slow->text() << '\n' << fast->text() << '\n';
}

int main() {
    scenario();
    return 0;
}
