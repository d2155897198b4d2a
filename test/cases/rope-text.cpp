// RUN: %judge_case %s %t

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>

// Rope: long texts as binary trees of shared pieces.

class Rope {
    struct Piece {
        std::string text;
        std::shared_ptr<const Piece> left;
        std::shared_ptr<const Piece> right;
        std::size_t size;
    };
    using Ref = std::shared_ptr<const Piece>;

public:
    Rope() = default;
    Rope(const char* s) {
        auto p = std::make_shared<Piece>();
        p->text = s;
        p->size = p->text.size();
        root_ = p;
    }

    std::size_t size() const { return root_ ? root_->size : 0; }

    friend Rope operator+(const Rope& a, const Rope& b) {
        if (!a.root_) return b;
        if (!b.root_) return a;
        return Rope(join(a.root_, b.root_));
    }

    Rope& operator+=(const Rope& o) { return *this = *this + o; }

    char at(std::size_t i) const {
        const Piece* p = root_.get();
        while (p->left) {
            if (i < p->left->size) {
                p = p->left.get();
            } else {
                i -= p->left->size;
                p = p->right.get();
            }
        }
        return p->text[i];
    }

    Rope repeat(int n) const {
        Rope r, twice = *this;
        for (; n > 0; n /= 2) {
            if (n % 2) r += twice;
            twice += twice;
        }
        return r;
    }

    std::string str() const {
        std::string out;
        std::function<void(const Ref&)> walk = [&](const Ref& p) {
            if (!p) return;
            walk(p->left);
            out += p->text;
            walk(p->right);
        };
        walk(root_);
        return out;
    }

private:
    explicit Rope(Ref r) : root_(std::move(r)) {}

    static Ref join(const Ref& l, const Ref& r) {
        auto p = std::make_shared<Piece>();
        p->left = l;
        p->right = r;
        p->size = l->size + r->size;
        return p;
    }

    Ref root_;
};

static void scenario() {
    Rope ab = Rope("a") + "b";
    Rope line = ab.repeat(5) + "!";
    std::printf("%s (%zu)\n", line.str().c_str(), line.size());
    line += line;
    line += ab + line;
    std::printf("%s (%zu) %c%c\n", line.str().c_str(), line.size(), line.at(0), line.at(21));
    Rope big = line.repeat(1000);
    std::printf("%zu %c\n", big.size(), big.at(big.size() - 1));
}

int main() {
    scenario();
    std::fflush(stdout);
    return 0;
}
