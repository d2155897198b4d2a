// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Tabs of one window share the list of all tabs, so that each can switch to
// any other without asking the window.

class Tab;
using TabList = std::vector<std::shared_ptr<Tab>>;

class Tab {
public:
    Tab(std::string title, std::shared_ptr<TabList> all) : title_(std::move(title)), all_(std::move(all)) {}

    bool active() const { return active_; }
    const std::string& title() const { return title_; }

    Tab& activate() {
        for (const auto& t : *all_) t->active_ = t.get() == this;
        return *this;
    }

    Tab& next() {
        for (std::size_t i = 0; i < all_->size(); ++i)
            if ((*all_)[i].get() == this) return (*all_)[(i + 1) % all_->size()]->activate();
        return *this;
    }

private:
    std::string title_;
    bool active_ = false;
    std::shared_ptr<TabList> all_;
};

class Window {
public:
    Tab& open(const std::string& title) {
        tabs_->push_back(std::make_shared<Tab>(title, tabs_));
        return tabs_->back()->activate();
    }

    Tab& current() const {
        for (const auto& t : *tabs_)
            if (t->active()) return *t;
        return *tabs_->front();
    }

    void print() const {
        for (const auto& t : *tabs_) std::cout << (t->active() ? "[" + t->title() + "]" : t->title()) << ' ';
        std::cout << '\n';
    }

private:
    std::shared_ptr<TabList> tabs_ = std::make_shared<TabList>();
};

static void scenario() {
    Window w;
    w.open("news");
    w.open("mail");
    w.open("maps");
    w.print();
    w.current().next();
    w.print();
    w.current().next().next();
    w.print();
    Window empty;
    empty.print();
}

int main() {
    scenario();
    return 0;
}
