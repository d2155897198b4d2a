// RUN: %judge_case %s %t

#include <cstdio>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Cooperative actors. Messages carry the sender so that it can be answered;
// the system stops every actor before it goes away.

class Actor;
using ActorRef = std::shared_ptr<Actor>;

struct Message {
    std::string text;
    int number;
    ActorRef sender;
};

class Actor : public std::enable_shared_from_this<Actor> {
public:
    explicit Actor(std::string name) : name_(std::move(name)) {}
    virtual ~Actor() = default;

    void tell(Message m) {
        if (!stopped_) mailbox_.push_back(std::move(m));
    }

    bool step() {
        if (mailbox_.empty()) return false;
        Message m = std::move(mailbox_.front());
        mailbox_.pop_front();
        receive(m);
        return true;
    }

    void link(const std::string& as, ActorRef other) { peers_[as] = std::move(other); }

    int stop() {
        stopped_ = true;
        const int dropped = static_cast<int>(mailbox_.size());
        mailbox_.clear();
        peers_.clear();
        return dropped;
    }

    const std::string& name() const { return name_; }

protected:
    virtual void receive(const Message& m) = 0;
    void send(const std::string& to, const std::string& text, int n) { peers_.at(to)->tell({text, n, shared_from_this()}); }

private:
    std::string name_;
    bool stopped_ = false;
    std::deque<Message> mailbox_;
    std::map<std::string, ActorRef> peers_;
};

class Player : public Actor {
public:
    using Actor::Actor;

protected:
    void receive(const Message& m) override {
        if (m.text == "serve") {
            send("opponent", "ball", 0);
            return;
        }
        std::printf("%s hits %d\n", name().c_str(), m.number);
        m.sender->tell({"ball", m.number + 1, shared_from_this()});
    }
};

class ActorSystem {
public:
    template <class A>
    ActorRef spawn(const std::string& name) {
        return actors_[name] = std::make_shared<A>(name);
    }

    void run(int steps) {
        for (bool any = true; any && steps > 0;) {
            any = false;
            for (auto& a : actors_)
                if (steps > 0 && a.second->step()) {
                    any = true;
                    --steps;
                }
        }
    }

    int shutdown() {
        int dropped = 0;
        for (auto& a : actors_) dropped += a.second->stop();
        actors_.clear();
        return dropped;
    }

    ~ActorSystem() { shutdown(); }

private:
    std::map<std::string, ActorRef> actors_;
};

int main() {
    ActorSystem sys;
    auto ann = sys.spawn<Player>("ann");
    auto bob = sys.spawn<Player>("bob");
    ann->link("opponent", bob);
    bob->link("opponent", ann);
    ann->tell({"serve", 0, nullptr});
    sys.run(5);
    std::printf("dropped %d\n", sys.shutdown());
    ann->tell({"ball", 99, bob});
    std::printf("idle %d\n", ann->step());
    std::fflush(stdout);
    return 0;
}
