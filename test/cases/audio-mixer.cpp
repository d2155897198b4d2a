// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Channels read their gain from the mixer's settings block; the handle they
// get makes sure the block stays valid.

struct GainSettings {
    int master = 100;
    int headroom = 10;
};

class Channel {
public:
    Channel(std::string name, int level, std::shared_ptr<const GainSettings> gains)
        : name_(std::move(name)), level_(level), gains_(std::move(gains)) {}

    int output() const {
        const int v = level_ * gains_->master / 100;
        return v > 100 - gains_->headroom ? 100 - gains_->headroom : v;
    }
    const std::string& name() const { return name_; }

private:
    std::string name_;
    int level_;
    std::shared_ptr<const GainSettings> gains_;
};

class Mixer : public std::enable_shared_from_this<Mixer> {
public:
    explicit Mixer(std::string desk) : desk_(std::move(desk)) {}

    std::shared_ptr<Channel> addChannel(const std::string& name, int level) {
        std::shared_ptr<const GainSettings> gains(shared_from_this(), &gains_);
        channels_.push_back(std::make_shared<Channel>(name, level, std::move(gains)));
        return channels_.back();
    }

    void setMaster(int v) { gains_.master = v; }

    int sum() const {
        int s = 0;
        for (const auto& c : channels_) s += c->output();
        return s;
    }

    void print() const {
        std::cout << desk_ << ':';
        for (const auto& c : channels_) std::cout << ' ' << c->name() << '=' << c->output();
        std::cout << " sum=" << sum() << '\n';
    }

private:
    std::string desk_;
    GainSettings gains_;
    std::vector<std::shared_ptr<Channel>> channels_;
};

static void scenario() {
    auto live = std::make_shared<Mixer>("live");
    live->addChannel("voice", 80);
    live->addChannel("drums", 140);
    auto bass = live->addChannel("bass", 60);
    live->print();
    live->setMaster(50);
    live->print();
    std::cout << bass->name() << ' ' << bass->output() << '\n';

    auto studio = std::make_shared<Mixer>("studio");
    studio->addChannel("piano", 95);
    studio->print();
}

int main() {
    scenario();
    return 0;
}
