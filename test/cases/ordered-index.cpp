// RUN: %judge_case %s %t

#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Ordered map with express lanes. Every lane only ever points at larger keys.

template <class Key, class Val, int Lanes = 3>
class OrderedIndex {
    struct Item;
    using Link = std::shared_ptr<Item>;
    using Tower = std::array<Link, Lanes>;

    struct Item {
        std::pair<Key, Val> kv;
        Tower lanes;
    };

public:
    bool insert(Key k, Val v) {
        std::array<Tower*, Lanes> before;
        Tower* cur = &start_;
        for (int l = Lanes - 1; l >= 0; --l) {
            while ((*cur)[l] && (*cur)[l]->kv.first < k) cur = &(*cur)[l]->lanes;
            before[l] = cur;
        }
        if ((*before[0])[0] && !(k < (*before[0])[0]->kv.first)) return false;
        auto item = std::make_shared<Item>();
        item->kv = {std::move(k), std::move(v)};
        ++count_;
        for (int l = 0; l < Lanes && count_ % (1 << l) == 0; ++l) {
            item->lanes[l] = (*before[l])[l];
            (*before[l])[l] = item;
        }
        return true;
    }

    bool erase(const Key& k) {
        bool hit = false;
        Tower* cur = &start_;
        for (int l = Lanes - 1; l >= 0; --l) {
            while ((*cur)[l] && (*cur)[l]->kv.first < k) cur = &(*cur)[l]->lanes;
            if ((*cur)[l] && (*cur)[l]->kv.first == k) {
                Link gone = (*cur)[l];
                (*cur)[l] = gone->lanes[l];
                hit = true;
            }
        }
        return hit;
    }

    template <class F>
    void scan(int lane, F f) const {
        for (const Item* i = start_[lane].get(); i; i = i->lanes[lane].get()) f(i->kv.first, i->kv.second);
    }

private:
    Tower start_;
    int count_ = 0;
};

int main() {
    OrderedIndex<std::string, int> idx;
    int n = 0;
    for (const char* w : {"delta", "alpha", "golf", "echo", "bravo", "foxtrot", "charlie", "hotel"}) idx.insert(w, ++n);
    std::cout << "dup " << idx.insert("echo", 99) << '\n';
    for (int lane = 0; lane < 3; ++lane) {
        std::cout << "lane " << lane << ':';
        idx.scan(lane, [](const std::string& k, int v) { std::cout << ' ' << k << '=' << v; });
        std::cout << '\n';
    }
    std::cout << "erase " << idx.erase("echo") << idx.erase("zulu") << '\n';
    idx.scan(0, [](const std::string& k, int) { std::cout << k[0]; });
    std::cout << '\n';
}
