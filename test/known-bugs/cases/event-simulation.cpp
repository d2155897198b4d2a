// Missed: the data decide. Only the first run drains its queue.
// XFAIL: *
// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <queue>
#include <string>
#include <utility>
#include <vector>

// Discrete event simulation of a bank counter.

class Bank;

struct Event {
    double at;
    int serial;
    std::string what;
    std::shared_ptr<Bank> bank;
};

struct Later {
    bool operator()(const Event& a, const Event& b) const { return a.at != b.at ? a.at > b.at : a.serial > b.serial; }
};

class Bank : public std::enable_shared_from_this<Bank> {
public:
    explicit Bank(double serviceTime) : serviceTime_(serviceTime) {}

    void schedule(double at, std::string what) { agenda_.push(Event{at, serial_++, std::move(what), shared_from_this()}); }

    // Works off the agenda until closing time; what is left waits for tomorrow.
    int open(double closing) {
        int handled = 0;
        while (!agenda_.empty() && agenda_.top().at <= closing) {
            Event e = agenda_.top();
            agenda_.pop();
            handle(e);
            ++handled;
        }
        return handled;
    }

    int waiting() const { return waiting_; }
    std::size_t left() const { return agenda_.size(); }
    const std::string& log() const { return log_; }

private:
    static void handle(const Event& e) {
        Bank& b = *e.bank;
        b.log_ += e.what[0];
        if (e.what == "arrive") {
            if (b.waiting_++ == 0) b.schedule(e.at + b.serviceTime_, "leave");
        } else if (--b.waiting_ > 0) {
            b.schedule(e.at + b.serviceTime_, "leave");
        }
    }

    double serviceTime_;
    int serial_ = 0;
    int waiting_ = 0;
    std::string log_;
    std::priority_queue<Event, std::vector<Event>, Later> agenda_;
};

static void scenario(double closing, int customers) {
    auto bank = std::make_shared<Bank>(2.5);
    for (int i = 0; i < customers; ++i) bank->schedule(i * 1.5, "arrive");
    const int handled = bank->open(closing);
    std::cout << "handled " << handled << " (" << bank->log() << ") waiting " << bank->waiting() << " left " << bank->left() << '\n';
}

int main() {
    scenario(100, 3);
    scenario(6, 5);
    return 0;
}
