// RUN: %judge_case %s %t

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>

class Door;

class DoorState {
public:
    explicit DoorState(const std::shared_ptr<Door>& d) : door_(d) {}
    virtual ~DoorState() = default;
    virtual std::string label() const = 0;
    virtual void handle(const std::string& cmd) = 0;

protected:
    void go(const std::string& next);

private:
    std::weak_ptr<Door> door_;
};

class Door : public std::enable_shared_from_this<Door> {
public:
    static std::shared_ptr<Door> create();

    void handle(const std::string& cmd) {
        auto s = state_;
        s->handle(cmd);
    }

    void enter(const std::string& name) {
        state_ = all_.at(name);
        ++moves_;
    }

    std::string describe() const { return state_->label() + " after " + std::to_string(moves_); }

private:
    std::map<std::string, std::shared_ptr<DoorState>> all_;
    std::shared_ptr<DoorState> state_;
    int moves_ = 0;
};

void DoorState::go(const std::string& next) {
    if (auto d = door_.lock()) d->enter(next);
}

class Opened : public DoorState {
public:
    using DoorState::DoorState;
    std::string label() const override { return "opened"; }
    void handle(const std::string& cmd) override {
        if (cmd == "push") go("closed");
    }
};

class Closed : public DoorState {
public:
    using DoorState::DoorState;
    std::string label() const override { return "closed"; }
    void handle(const std::string& cmd) override {
        if (cmd == "pull") go("opened");
        if (cmd == "turn") go("locked");
    }
};

class Locked : public DoorState {
public:
    using DoorState::DoorState;
    std::string label() const override { return "locked"; }
    void handle(const std::string& cmd) override {
        if (cmd == "turn") go("closed");
    }
};

std::shared_ptr<Door> Door::create() {
    auto d = std::make_shared<Door>();
    d->all_["opened"] = std::make_shared<Opened>(d);
    d->all_["closed"] = std::make_shared<Closed>(d);
    d->all_["locked"] = std::make_shared<Locked>(d);
    d->state_ = d->all_["closed"];
    return d;
}

int main() {
    auto front = Door::create();
    for (const char* cmd : {"push", "turn", "pull", "turn", "pull"}) {
        front->handle(cmd);
        std::printf("%s: %s\n", cmd, front->describe().c_str());
    }
    std::fflush(stdout);
    return 0;
}
