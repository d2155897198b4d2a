// RUN: %judge_case %s %t

#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Download tasks. The completion callback is consumed when it fires.

class Download;
using DownloadPtr = std::shared_ptr<Download>;

class Download : public std::enable_shared_from_this<Download> {
public:
    explicit Download(std::string name, int chunks) : name_(std::move(name)), chunks_(chunks) {}

    void onFinished(std::function<void(int)> cb) { finished_ = std::move(cb); }

    // Returns false when nothing is left to do.
    bool step() {
        if (received_ < chunks_) ++received_;
        if (received_ < chunks_) return true;
        complete(received_ * 1024);
        return false;
    }

    void abort() { complete(-1); }

    const std::string& name() const { return name_; }

private:
    void complete(int bytes) {
        if (auto cb = std::exchange(finished_, nullptr)) cb(bytes);
    }

    std::string name_;
    int chunks_;
    int received_ = 0;
    std::function<void(int)> finished_;
};

class DownloadManager {
public:
    ~DownloadManager() {
        for (auto& d : active_) d->abort();
    }

    void enqueue(const std::string& name, int chunks) {
        auto d = std::make_shared<Download>(name, chunks);
        d->onFinished([d, this](int bytes) {
            log_ += d->name() + "=" + std::to_string(bytes) + ";";
            ++done_;
        });
        active_.push_back(d);
    }

    void pump(int rounds) {
        while (rounds-- > 0 && !active_.empty()) {
            DownloadPtr d = active_.front();
            active_.pop_front();
            if (d->step()) active_.push_back(d);
        }
    }

    int done() const { return done_; }
    const std::string& log() const { return log_; }
    std::size_t active() const { return active_.size(); }

private:
    std::string log_;
    int done_ = 0;
    std::deque<DownloadPtr> active_;
};

int main() {
    DownloadManager m;
    m.enqueue("kernel.iso", 4);
    m.enqueue("readme.txt", 1);
    m.enqueue("movie.mkv", 100);
    m.pump(9);
    std::cout << m.log() << '\n';
    std::cout << "done " << m.done() << " active " << m.active() << '\n';
    return 0;
}
