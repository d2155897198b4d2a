// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Setup wizard. Pages are plain data; how to go on is decided by functions.

struct Page {
    std::string title;
    std::function<std::shared_ptr<Page>(const std::string& answer)> next;
};

class Wizard {
public:
    explicit Wizard(std::shared_ptr<Page> first) : page_(std::move(first)) {}

    bool answer(const std::string& a) {
        std::cout << page_->title << ": " << a << '\n';
        auto to = page_->next ? page_->next(a) : nullptr;
        if (!to) return false;
        page_ = std::move(to);
        return true;
    }

private:
    std::shared_ptr<Page> page_;
};

static std::shared_ptr<Page> page(std::string title) {
    auto p = std::make_shared<Page>();
    p->title = std::move(title);
    return p;
}

static std::vector<std::shared_ptr<Page>> expertPages() {
    auto disk = page("disk");
    auto confirm = page("confirm");
    disk->next = [confirm](const std::string&) { return confirm; };
    confirm->next = [disk](const std::string& a) { return a == "back" ? disk : nullptr; };
    return {disk, confirm};
}

static std::vector<std::shared_ptr<Page>> simplePages() {
    auto licence = page("licence");
    auto done = page("done");
    licence->next = [done, tries = 0](const std::string& a) mutable { return a == "yes" || ++tries > 2 ? done : nullptr; };
    return {licence, done};
}

static void run(const std::vector<std::shared_ptr<Page>>& pages, const std::vector<std::string>& answers) {
    Wizard w(pages.front());
    for (const auto& a : answers)
        if (!w.answer(a)) break;
    std::cout << "--\n";
}

static void scenario() {
    run(simplePages(), {"yes", "ok", "never asked"});
    run(expertPages(), {"sda", "back", "sdb", "format", "never asked"});
}

int main() {
    scenario();
    return 0;
}
