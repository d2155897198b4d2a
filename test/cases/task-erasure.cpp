// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Signals without the standard function wrapper: slots are stored behind a
// small interface of our own.

class SlotBase {
public:
    virtual ~SlotBase() = default;
    virtual void call(int arg) = 0;
};

template <class F>
class Slot : public SlotBase {
public:
    explicit Slot(F f) : f_(std::move(f)) {}
    void call(int arg) override { f_(arg); }

private:
    F f_;
};

class Signal {
public:
    template <class F>
    void connect(F f) {
        slots_.push_back(std::unique_ptr<SlotBase>(new Slot<F>(std::move(f))));
    }
    void operator()(int arg) const {
        for (const auto& s : slots_) s->call(arg);
    }
    std::size_t size() const { return slots_.size(); }

private:
    std::vector<std::unique_ptr<SlotBase>> slots_;
};

class Slider {
public:
    explicit Slider(std::string name) : name_(std::move(name)) {}

    void set(int v) {
        if (v == value_) return;
        value_ = v;
        changed(v);
    }
    int value() const { return value_; }
    const std::string& name() const { return name_; }

    Signal changed;

private:
    std::string name_;
    int value_ = 0;
};

// Moves both sliders together.
static void gang(const std::shared_ptr<Slider>& a, const std::shared_ptr<Slider>& b) {
    a->changed.connect([b](int v) { b->set(v); });
    b->changed.connect([a](int v) { a->set(v); });
}

static void follow(const std::shared_ptr<Slider>& leader, const std::shared_ptr<Slider>& other) {
    leader->changed.connect([other](int v) { other->set(v / 2); });
}

static void scenario() {
    auto left = std::make_shared<Slider>("left");
    auto right = std::make_shared<Slider>("right");
    auto sub = std::make_shared<Slider>("sub");
    gang(left, right);
    follow(right, sub);
    int moves = 0;
    sub->changed.connect([&moves](int) { ++moves; });
    left->set(40);
    right->set(60);
    for (const auto& s : {left, right, sub}) std::cout << s->name() << '=' << s->value() << " slots " << s->changed.size() << '\n';
    std::cout << "sub moved " << moves << '\n';
}

int main() {
    scenario();
    return 0;
}
