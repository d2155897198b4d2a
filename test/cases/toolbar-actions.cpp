// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Actions shared by menus and tool bars; windows bind them while they are
// shown.

class Action {
public:
    explicit Action(std::string n) : name_(std::move(n)) {}
    void bind(std::function<void()> fn) { run_ = std::move(fn); }
    bool trigger() const {
        if (!run_) return false;
        run_();
        return true;
    }
    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::function<void()> run_;
};

class ActionSet {
public:
    std::shared_ptr<Action> operator[](const std::string& name) {
        auto& a = actions_[name];
        if (!a) a = std::make_shared<Action>(name);
        return a;
    }
    template <class F>
    void each(F f) {
        for (auto& a : actions_) f(*a.second);
    }

private:
    std::map<std::string, std::shared_ptr<Action>> actions_;
};

class DocWindow : public std::enable_shared_from_this<DocWindow> {
public:
    DocWindow(std::shared_ptr<ActionSet> actions, std::string text) : actions_(std::move(actions)), text_(std::move(text)) {}

    void show() {
        auto self = shared_from_this();
        (*actions_)["upper"]->bind([self] { self->apply('a' - 'A'); });
        (*actions_)["print"]->bind([self] { std::cout << self->text_ << '\n'; });
    }

    void hide() {
        actions_->each([](Action& a) { a.bind(nullptr); });
    }

private:
    void apply(int shift) {
        for (char& c : text_)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - shift);
    }

    std::shared_ptr<ActionSet> actions_;
    std::string text_;
};

static void scenario() {
    auto actions = std::make_shared<ActionSet>();
    auto print = (*actions)["print"];
    std::cout << print->name() << ' ' << print->trigger() << '\n';
    auto first = std::make_shared<DocWindow>(actions, "memo");
    auto second = std::make_shared<DocWindow>(actions, "letter");
    first->show();
    print->trigger();
    second->show();
    (*actions)["upper"]->trigger();
    print->trigger();
    first->show();
    print->trigger();
    first->hide();
    std::cout << print->name() << ' ' << print->trigger() << '\n';
}

int main() {
    scenario();
    return 0;
}
