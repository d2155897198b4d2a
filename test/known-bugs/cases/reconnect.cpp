// Missed: the backlog is emptied, and then filled again.
// XFAIL: *
// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Client that queues its work while the link is down.

class Link {
public:
    void onChange(std::function<void(bool)> fn) { fn_ = std::move(fn); }
    void set(bool up) {
        if (fn_) fn_(up);
    }

private:
    std::function<void(bool)> fn_;
};

class Client : public std::enable_shared_from_this<Client> {
public:
    Client(std::string name, std::shared_ptr<Link> link) : name_(std::move(name)), link_(std::move(link)) {}

    void start() {
        std::weak_ptr<Client> weak = shared_from_this();
        link_->onChange([weak](bool up) {
            auto self = weak.lock();
            if (!self) return;
            self->up_ = up;
            if (up) {
                self->flush();
            } else {
                // Say hello again as soon as the link is back.
                self->backlog_.push_back([self] { self->send("hello " + self->name_); });
            }
        });
    }

    void request(const std::string& what) {
        if (up_)
            send(what);
        else
            backlog_.push_back([this, what] { send(what); });
    }

    std::size_t waiting() const { return backlog_.size(); }

private:
    void flush() {
        std::vector<std::function<void()>> work;
        work.swap(backlog_);
        for (auto& w : work) w();
    }
    void send(const std::string& s) { std::cout << name_ << " -> " << s << '\n'; }

    std::string name_;
    std::shared_ptr<Link> link_;
    bool up_ = true;
    std::vector<std::function<void()>> backlog_;
};

static void scenario() {
    auto link = std::make_shared<Link>();
    auto client = std::make_shared<Client>("sync", link);
    client->start();
    client->request("pull");
    link->set(false);
    client->request("push 1");
    client->request("push 2");
    std::cout << "waiting " << client->waiting() << '\n';
    link->set(true);
    std::cout << "waiting " << client->waiting() << '\n';
    link->set(false);
    client->request("push 3");
    std::cout << "waiting " << client->waiting() << '\n';
}

int main() {
    scenario();
    return 0;
}
