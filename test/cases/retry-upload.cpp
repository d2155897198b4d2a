// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Upload with automatic retries. The alarm belongs to the upload and rings
// once for every time it was set.

class Alarm {
public:
    void set(int ticks, std::function<void()> ring) {
        left_ = ticks;
        ring_ = std::move(ring);
    }

    bool pending() const { return static_cast<bool>(ring_); }

    void tick() {
        if (!ring_ || --left_ > 0) return;
        std::function<void()> ring;
        ring.swap(ring_);
        ring();
    }

private:
    int left_ = 0;
    std::function<void()> ring_;
};

class Upload : public std::enable_shared_from_this<Upload> {
public:
    Upload(std::string file, int failures) : file_(std::move(file)), failures_(failures), alarm_(std::make_shared<Alarm>()) {}

    void attempt() {
        ++attempts_;
        if (failures_ == 0) {
            state_ = "sent";
            return;
        }
        --failures_;
        if (attempts_ == 4) {
            state_ = "gave up";
            return;
        }
        auto self = shared_from_this();
        state_ = "waiting";
        alarm_->set(attempts_ * 2, [self] { self->attempt(); });
    }

    Alarm& alarm() { return *alarm_; }
    std::string report() const { return file_ + " " + state_ + " after " + std::to_string(attempts_); }

private:
    std::string file_;
    int failures_;
    int attempts_ = 0;
    std::string state_ = "new";
    std::shared_ptr<Alarm> alarm_;
};

static void scenario(const std::string& file, int failures) {
    auto up = std::make_shared<Upload>(file, failures);
    up->attempt();
    std::cout << up->report() << '\n';
    int ticks = 0;
    while (up->alarm().pending()) {
        up->alarm().tick();
        ++ticks;
    }
    std::cout << up->report() << ", " << ticks << " ticks\n";
}

int main() {
    scenario("photo.jpg", 0);
    scenario("notes.txt", 2);
    scenario("backup.zip", 9);
    return 0;
}
