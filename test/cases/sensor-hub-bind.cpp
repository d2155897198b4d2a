// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Sensor hub with callbacks registered through std::bind, the code base
// predates generic lambdas.

class SensorHub {
public:
    typedef std::function<void(int channel, int value)> Callback;

    void registerCallback(const Callback& cb) { callbacks_.push_back(cb); }

    void inject(int channel, int value) {
        for (std::size_t i = 0; i < callbacks_.size(); ++i) callbacks_[i](channel, value);
    }

private:
    std::vector<Callback> callbacks_;
};

class Recorder : public std::enable_shared_from_this<Recorder> {
public:
    Recorder(const std::shared_ptr<SensorHub>& hub, const std::string& file, int channel)
        : hub_(hub), file_(file), channel_(channel), samples_(0), sum_(0) {}

    void start() {
        using namespace std::placeholders;
        hub_->registerCallback(std::bind(&Recorder::onSample, shared_from_this(), _1, _2));
    }

    // Re-injects a calibration pulse on the channel being recorded.
    void calibrate() { hub_->inject(channel_, 0); }

    std::string summary() const {
        return file_ + ": n=" + std::to_string(samples_) + " avg=" + std::to_string(samples_ ? sum_ / samples_ : 0);
    }

private:
    void onSample(int channel, int value) {
        if (channel != channel_) return;
        ++samples_;
        sum_ += value;
    }

    std::shared_ptr<SensorHub> hub_;
    std::string file_;
    int channel_;
    int samples_;
    long sum_;
};

static void capture() {
    auto hub = std::make_shared<SensorHub>();
    std::vector<std::shared_ptr<Recorder>> recorders;
    for (int ch = 0; ch < 3; ++ch) {
        recorders.push_back(std::make_shared<Recorder>(hub, "ch" + std::to_string(ch) + ".dat", ch));
        recorders.back()->start();
    }
    for (int i = 1; i <= 6; ++i) hub->inject(i % 2, 100 * i);
    recorders[2]->calibrate();
    for (const auto& r : recorders) std::cout << r->summary() << '\n';
}

int main() {
    capture();
    std::cout << "capture finished\n";
    return 0;
}
