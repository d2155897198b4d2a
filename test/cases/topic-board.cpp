// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Message board. Topics know who reads them without keeping the readers.

class Reader;

class Topic : public std::enable_shared_from_this<Topic> {
public:
    explicit Topic(std::string t) : title_(std::move(t)) {}

    void admit(std::shared_ptr<Reader> r);
    int post(const std::string& text);
    const std::string& title() const { return title_; }

private:
    using Weak = std::weak_ptr<Reader>;
    std::string title_;
    std::set<Weak, std::owner_less<Weak>> readers_;
};

class Reader : public std::enable_shared_from_this<Reader> {
public:
    explicit Reader(std::string n) : name_(std::move(n)) {}

    std::shared_ptr<Reader> follow(const std::shared_ptr<Topic>& t) {
        topics_[t->title()] = t;
        t->admit(shared_from_this());
        return shared_from_this();
    }

    void deliver(const Topic& t, const std::string& text) { std::cout << name_ << " <" << t.title() << "> " << text << '\n'; }

    // Answers in every topic but the given one.
    void crossPost(const std::string& except, const std::string& text) {
        for (const auto& t : topics_)
            if (t.first != except) t.second->post(name_ + ": " + text);
    }

private:
    std::string name_;
    std::map<std::string, std::shared_ptr<Topic>> topics_;
};

void Topic::admit(std::shared_ptr<Reader> r) {
    readers_.insert(r);
    if (r) r->deliver(*this, "welcome");
}

int Topic::post(const std::string& text) {
    int n = 0;
    for (auto it = readers_.begin(); it != readers_.end();) {
        if (auto r = it->lock()) {
            r->deliver(*this, text);
            ++n;
            ++it;
        } else {
            it = readers_.erase(it);
        }
    }
    return n;
}

static void scenario() {
    auto cooking = std::make_shared<Topic>("cooking");
    auto ann = std::make_shared<Reader>("ann")->follow(cooking);
    {
        auto travel = std::make_shared<Topic>("travel");
        ann->follow(travel);
        auto ben = std::make_shared<Reader>("ben")->follow(travel)->follow(cooking);
        std::cout << cooking->post("soup") << " readers\n";
        ben->crossPost("cooking", "where to?");
    }
    std::cout << cooking->post("salad") << " readers\n";
    ann->crossPost("cooking", "Rome");
}

int main() {
    scenario();
    return 0;
}
