// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Bindable properties of a view model.

template <typename T>
class Property {
public:
    explicit Property(T v = T()) : value_(std::move(v)) {}

    void bind(std::function<void(const T&)> fn) {
        fn(value_);
        bound_.push_back(std::move(fn));
    }

    Property& operator=(T v) {
        value_ = std::move(v);
        for (auto& fn : bound_) fn(value_);
        return *this;
    }

    const T& operator()() const { return value_; }

private:
    T value_;
    std::vector<std::function<void(const T&)>> bound_;
};

class Sink {
public:
    void line(const std::string& s) { text_ += s + '\n'; }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

class LoginModel : public std::enable_shared_from_this<LoginModel> {
public:
    Property<std::string> user;
    Property<std::string> password;
    Property<bool> canLogin{false};

    void init() {
        auto check = [self = shared_from_this()](const std::string&) {
            const bool ok = !self->user().empty() && self->password().size() > 3;
            if (ok != self->canLogin()) self->canLogin = ok;
        };
        user.bind(check);
        password.bind(check);
    }
};

static void scenario() {
    auto sink = std::make_shared<Sink>();
    {
        auto model = std::make_shared<LoginModel>();
        model->init();
        model->canLogin.bind([sink](bool on) { sink->line(on ? "button enabled" : "button grey"); });
        model->user = "root";
        model->password = "abc";
        model->password = "abcd";
        model->user = "";
        sink->line("user is '" + model->user() + "'");
    }
    std::cout << sink->text();
}

int main() {
    scenario();
    std::cout << "done\n";
    return 0;
}
