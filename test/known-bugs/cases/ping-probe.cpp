// Missed: the data decide. Its own handle is not released where no answer comes.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Probes keep themselves until an answer has come, the list is for display.

class Probe : public std::enable_shared_from_this<Probe> {
public:
    explicit Probe(std::string host) : host_(std::move(host)) {}

    void send() {
        alive_ = shared_from_this();
        ++tries_;
    }

    // An answer with the right number ends the probe.
    void answer(int number) {
        if (number != tries_) {
            ++strays_;
            return;
        }
        state_ = "up";
        alive_ = nullptr;
    }

    void timeout() {
        if (state_ != "?") return;
        if (tries_ < 3) {
            send();
            return;
        }
        state_ = "down";
    }

    std::string report() const { return host_ + " " + state_ + " tries " + std::to_string(tries_) + " strays " + std::to_string(strays_); }

private:
    std::string host_;
    std::string state_ = "?";
    int tries_ = 0;
    int strays_ = 0;
    std::shared_ptr<Probe> alive_;
};

class Network {
public:
    void ping(const std::string& host) {
        auto p = std::make_shared<Probe>(host);
        p->send();
        probes_.push_back(p);
    }

    void reply(std::size_t i, int number) {
        probes_.at(i)->answer(number);
    }

    void tick() {
        for (auto& p : probes_) p->timeout();
    }

    void print() const {
        for (const auto& p : probes_) std::cout << p->report() << '\n';
    }

private:
    std::vector<std::shared_ptr<Probe>> probes_;
};

static void scenario() {
    Network net;
    for (const char* h : {"alpha", "beta", "gamma"}) net.ping(h);
    net.reply(0, 1);
    net.reply(1, 7);
    net.tick();
    net.print();
    net.reply(1, 2);
    for (int i = 0; i < 4; ++i) net.tick();
    net.print();
}

int main() {
    scenario();
    return 0;
}
