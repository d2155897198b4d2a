// RUN: %judge_case %s %t

#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Work queue of an image importer. Low priority work is only done when there
// is nothing else, and not at all after the quota is used up.

class WorkQueue {
public:
    void high(std::function<void()> w) { high_.push_back(std::move(w)); }
    void low(std::function<void()> w) { low_.push_back(std::move(w)); }

    bool runOne() {
        auto& q = high_.empty() ? low_ : high_;
        if (q.empty()) return false;
        auto w = std::move(q.front());
        q.pop_front();
        w();
        return true;
    }
    std::size_t pending() const { return high_.size() + low_.size(); }

private:
    std::deque<std::function<void()>> high_;
    std::deque<std::function<void()>> low_;
};

class Importer : public std::enable_shared_from_this<Importer> {
public:
    explicit Importer(std::shared_ptr<WorkQueue> q) : queue_(std::move(q)) {}

    void import(const std::string& file) {
        auto self = shared_from_this();
        queue_->high([self, file] {
            self->log_ += file + " ";
            self->queue_->low([self, file] { self->log_ += "(thumb " + file + ") "; });
        });
    }

    void work(int quota) {
        while (quota > 0 && queue_->runOne()) --quota;
    }

    const std::string& log() const { return log_; }

private:
    std::shared_ptr<WorkQueue> queue_;
    std::string log_;
};

static void scenario(int quota) {
    auto queue = std::make_shared<WorkQueue>();
    auto importer = std::make_shared<Importer>(queue);
    for (const char* f : {"a.jpg", "b.jpg", "c.jpg"}) importer->import(f);
    importer->work(quota);
    std::cout << importer->log() << "pending " << queue->pending() << '\n';
}

int main() {
    scenario(10);
    scenario(4);
    return 0;
}
