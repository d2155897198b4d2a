// RUN: %judge_case %s %t

#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

// Persistent list: every version stays valid, common tails are stored once.

template <class T>
class PList {
    struct Cell {
        T head;
        std::shared_ptr<const Cell> tail;
    };
    std::shared_ptr<const Cell> first_;

    explicit PList(std::shared_ptr<const Cell> c) : first_(std::move(c)) {}

public:
    PList() = default;
    PList(std::initializer_list<T> init) {
        for (auto it = init.end(); it != init.begin();) first_ = std::make_shared<const Cell>(Cell{*--it, first_});
    }

    bool empty() const { return !first_; }
    const T& front() const { return first_->head; }
    PList pop() const { return PList(first_->tail); }
    PList push(T v) const { return PList(std::make_shared<const Cell>(Cell{std::move(v), first_})); }

    PList append(const PList& other) const {
        if (empty()) return other;
        return pop().append(other).push(front());
    }

    template <class F>
    auto map(F f) const -> PList<decltype(f(std::declval<T>()))> {
        if (empty()) return {};
        return pop().map(f).push(f(front()));
    }

    template <class A, class F>
    A fold(A acc, F f) const {
        for (auto c = first_.get(); c; c = c->tail.get()) acc = f(std::move(acc), c->head);
        return acc;
    }

    int sharedCellsWith(const PList& o) const {
        for (auto a = first_.get(); a; a = a->tail.get())
            for (auto b = o.first_.get(); b; b = b->tail.get())
                if (a == b) {
                    int n = 0;
                    for (; a; a = a->tail.get()) ++n;
                    return n;
                }
        return 0;
    }
};

static std::string text(const PList<int>& l) {
    return l.fold(std::string(), [](std::string s, int v) { return s + std::to_string(v) + " "; });
}

int main() {
    const PList<int> v1{3, 2, 1};
    const auto v2 = v1.push(4);
    const auto v3 = v1.pop().push(9);
    const auto v4 = v2.append(v3);
    std::printf("v1 %s\nv2 %s\nv3 %s\nv4 %s\n", text(v1).c_str(), text(v2).c_str(), text(v3).c_str(), text(v4).c_str());
    std::printf("shared %d %d %d\n", v1.sharedCellsWith(v2), v1.sharedCellsWith(v3), v4.sharedCellsWith(v3));
    auto doubled = v1.map([](int x) { return x * 2; });
    std::printf("sum %d of %s\n", doubled.fold(0, [](int a, int b) { return a + b; }), text(doubled).c_str());
    auto longList = v1;
    for (int i = 0; i < 500; ++i) longList = longList.push(i);
    std::printf("shared tail %d\n", longList.sharedCellsWith(v1));
    std::fflush(stdout);
    return 0;
}
