// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Support tickets travel along a chain of desks until one can answer.

class Desk {
public:
    explicit Desk(std::shared_ptr<Desk> next = nullptr) : next_(std::move(next)) {}
    virtual ~Desk() = default;

    std::string ask(const std::string& ticket) const {
        if (canAnswer(ticket)) return answer(ticket);
        return next_ ? next_->ask(ticket) : "nobody knows about " + ticket;
    }

    // Puts another desk between this one and its successor.
    void insertAfter(const std::shared_ptr<Desk>& d) {
        d->next_ = std::move(next_);
        next_ = d;
    }

protected:
    virtual bool canAnswer(const std::string& ticket) const = 0;
    virtual std::string answer(const std::string& ticket) const = 0;

private:
    std::shared_ptr<Desk> next_;
};

class Keyword : public Desk {
public:
    Keyword(std::string word, std::string reply, std::shared_ptr<Desk> next = nullptr)
        : Desk(std::move(next)), word_(std::move(word)), reply_(std::move(reply)) {}

protected:
    bool canAnswer(const std::string& t) const override { return t.find(word_) != std::string::npos; }
    std::string answer(const std::string&) const override { return reply_; }

private:
    std::string word_;
    std::string reply_;
};

// Forwards everything urgent to another desk, which has a chain of its own.
class Escalation : public Desk {
public:
    Escalation(std::shared_ptr<Desk> boss, std::shared_ptr<Desk> next) : Desk(std::move(next)), boss_(std::move(boss)) {}

protected:
    bool canAnswer(const std::string& t) const override { return !t.empty() && t.back() == '!'; }
    std::string answer(const std::string& t) const override { return "boss: " + boss_->ask(t.substr(0, t.size() - 1)); }

private:
    std::shared_ptr<Desk> boss_;
};

static void scenario() {
    auto last = std::make_shared<Keyword>("", "please call us");
    auto printer = std::make_shared<Keyword>("printer", "switch it off and on", last);
    auto boss = std::make_shared<Keyword>("refund", "granted", last);
    auto front = std::make_shared<Escalation>(boss, printer);
    printer->insertAfter(std::make_shared<Keyword>("mail", "check the spelling"));
    for (const char* t : {"printer on fire", "mail missing", "refund", "refund!", "printer!", "mail!"})
        std::cout << t << " -> " << front->ask(t) << '\n';
}

int main() {
    scenario();
    return 0;
}
