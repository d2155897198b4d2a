// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Children in a ring count out who has to leave. The ring is opened again by
// the game when it is over.

class Child {
public:
    explicit Child(std::string n) : name(std::move(n)) {}
    const std::string name;
    std::shared_ptr<Child> left;
};

class Game {
public:
    Game() = default;
    Game(const Game&) = delete;
    Game& operator=(const Game&) = delete;
    ~Game() {
        if (last_) last_->left.reset();
    }

    Game& join(const std::string& name) {
        auto c = std::make_shared<Child>(name);
        if (last_) {
            c->left = std::move(last_->left);
            last_->left = c;
        } else {
            c->left = c;
        }
        last_ = std::move(c);
        return *this;
    }

    // Removes the n-th child counted from the one after the last.
    std::string countOut(int n) {
        for (int i = 1; i < n; ++i) last_ = std::shared_ptr<Child>(last_->left);
        auto out = std::move(last_->left);
        if (out == last_) {
            last_.reset();
            return out->name;
        }
        last_->left = std::move(out->left);
        return out->name;
    }

    bool over() const { return !last_ || last_->left == last_; }
    std::string winner() const { return last_ ? last_->name : "nobody"; }

private:
    std::shared_ptr<Child> last_;
};

static void scenario(const std::string& names, int n, int rounds) {
    Game g;
    for (char c : names) g.join(std::string(1, c));
    std::cout << "out:";
    while (!g.over() && rounds-- > 0) std::cout << ' ' << g.countOut(n);
    std::cout << (g.over() ? ", left " + g.winner() : std::string(", stopped")) << '\n';
}

int main() {
    scenario("abcdefg", 3, 100);
    scenario("xyz", 2, 1);
    scenario("q", 5, 1);
    return 0;
}
