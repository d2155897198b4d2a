// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Settings with change callbacks. Windows refer to their settings and listen
// to them; what a callback needs beyond its own window is passed explicitly.

class Journal {
public:
    void note(const std::string& s) { entries_.push_back(s); }
    std::size_t size() const { return entries_.size(); }
    const std::string& last() const { return entries_.back(); }

private:
    std::vector<std::string> entries_;
};

class Settings {
public:
    using Callback = std::function<void(const std::string& value)>;

    void set(const std::string& key, const std::string& value) {
        values_[key] = value;
        auto range = callbacks_.equal_range(key);
        for (auto it = range.first; it != range.second; ++it) it->second.second(value);
    }
    std::string get(const std::string& key) const {
        auto it = values_.find(key);
        return it == values_.end() ? "" : it->second;
    }
    void listen(const void* owner, const std::string& key, Callback cb) { callbacks_.insert({key, {owner, std::move(cb)}}); }
    void unlisten(const void* owner) {
        for (auto it = callbacks_.begin(); it != callbacks_.end();) it = it->second.first == owner ? callbacks_.erase(it) : std::next(it);
    }
    std::size_t listeners() const { return callbacks_.size(); }

private:
    std::map<std::string, std::string> values_;
    std::multimap<std::string, std::pair<const void*, Callback>> callbacks_;
};

class Window {
public:
    Window(std::shared_ptr<Settings> s, const std::shared_ptr<Journal>& journal) : settings_(std::move(s)) {
        settings_->listen(this, "title", [this, journal](const std::string& v) {
            title_ = v;
            journal->note("title " + v);
        });
        settings_->listen(this, "zoom", [this](const std::string& v) { zoom_ = std::stoi(v); });
    }
    ~Window() { settings_->unlisten(this); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    std::string text() const { return title_ + "@" + std::to_string(zoom_); }

private:
    std::shared_ptr<Settings> settings_;
    std::string title_ = "untitled";
    int zoom_ = 100;
};

static void scenario() {
    auto settings = std::make_shared<Settings>();
    auto journal = std::make_shared<Journal>();
    auto first = std::make_shared<Window>(settings, journal);
    {
        auto second = std::make_shared<Window>(settings, journal);
        settings->set("title", "report");
        std::cout << first->text() << ' ' << second->text() << " listeners " << settings->listeners() << '\n';
    }
    settings->set("zoom", "150");
    settings->set("title", "draft");
    std::cout << first->text() << " listeners " << settings->listeners() << '\n';
    std::cout << journal->size() << " entries, last: " << journal->last() << '\n';
}

int main() {
    scenario();
    return 0;
}
