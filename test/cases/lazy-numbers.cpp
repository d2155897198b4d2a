// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Lazy sequences. The rest of a sequence is computed when it is needed for the
// first time; the recipe is thrown away afterwards.

class Seq : public std::enable_shared_from_this<Seq> {
public:
    using Ptr = std::shared_ptr<Seq>;
    using Recipe = std::function<Ptr()>;

    Seq(long head, Recipe recipe) : head_(head), recipe_(std::move(recipe)) {}
    ~Seq() {
        // long sequences are taken apart without recursion
        for (Ptr t = std::move(tail_); t && t.use_count() == 1;) t = Ptr(std::move(t->tail_));
    }

    long head() const { return head_; }

    const Ptr& tail() {
        if (recipe_) {
            auto r = std::move(recipe_);
            recipe_ = nullptr;
            tail_ = r();
        }
        return tail_;
    }

    static Ptr from(long n) {
        return std::make_shared<Seq>(n, [n] { return from(n + 1); });
    }

    template <class P>
    static Ptr filter(Ptr s, P keep) {
        while (s && !keep(s->head())) s = s->tail();
        if (!s) return nullptr;
        return std::make_shared<Seq>(s->head(), [s, keep] { return filter(s->tail(), keep); });
    }

    // First n elements followed by the other sequence.
    static Ptr splice(const Ptr& s, int n, const Ptr& other) {
        if (n == 0 || !s) return other;
        return std::make_shared<Seq>(s->head(), [s, n, other] { return splice(s->tail(), n - 1, other); });
    }

private:
    long head_;
    Recipe recipe_;
    Ptr tail_;
};

static Seq::Ptr sieve(Seq::Ptr s) {
    const long p = s->head();
    return std::make_shared<Seq>(p, [s, p] { return sieve(Seq::filter(s->tail(), [p](long n) { return n % p != 0; })); });
}

static void print(Seq::Ptr s, int n) {
    for (; s && n > 0; s = s->tail(), --n) std::cout << s->head() << ' ';
    std::cout << '\n';
}

static void scenario() {
    auto nat = Seq::from(1);
    auto even = Seq::filter(nat, [](long n) { return n % 2 == 0; });
    print(nat, 5);
    print(even, 5);
    print(sieve(Seq::from(2)), 8);
    auto mixed = Seq::splice(nat, 3, even);
    print(Seq::splice(mixed, 4, mixed), 9);
    long sum = 0;
    int n = 0;
    for (auto s = Seq::from(1); n < 3000; s = Seq::Ptr(s->tail()), ++n) sum += s->head();
    std::cout << sum << '\n';
}

int main() {
    scenario();
    return 0;
}
