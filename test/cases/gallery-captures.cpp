// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Picture gallery: the gallery keeps the handlers of its own buttons.

class Gallery : public std::enable_shared_from_this<Gallery> {
public:
    Gallery(std::string title, std::vector<std::string> pictures) : title_(std::move(title)), pictures_(std::move(pictures)) {}

    void build() {
        on("next", [self = shared_from_this().get()] { self->step(+1); });
        auto me = shared_from_this();
        on("prev", [&g = *me] { g.step(-1); });
        on("title", [title = me->title_, count = me->pictures_.size()] { std::cout << title << " of " << count << '\n'; });
        on("show", [weak = std::weak_ptr<Gallery>(me)] {
            if (auto g = weak.lock()) std::cout << g->current() << '\n';
        });
        const auto first = std::make_shared<std::string>(me->pictures_.front());
        on("home", [this, first] { jump(*first); });
    }

    bool press(const std::string& button) const {
        for (const auto& h : handlers_)
            if (h.first == button) {
                h.second();
                return true;
            }
        return false;
    }

private:
    void on(const std::string& button, std::function<void()> f) { handlers_.emplace_back(button, std::move(f)); }

    void step(int d) {
        const auto n = static_cast<int>(pictures_.size());
        index_ = (index_ + d + n) % n;
    }
    void jump(const std::string& name) {
        for (std::size_t i = 0; i < pictures_.size(); ++i)
            if (pictures_[i] == name) index_ = static_cast<int>(i);
    }
    const std::string& current() const { return pictures_[static_cast<std::size_t>(index_)]; }

    std::string title_;
    std::vector<std::string> pictures_;
    int index_ = 0;
    std::vector<std::pair<std::string, std::function<void()>>> handlers_;
};

static void scenario() {
    auto g = std::make_shared<Gallery>("harbour", std::vector<std::string>{"boats", "crane", "gulls"});
    std::cout << "built " << g->press("show") << '\n';
    g->build();
    for (const char* b : {"title", "show", "next", "show", "prev", "prev", "show", "home", "show"}) g->press(b);
    std::cout << "zoom " << g->press("zoom") << '\n';
}

int main() {
    scenario();
    return 0;
}
