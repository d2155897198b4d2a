// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Player of a video stream; hooks are installed when playing starts.

struct Hooks {
    std::function<void(int)> progress;
    std::function<void(const std::string&)> error;
    std::function<void()> end;
};

class Source {
public:
    explicit Source(std::vector<int> frames) : frames_(std::move(frames)) {}

    void install(Hooks h) { hooks_ = std::move(h); }

    void run() {
        for (int f : frames_) {
            if (f < 0) {
                hooks_.error("bad frame");
                continue;
            }
            hooks_.progress(f);
        }
        hooks_.end();
    }

private:
    std::vector<int> frames_;
    Hooks hooks_;
};

class Player : public std::enable_shared_from_this<Player> {
public:
    explicit Player(std::unique_ptr<Source> s) : source_(std::move(s)) {}

    void play() {
        auto weak = weak_from_this();
        auto self = shared_from_this();
        Hooks h;
        h.progress = [weak](int f) {
            if (auto p = weak.lock()) p->shown_ += f;
        };
        h.error = [self](const std::string& what) { self->errors_.push_back(what); };
        h.end = [weak] {
            if (auto p = weak.lock()) p->ended_ = true;
        };
        source_->install(std::move(h));
        source_->run();
    }

    std::string status() const {
        return "shown " + std::to_string(shown_) + " errors " + std::to_string(errors_.size()) + (ended_ ? " ended" : "");
    }

private:
    std::unique_ptr<Source> source_;
    int shown_ = 0;
    bool ended_ = false;
    std::vector<std::string> errors_;
};

static void scenario(std::vector<int> frames) {
    auto p = std::make_shared<Player>(std::make_unique<Source>(std::move(frames)));
    std::cout << p->status() << '\n';
    p->play();
    std::cout << p->status() << '\n';
}

int main() {
    scenario({1, 2, 3});
    scenario({4, -1, 5});
    return 0;
}
