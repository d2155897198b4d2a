// Missed: the data decide. Only one of two pollers is cancelled.
// XFAIL: *
// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Pollers own their timer; the wheel only sees plain timers.

class Timer {
public:
    void every(int period, std::function<void()> fn) {
        period_ = period;
        fn_ = std::move(fn);
    }
    void cancel() { fn_ = nullptr; }
    void tick(int now) {
        if (fn_ && now % period_ == 0) fn_();
    }

private:
    int period_ = 1;
    std::function<void()> fn_;
};

class Wheel {
public:
    void add(std::weak_ptr<Timer> t) { timers_.push_back(std::move(t)); }
    void run(int until) {
        while (now_ < until) {
            ++now_;
            for (auto& w : timers_)
                if (auto t = w.lock()) t->tick(now_);
        }
    }

private:
    int now_ = 0;
    std::vector<std::weak_ptr<Timer>> timers_;
};

class Poller : public std::enable_shared_from_this<Poller> {
public:
    Poller(std::string device, int limit) : device_(std::move(device)), limit_(limit) {}

    void start(Wheel& wheel, int period) {
        timer_ = std::make_shared<Timer>();
        timer_->every(period, [self = shared_from_this()] { self->poll(); });
        wheel.add(timer_);
    }

    void stop() {
        timer_->cancel();
        running_ = false;
    }

    void poll() {
        if (++polls_ == limit_) running_ = false;
    }

    bool running() const { return running_; }
    std::string summary() const { return device_ + " polls=" + std::to_string(polls_) + (running_ ? " running" : " idle"); }

private:
    std::string device_;
    int limit_;
    int polls_ = 0;
    bool running_ = true;
    std::shared_ptr<Timer> timer_;
};

static void scenario() {
    Wheel wheel;
    auto modem = std::make_shared<Poller>("modem", 100);
    auto disk = std::make_shared<Poller>("disk", 5);
    modem->start(wheel, 3);
    disk->start(wheel, 2);
    wheel.run(12);
    std::cout << modem->summary() << ", " << disk->summary() << '\n';
    // Whoever is still busy is told to finish.
    if (modem->running()) modem->stop();
    if (disk->running()) disk->stop();
    wheel.run(20);
    std::cout << modem->summary() << ", " << disk->summary() << '\n';
}

int main() {
    scenario();
    return 0;
}
