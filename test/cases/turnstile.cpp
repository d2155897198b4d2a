// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Turnstile automaton. The states have no data of their own and are shared by
// all gates of one operator.

class Gate;

class State {
public:
    virtual ~State() = default;
    virtual void coin(Gate& g) const = 0;
    virtual void push(Gate& g) const = 0;
    virtual std::string name() const = 0;
};
using StatePtr = std::shared_ptr<const State>;

struct StateSet {
    StatePtr locked;
    StatePtr unlocked;
};

class Gate {
public:
    explicit Gate(std::shared_ptr<const StateSet> set) : set_(std::move(set)), state_(set_->locked) {}

    void coin() { StatePtr(state_)->coin(*this); }
    void push() { StatePtr(state_)->push(*this); }

    void unlock() { state_ = set_->unlocked; }
    void lock() { state_ = set_->locked; }
    void keep(int c) { cents_ += c; }
    void pass() { ++passed_; }

    void print() const { std::cout << state_->name() << " passed=" << passed_ << " cents=" << cents_ << '\n'; }

private:
    std::shared_ptr<const StateSet> set_;
    StatePtr state_;
    int cents_ = 0;
    int passed_ = 0;
};

class Locked : public State {
public:
    void coin(Gate& g) const override {
        g.keep(50);
        g.unlock();
    }
    void push(Gate&) const override {}
    std::string name() const override { return "locked"; }
};

class Unlocked : public State {
public:
    explicit Unlocked(StatePtr fallback) : fallback_(std::move(fallback)) {}
    void coin(Gate& g) const override { g.keep(50); }
    void push(Gate& g) const override {
        g.pass();
        g.lock();
    }
    std::string name() const override { return "unlocked (else " + fallback_->name() + ")"; }

private:
    StatePtr fallback_;
};

static void scenario() {
    auto set = std::make_shared<StateSet>();
    set->locked = std::make_shared<Locked>();
    set->unlocked = std::make_shared<Unlocked>(set->locked);
    std::vector<std::shared_ptr<Gate>> gates;
    for (int i = 0; i < 2; ++i) gates.push_back(std::make_shared<Gate>(set));
    for (char c : std::string("pcpccp")) {
        if (c == 'c') gates[0]->coin();
        if (c == 'p') gates[0]->push();
        if (c == 'c') gates[1]->coin();
    }
    for (const auto& g : gates) g->print();
}

int main() {
    scenario();
    return 0;
}
