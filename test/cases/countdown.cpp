// RUN: %judge_case %s %t

#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Countdown and animation steps that schedule themselves again.

class Scheduler {
public:
    using Job = std::function<void()>;

    void post(Job j) { jobs_.push_back(std::move(j)); }

    int run() {
        int n = 0;
        for (; !jobs_.empty(); ++n) {
            Job j = std::move(jobs_.front());
            jobs_.pop_front();
            j();
        }
        return n;
    }

private:
    std::deque<Job> jobs_;
};

// The scheduler has the only lasting reference to the step.
static void countdown(Scheduler& s, const std::string& what, int from) {
    using Step = std::function<void(int)>;
    auto step = std::make_shared<Step>();
    std::weak_ptr<Step> again = step;
    *step = [&s, what, again](int n) {
        if (n == 0) {
            std::cout << what << " go\n";
            return;
        }
        std::cout << what << ' ' << n << '\n';
        s.post([next = again.lock(), n] { (*next)(n - 1); });
    };
    s.post([step, from] { (*step)(from); });
}

class Fader : public std::enable_shared_from_this<Fader> {
public:
    Fader(Scheduler& s, int level) : scheduler_(s), level_(level) {}
    ~Fader() { std::cout << "fader at " << level_ << " gone\n"; }

    void fadeTo(int target) {
        if (level_ == target) return;
        level_ += level_ < target ? 1 : -1;
        scheduler_.post([self = shared_from_this(), target] { self->fadeTo(target); });
    }

private:
    Scheduler& scheduler_;
    int level_;
};

static void scenario() {
    Scheduler s;
    countdown(s, "rocket", 2);
    countdown(s, "egg", 1);
    std::make_shared<Fader>(s, 4)->fadeTo(1);
    std::cout << s.run() << " jobs\n";
}

int main() {
    scenario();
    return 0;
}
