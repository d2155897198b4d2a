// RUN: %judge_case %s %t

#include <deque>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// In-memory pipe: what is written at one end can be read at the other.

class End {
public:
    using Ptr = std::shared_ptr<End>;

    static std::pair<Ptr, Ptr> open(const std::string& name) {
        auto left = std::make_shared<End>(name + ".l");
        auto right = std::make_shared<End>(name + ".r");
        left->peer_ = right;
        right->peer_ = left;
        return {std::move(left), std::move(right)};
    }

    explicit End(std::string name) : name_(std::move(name)) {}

    bool write(std::string s) {
        if (!peer_ || !peer_->reading_) return false;
        peer_->inbox_.push_back(std::move(s));
        return true;
    }

    std::string read() {
        if (inbox_.empty()) return "(nothing)";
        std::string s = std::move(inbox_.front());
        inbox_.pop_front();
        return s;
    }

    // The other side cannot write any more, reading what is there still works.
    void shutdownRead() { reading_ = false; }

    void detach() {
        if (auto p = std::exchange(peer_, nullptr)) p->peer_.reset();
    }

    const std::string& name() const { return name_; }

private:
    std::string name_;
    bool reading_ = true;
    std::deque<std::string> inbox_;
    Ptr peer_;
};

static void echo(End& e) {
    for (auto s = e.read(); s != "(nothing)"; s = e.read()) e.write("echo " + s);
}

static void scenario() {
    auto [client, server] = End::open("rpc");
    client->write("one");
    client->write("two");
    echo(*server);
    std::cout << client->read() << ", " << client->read() << ", " << client->read() << '\n';
    client->shutdownRead();
    std::cout << server->name() << " write " << server->write("late") << '\n';

    auto [a, b] = End::open("log");
    a->write("bye");
    a->detach();
    std::cout << b->read() << ", write " << b->write("too late") << '\n';
}

int main() {
    scenario();
    return 0;
}
