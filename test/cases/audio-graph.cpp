// RUN: %judge_case %s %t

#include <concepts>
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Audio units are connected by free functions; feedback goes through a delay.

struct Unit {
    virtual ~Unit() = default;
    virtual int sample(int t) = 0;
};

template <class T>
concept HasInput = requires(T& t, std::shared_ptr<Unit> u) { t.input(u); };

class Pulse final : public Unit {
public:
    int sample(int t) override { return t % 4 == 0 ? 64 : 0; }
};

class Gain final : public Unit {
public:
    explicit Gain(int percent) : percent_(percent) {}
    void input(std::shared_ptr<Unit> u) { in_ = std::move(u); }
    int sample(int t) override { return in_ ? in_->sample(t) * percent_ / 100 : 0; }

private:
    int percent_;
    std::shared_ptr<Unit> in_;
};

class Sum final : public Unit {
public:
    void input(std::shared_ptr<Unit> u) { in_.push_back(std::move(u)); }
    int sample(int t) override {
        int s = 0;
        for (auto& i : in_) s += i->sample(t);
        return s;
    }

private:
    std::vector<std::shared_ptr<Unit>> in_;
};

class Delay final : public Unit {
public:
    void input(std::shared_ptr<Unit> u) { in_ = std::move(u); }
    int sample(int t) override { return t > 0 ? in_->sample(t - 1) : 0; }

private:
    std::shared_ptr<Unit> in_;
};

template <std::derived_from<Unit> From, HasInput To>
const std::shared_ptr<To>& operator>>(const std::shared_ptr<From>& from, const std::shared_ptr<To>& to) {
    to->input(from);
    return to;
}

static void play(const std::string& name, Unit& out, std::span<const int> times) {
    std::cout << name << ':';
    for (int t : times) std::cout << ' ' << out.sample(t);
    std::cout << '\n';
}

static void scenario() {
    const int times[] = {0, 1, 2, 3, 4, 5};
    auto dry = std::make_shared<Gain>(50);
    std::make_shared<Pulse>() >> dry;
    play("dry", *dry, times);

    auto mix = std::make_shared<Sum>();
    std::make_shared<Pulse>() >> mix;
    mix >> std::make_shared<Delay>() >> std::make_shared<Gain>(50) >> mix;
    play("echo", *mix, times);
}

int main() {
    scenario();
    return 0;
}
