// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Mailing with a progress display that is set up with the job itself.

class MailJob;

class ProgressBar {
public:
    void watch(std::shared_ptr<const MailJob> job) { job_.swap(job); }
    std::string draw() const;

private:
    std::shared_ptr<const MailJob> job_;
};

class MailJob {
public:
    explicit MailJob(std::vector<std::string> to) : to_(std::move(to)) {}

    bool sendNext() {
        if (sent_ == to_.size()) return false;
        outbox_ += "to " + to_[sent_++] + "; ";
        return true;
    }

    std::size_t sent() const { return sent_; }
    std::size_t total() const { return to_.size(); }
    const std::string& outbox() const { return outbox_; }
    ProgressBar& bar() { return *bar_; }

private:
    std::vector<std::string> to_;
    std::string outbox_;
    std::size_t sent_ = 0;
    std::shared_ptr<ProgressBar> bar_ = std::make_shared<ProgressBar>();
};

std::string ProgressBar::draw() const {
    if (!job_) return "[no job]";
    std::string s = "[";
    for (std::size_t i = 0; i < job_->total(); ++i) s += i < job_->sent() ? '#' : '.';
    return s + "]";
}

static void scenario() {
    const auto invitations = [] {
        auto job = std::make_shared<MailJob>(std::vector<std::string>{"ann", "bob", "cyd"});
        std::cout << job->bar().draw() << '\n';
        job->bar().watch(job);
        return job;
    }();
    const auto reminders = [n = 2]() mutable {
        std::vector<std::string> to;
        while (n > 0) to.push_back("guest" + std::to_string(n--));
        return std::make_shared<MailJob>(std::move(to));
    }();

    do {
        std::cout << invitations->bar().draw() << ' ' << reminders->bar().draw() << '\n';
        reminders->sendNext();
    } while (invitations->sendNext());
    std::cout << invitations->outbox() << "\n" << reminders->outbox() << "\n";
}

int main() {
    scenario();
    return 0;
}
