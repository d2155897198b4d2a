// RUN: %judge_case %s %t

#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

// Copies a buffer in small pieces so that the idle handler never blocks long.

class IdleQueue {
public:
    void post(std::function<void()> fn) { pending_.push_back(std::move(fn)); }
    int drain() {
        int n = 0;
        while (!pending_.empty()) {
            auto fn = std::move(pending_.front());
            pending_.pop_front();
            fn();
            ++n;
        }
        return n;
    }

private:
    std::deque<std::function<void()>> pending_;
};

struct Progress {
    std::size_t copied = 0;
    int chunks = 0;
    bool finished = false;
};

class ChunkedCopy {
public:
    ChunkedCopy(IdleQueue& idle, const std::string& src, std::string& dst, std::size_t chunk)
        : idle_(idle), src_(src), dst_(dst), chunk_(chunk) {}

    void start() {
        step_ = std::make_shared<std::function<void()>>();
        auto step = step_;
        *step_ = [this, step] {
            const std::size_t n = std::min(chunk_, src_.size() - progress_.copied);
            dst_.append(src_, progress_.copied, n);
            progress_.copied += n;
            ++progress_.chunks;
            if (progress_.copied < src_.size())
                idle_.post(*step);
            else
                progress_.finished = true;
        };
        idle_.post(*step_);
    }

    const Progress& progress() const { return progress_; }

private:
    IdleQueue& idle_;
    const std::string& src_;
    std::string& dst_;
    std::size_t chunk_;
    Progress progress_;
    std::shared_ptr<std::function<void()>> step_;
};

static void copy(const std::string& text, std::size_t chunk) {
    IdleQueue idle;
    std::string out;
    ChunkedCopy job(idle, text, out, chunk);
    job.start();
    std::cout << "before: " << job.progress().copied << '\n';
    const int rounds = idle.drain();
    std::cout << "'" << out << "' in " << job.progress().chunks << " chunks, " << rounds << " rounds, finished "
              << job.progress().finished << '\n';
}

int main() {
    copy("incremental copying is polite", 8);
    copy("tiny", 16);
    return 0;
}
