// RUN: %judge_case %s %t

#include <condition_variable>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

// Background hashing. The worker thread keeps the job until it is finished,
// also when nobody waits for it.

class HashJob : public std::enable_shared_from_this<HashJob> {
public:
    explicit HashJob(std::string text) : text_(std::move(text)) {}
    HashJob(const HashJob&) = delete;
    HashJob& operator=(const HashJob&) = delete;

    void whenDone(std::function<void(unsigned)> fn) { done_ = std::move(fn); }

    // The thread object is handed to the caller, who joins it.
    std::thread start() {
        return std::thread([self = shared_from_this()] {
            unsigned h = 5381;
            for (char c : self->text_) h = h * 33 + static_cast<unsigned char>(c);
            self->finish(h);
        });
    }

    unsigned wait() {
        std::unique_lock<std::mutex> lock(mutex_);
        ready_.wait(lock, [this] { return finished_; });
        return result_;
    }

    const std::string& text() const { return text_; }

private:
    void finish(unsigned h) {
        std::function<void(unsigned)> fn;
        {
            std::lock_guard<std::mutex> lock(mutex_);
            result_ = h;
            finished_ = true;
            std::swap(fn, done_);
        }
        ready_.notify_all();
        if (fn) fn(h);
    }

    std::string text_;
    std::mutex mutex_;
    std::condition_variable ready_;
    bool finished_ = false;
    unsigned result_ = 0;
    std::function<void(unsigned)> done_;
};

static void scenario() {
    std::vector<std::thread> threads;
    std::mutex m;
    unsigned sum = 0;
    std::size_t letters = 0;
    auto shown = std::make_shared<HashJob>("visible");
    threads.push_back(shown->start());
    for (const char* t : {"alpha", "beta", "gamma"}) {
        auto job = std::make_shared<HashJob>(t);
        job->whenDone([job, &m, &sum, &letters](unsigned h) {
            std::lock_guard<std::mutex> lock(m);
            sum += h % 1000;
            letters += job->text().size();
        });
        threads.push_back(job->start());
    }
    std::cout << shown->text() << ' ' << shown->wait() % 1000 << '\n';
    for (auto& t : threads) t.join();
    std::cout << "sum " << sum << " letters " << letters << '\n';
}

int main() {
    scenario();
    return 0;
}
