// RUN: %judge_case %s %t

#include <algorithm>
#include <deque>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

namespace sim {

class Colony;

class Ant {
public:
    using P = std::shared_ptr<Ant>;

    static P spawn(const std::shared_ptr<Colony>& home, int x, int y);

    void act(unsigned rnd);
    std::pair<int, int> pos() const { return {x_, y_}; }
    int carried() const { return carried_; }

private:
    Ant() = default;

    std::shared_ptr<Colony> home_;
    int x_ = 0;
    int y_ = 0;
    int carried_ = 0;
};

class Colony {
public:
    explicit Colony(unsigned seed, int size) : seed_(seed), size_(size) {}

    void enlist(Ant::P a) { ants_.push_back(std::move(a)); }

    void tick() {
        // The first ant of the round moves to the back of the queue.
        std::rotate(ants_.begin(), ants_.begin() + 1, ants_.end());
        for (auto& a : ants_) a->act(next());
    }

    bool takeFood(int x, int y) {
        if ((x * 7 + y * 3) % 5 != 0 || food_ == 0) return false;
        --food_;
        return true;
    }

    int wrap(int v) const { return (v % size_ + size_) % size_; }
    int food() const { return food_; }
    const std::deque<Ant::P>& ants() const { return ants_; }

private:
    unsigned next() {
        seed_ = seed_ * 1103515245u + 12345u;
        return seed_ >> 16;
    }

    unsigned seed_;
    int size_;
    int food_ = 20;
    std::deque<Ant::P> ants_;
};

Ant::P Ant::spawn(const std::shared_ptr<Colony>& home, int x, int y) {
    P a(new Ant);
    a->home_ = home;
    a->x_ = x;
    a->y_ = y;
    home->enlist(a);
    return a;
}

void Ant::act(unsigned rnd) {
    switch (rnd % 4) {
        case 0: x_ = home_->wrap(x_ + 1); break;
        case 1: x_ = home_->wrap(x_ - 1); break;
        case 2: y_ = home_->wrap(y_ + 1); break;
        default: y_ = home_->wrap(y_ - 1); break;
    }
    if (home_->takeFood(x_, y_)) ++carried_;
}

}  // namespace sim

static void experiment(unsigned seed, int ticks) {
    auto colony = std::make_shared<sim::Colony>(seed, 8);
    for (int i = 0; i < 3; ++i) sim::Ant::spawn(colony, i, i);
    for (int t = 0; t < ticks; ++t) colony->tick();
    int carried = 0;
    for (const auto& a : colony->ants()) carried += a->carried();
    std::cout << "seed " << seed << ": carried " << carried << " left " << colony->food()
              << (carried + colony->food() == 20 ? " ok" : " lost food") << '\n';
}

int main() {
    experiment(1, 10);
    experiment(77, 25);
    return 0;
}
