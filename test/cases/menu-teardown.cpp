// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Menus with entries. clear() is called for every menu that is taken down.

class Menu;

class Entry {
public:
    Entry(std::string label, std::shared_ptr<Menu> sub) : label_(std::move(label)), sub_(std::move(sub)) {}
    const std::string& label() const { return label_; }
    const std::shared_ptr<Menu>& sub() const { return sub_; }
    std::function<void()> action;

private:
    std::string label_;
    std::shared_ptr<Menu> sub_;
};

// Leads back to the menu this one was opened from.
struct Shortcut {
    std::string label;
    std::shared_ptr<Menu> target;
};

class Menu : public std::enable_shared_from_this<Menu> {
public:
    explicit Menu(std::string title) : title_(std::move(title)) {}

    std::shared_ptr<Menu> submenu(const std::string& title) {
        auto m = std::make_shared<Menu>(title);
        entries_.push_back(std::make_shared<Entry>(title + ">", m));
        m->shortcuts_.push_back({"..", shared_from_this()});
        return m;
    }

    void item(const std::string& label, std::function<void()> action) {
        auto e = std::make_shared<Entry>(label, nullptr);
        e->action = std::move(action);
        entries_.push_back(e);
    }

    void clear() {
        for (auto& e : entries_) {
            e->action = nullptr;
            if (e->sub()) e->sub()->clear();
        }
        pinned_.clear();
    }

    Menu* choose(const std::string& label) {
        for (auto& s : shortcuts_)
            if (s.label == label) return s.target.get();
        for (auto& e : entries_)
            if (e->label() == label) {
                if (e->action) e->action();
                return e->sub() ? e->sub().get() : this;
            }
        std::cout << title_ << " has no " << label << '\n';
        return this;
    }

private:
    std::string title_;
    std::vector<std::shared_ptr<Entry>> entries_;
    std::vector<Shortcut> shortcuts_;
    std::vector<std::shared_ptr<Entry>> pinned_;
};

static void scenario() {
    auto bar = std::make_shared<Menu>("bar");
    auto file = bar->submenu("file");
    auto recent = file->submenu("recent");
    int opened = 0;
    recent->item("a.txt", [&opened] { ++opened; });
    Menu* at = bar.get();
    for (const char* step : {"file>", "recent>", "a.txt", "..", "..", "file>", "quit"}) at = at->choose(step);
    std::cout << "opened " << opened << '\n';
    bar->clear();
    recent->choose("a.txt");
    std::cout << "opened " << opened << '\n';
}

int main() {
    scenario();
    return 0;
}
