// Missed: the data decide. Only one of two is resolved.
// XFAIL: *
// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Minimal deferred value. Continuations are dropped once the value is there.

template <typename T>
class Deferred : public std::enable_shared_from_this<Deferred<T>> {
public:
    using Ptr = std::shared_ptr<Deferred<T>>;

    static Ptr make() { return std::make_shared<Deferred<T>>(); }

    Ptr then(std::function<void(const T&)> fn) {
        if (ready_)
            fn(value_);
        else
            waiting_.push_back(std::move(fn));
        return this->shared_from_this();
    }

    void resolve(T v) {
        value_ = std::move(v);
        ready_ = true;
        auto waiting = std::move(waiting_);
        waiting_.clear();
        for (auto& fn : waiting) fn(value_);
    }

    bool ready() const { return ready_; }
    const T& value() const { return value_; }

private:
    bool ready_ = false;
    T value_{};
    std::vector<std::function<void(const T&)>> waiting_;
};

using Text = Deferred<std::string>;

struct Request {
    std::string url;
    Text::Ptr body;
};

static Request get(const std::string& url) {
    Request r{url, Text::make()};
    r.body->then([r](const std::string& s) { std::cout << r.url << " has " << s.size() << " bytes, ready " << r.body->ready() << '\n'; });
    return r;
}

static void scenario() {
    auto page = get("/index");
    auto style = get("/style");
    auto icon = get("/icon");
    page.body->resolve("<html></html>");
    icon.body->resolve("x");
    int total = 0;
    for (const auto& r : {page, style, icon})
        r.body->then([&total](const std::string& s) { total += static_cast<int>(s.size()); });
    std::cout << "total " << total << ", style ready " << style.body->ready() << '\n';
}

int main() {
    scenario();
    return 0;
}
