// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

namespace lift {

class Cabin;

class Mode {
public:
    virtual ~Mode() = default;
    virtual std::shared_ptr<Mode> call(int floor) = 0;
    virtual std::string text() const = 0;
};

class Cabin : public std::enable_shared_from_this<Cabin> {
public:
    void powerOn();
    void powerOff() { mode_ = nullptr; }

    void call(int floor) {
        if (!mode_) {
            std::cout << "no power\n";
            return;
        }
        if (auto next = mode_->call(floor)) std::exchange(mode_, next);
        std::cout << mode_->text() << " at " << floor_ << '\n';
    }

    int floor() const { return floor_; }
    void moveTo(int f) { floor_ = f; }

private:
    int floor_ = 0;
    std::shared_ptr<Mode> mode_;
};

class Waiting : public Mode, public std::enable_shared_from_this<Waiting> {
public:
    explicit Waiting(const std::shared_ptr<Cabin>& c) : cabin(c) {}
    std::shared_ptr<Mode> call(int floor) override;
    std::string text() const override { return "waiting"; }
    std::weak_ptr<Cabin> cabin;
};

class Moving : public Mode {
public:
    Moving(std::shared_ptr<Cabin> c, std::shared_ptr<Mode> after, int target)
        : cabin_(std::move(c)), after_(std::move(after)), target_(target) {}

    std::shared_ptr<Mode> call(int) override {
        const int f = cabin_->floor();
        if (f == target_) return after_;
        cabin_->moveTo(f < target_ ? f + 1 : f - 1);
        return nullptr;
    }
    std::string text() const override { return "to " + std::to_string(target_); }

private:
    std::shared_ptr<Cabin> cabin_;
    std::shared_ptr<Mode> after_;
    int target_;
};

std::shared_ptr<Mode> Waiting::call(int floor) {
    auto c = cabin.lock();
    if (!c || c->floor() == floor) return nullptr;
    return std::make_shared<Moving>(c, shared_from_this(), floor);
}

void Cabin::powerOn() { mode_ = std::make_shared<Waiting>(shared_from_this()); }

}  // namespace lift

static void scenario(int first, int calls) {
    auto cabin = std::make_shared<lift::Cabin>();
    cabin->call(first);
    cabin->powerOn();
    for (int i = 0; i < calls; ++i) cabin->call(first);
    std::cout << "floor " << cabin->floor() << '\n';
}

int main() {
    scenario(2, 4);
    scenario(5, 3);
    return 0;
}
