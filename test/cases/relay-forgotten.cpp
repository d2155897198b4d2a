// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Signals with scoped subscriptions.

class Signal {
public:
    int add(std::function<void(int)> f) {
        slots_[++last_] = std::move(f);
        return last_;
    }
    void remove(int id) { slots_.erase(id); }
    void fire(int v) const {
        for (const auto& s : slots_) s.second(v);
    }
    std::size_t size() const { return slots_.size(); }

private:
    int last_ = 0;
    std::map<int, std::function<void(int)>> slots_;
};

class Scoped {
public:
    Scoped(std::shared_ptr<Signal> s, int id) : signal_(std::move(s)), id_(id) {}
    Scoped(const Scoped&) = delete;
    Scoped& operator=(const Scoped&) = delete;
    ~Scoped() { signal_->remove(id_); }

private:
    std::shared_ptr<Signal> signal_;
    int id_;
};

class Meter : public std::enable_shared_from_this<Meter> {
public:
    explicit Meter(std::string unit) : unit_(std::move(unit)) {}

    // The subscription lasts as long as the meter.
    void watch(const std::shared_ptr<Signal>& signal) {
        auto self = shared_from_this();
        const int id = signal->add([self](int v) { self->total_ += v; });
        subscriptions_.push_back(std::make_unique<Scoped>(signal, id));
    }

    void pause() { subscriptions_.clear(); }
    std::string text() const { return std::to_string(total_) + unit_; }

private:
    std::string unit_;
    int total_ = 0;
    std::vector<std::unique_ptr<Scoped>> subscriptions_;
};

static void scenario() {
    auto power = std::make_shared<Signal>();
    auto watts = std::make_shared<Meter>("W");
    auto cost = std::make_shared<Meter>("c");
    watts->watch(power);
    cost->watch(power);
    power->fire(40);
    cost->pause();
    power->fire(5);
    std::cout << watts->text() << ' ' << cost->text() << " slots " << power->size() << '\n';
}

int main() {
    scenario();
    std::cout << "end\n";
    return 0;
}
