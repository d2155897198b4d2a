// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Conference with participants; a participant is in at most one conference and
// always hangs up.

class Conference;

class Participant {
public:
    explicit Participant(std::string name) : name_(std::move(name)) {}
    const std::string& name() const { return name_; }

    void setConference(std::shared_ptr<Conference> c) { conference_ = std::move(c); }
    bool inCall() const { return conference_ != nullptr; }
    void hangUp();
    int hear(int volume) { return heard_ += volume; }
    int heard() const { return heard_; }

private:
    std::string name_;
    std::shared_ptr<Conference> conference_;
    int heard_ = 0;
};

class Conference : public std::enable_shared_from_this<Conference> {
public:
    void dialIn(const std::shared_ptr<Participant>& p) {
        p->setConference(shared_from_this());
        members_.push_back(p);
    }

    void remove(Participant* p) {
        members_.erase(std::remove_if(members_.begin(), members_.end(),
                                      [p](const std::shared_ptr<Participant>& m) { return m.get() == p; }),
                       members_.end());
    }

    void speak(const Participant& who, int volume) {
        for (auto& m : members_)
            if (m.get() != &who) m->hear(volume);
    }

    std::size_t size() const { return members_.size(); }

    // Hangs up for everybody who is still connected.
    void end() {
        auto left = members_;
        for (auto& m : left) m->hangUp();
    }

private:
    std::vector<std::shared_ptr<Participant>> members_;
};

void Participant::hangUp() {
    if (auto c = std::move(conference_)) {
        conference_ = nullptr;
        c->remove(this);
    }
}

class Moderator {
public:
    explicit Moderator(std::shared_ptr<Conference> c) : conference_(std::move(c)) {}
    ~Moderator() { conference_->end(); }
    Conference* operator->() const { return conference_.get(); }

private:
    std::shared_ptr<Conference> conference_;
};

int main() {
    auto amy = std::make_shared<Participant>("amy");
    auto bob = std::make_shared<Participant>("bob");
    {
        Moderator call(std::make_shared<Conference>());
        call->dialIn(amy);
        call->dialIn(bob);
        call->dialIn(std::make_shared<Participant>("recorder"));
        call->speak(*amy, 3);
        bob->hangUp();
        call->speak(*amy, 2);
        std::cout << "still in call: " << call->size() << '\n';
    }
    for (const auto& p : {amy, bob})
        std::cout << p->name() << " heard " << p->heard() << (p->inCall() ? " in call" : " free") << '\n';
    return 0;
}
