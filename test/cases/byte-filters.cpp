// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Filters wrap another source of characters; a tee feeds a second target.

class Target {
public:
    virtual ~Target() = default;
    virtual void put(char c) = 0;
    virtual void finish() {}
};
using TargetPtr = std::shared_ptr<Target>;

class Memory : public Target {
public:
    void put(char c) override { text += c; }
    std::string text;
};

class Filter : public Target {
public:
    explicit Filter(TargetPtr next) : next_(std::move(next)) {}
    void finish() override { next_->finish(); }

    // Replaces the target and returns the former one.
    TargetPtr redirect(TargetPtr to) { return std::exchange(next_, std::move(to)); }

protected:
    TargetPtr next_;
};

class Squeeze : public Filter {
public:
    using Filter::Filter;
    void put(char c) override {
        if (c != ' ' || last_ != ' ') next_->put(c);
        last_ = c;
    }

private:
    char last_ = 0;
};

class Reverse : public Filter {
public:
    using Filter::Filter;
    void put(char c) override { held_ += c; }
    void finish() override {
        std::reverse(held_.begin(), held_.end());
        for (char c : std::exchange(held_, std::string())) next_->put(c);
        Filter::finish();
    }

private:
    std::string held_;
};

class Tee : public Filter {
public:
    Tee(TargetPtr a, TargetPtr b) : Filter(std::move(a)), other_(std::move(b)) {}
    void put(char c) override {
        next_->put(c);
        other_->put(c);
    }
    void finish() override {
        next_->finish();
        other_->finish();
    }

private:
    TargetPtr other_;
};

static void write(const TargetPtr& t, const std::string& s) {
    for (char c : s) t->put(c);
    t->finish();
}

static void scenario() {
    auto plain = std::make_shared<Memory>();
    auto mirrored = std::make_shared<Memory>();
    auto reverse = std::make_shared<Reverse>(mirrored);
    TargetPtr top = std::make_shared<Tee>(std::make_shared<Squeeze>(plain), reverse);
    write(top, "one  two");
    std::cout << plain->text << '|' << mirrored->text << '\n';
    // Second pass: everything that is reversed is squeezed before.
    auto old = reverse->redirect(std::make_shared<Squeeze>(plain));
    top = std::make_shared<Squeeze>(std::move(top));
    write(top, "a   b");
    std::cout << plain->text << '|' << mirrored->text << ' ' << (old == mirrored) << '\n';
}

int main() {
    scenario();
    return 0;
}
