// RUN: %judge_case %s %t

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace rx {

template <typename T>
class Stream;

template <typename T>
class Subscription {
public:
    Subscription(std::shared_ptr<Stream<T>> source, std::function<void(const T&)> sink)
        : source_(std::move(source)), sink_(std::move(sink)) {}

    void deliver(const T& v) {
        if (!active_) return;
        ++delivered_;
        sink_(v);
    }

    // Pausing keeps the subscription registered with its source.
    void pause() { active_ = false; }
    void resume() { active_ = true; }
    int missed() const { return source_->published() - delivered_; }

private:
    std::shared_ptr<Stream<T>> source_;
    std::function<void(const T&)> sink_;
    bool active_ = true;
    int delivered_ = 0;
};

template <typename T>
class Stream : public std::enable_shared_from_this<Stream<T>> {
public:
    using Sub = std::shared_ptr<Subscription<T>>;

    Sub subscribe(std::function<void(const T&)> sink) {
        auto s = std::make_shared<Subscription<T>>(this->shared_from_this(), std::move(sink));
        subs_.push_back(s);
        return s;
    }

    void publish(const T& v) {
        ++published_;
        std::for_each(subs_.begin(), subs_.end(), [&v](const Sub& s) { s->deliver(v); });
    }

    int published() const { return published_; }

private:
    std::vector<Sub> subs_;
    int published_ = 0;
};

}  // namespace rx

static void telemetry() {
    auto temps = std::make_shared<rx::Stream<double>>();
    auto names = std::make_shared<rx::Stream<std::string>>();
    double peak = 0;
    std::string joined;
    temps->subscribe([&peak](const double& t) { peak = std::max(peak, t); });
    auto display = temps->subscribe([](const double& t) { std::cout << "display " << t << '\n'; });
    names->subscribe([&joined](const std::string& s) { joined += s + ","; });

    temps->publish(20.5);
    display->pause();
    temps->publish(31.5);
    names->publish("core0");
    display->resume();
    temps->publish(25);
    names->publish("core1");
    std::cout << "peak " << peak << " missed " << display->missed() << '\n';
    std::cout << joined << '\n';
}

int main() {
    telemetry();
    return 0;
}
