// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Two level page index in the manner of a B+ tree: inner pages refer to their
// leaves, leaves are additionally chained for range scans.

class Page {
public:
    explicit Page(bool leaf) : leaf_(leaf) {}

private:
    friend class PageIndex;
    bool leaf_;
    std::vector<int> keys_;
    std::vector<std::shared_ptr<Page>> down_;
    std::shared_ptr<Page> right_;
};

class PageIndex {
public:
    PageIndex() : root_(std::make_shared<Page>(false)) { root_->down_.push_back(std::make_shared<Page>(true)); }

    void insert(int key) {
        std::size_t slot = slotOf(key);
        auto leaf = root_->down_[slot];
        auto& k = leaf->keys_;
        k.insert(std::lower_bound(k.begin(), k.end(), key), key);
        if (k.size() > 3) split(slot);
    }

    std::vector<int> range(int from, int to) const {
        std::vector<int> out;
        for (auto p = root_->down_[slotOf(from)]; p; p = p->right_)
            for (int k : p->keys_) {
                if (k > to) return out;
                if (k >= from) out.push_back(k);
            }
        return out;
    }

    std::string layout() const {
        std::string s;
        for (const auto& p : root_->down_) {
            s += '[';
            for (int k : p->keys_) s += std::to_string(k) + (k == p->keys_.back() ? "" : " ");
            s += ']';
        }
        return s;
    }

private:
    std::size_t slotOf(int key) const {
        const auto& k = root_->keys_;
        return static_cast<std::size_t>(std::upper_bound(k.begin(), k.end(), key) - k.begin());
    }

    void split(std::size_t slot) {
        auto left = root_->down_[slot];
        auto right = std::make_shared<Page>(left->leaf_);
        right->keys_.assign(left->keys_.begin() + 2, left->keys_.end());
        left->keys_.resize(2);
        right->right_ = left->right_;
        left->right_ = right;
        const auto at = static_cast<std::ptrdiff_t>(slot);
        root_->keys_.insert(root_->keys_.begin() + at, right->keys_.front());
        root_->down_.insert(root_->down_.begin() + at + 1, right);
    }

    std::shared_ptr<Page> root_;
};

static void scenario() {
    PageIndex index;
    for (int k : {50, 20, 90, 70, 10, 30, 60, 40, 80, 25}) index.insert(k);
    std::cout << index.layout() << '\n';
    for (int k : index.range(25, 65)) std::cout << k << ' ';
    std::cout << '\n';
    std::cout << "none: " << index.range(91, 99).size() << '\n';
}

int main() {
    scenario();
    return 0;
}
