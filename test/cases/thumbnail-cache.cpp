// RUN: %judge_case %s %t

#include <iostream>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

// Thumbnails with a small LRU cache. A thumbnail may be a crop of another one
// and then keeps that one for as long as it lives itself.

class Thumbnail {
public:
    Thumbnail(std::string name, int pixels) : name_(std::move(name)), pixels_(pixels) {}
    Thumbnail(std::shared_ptr<const Thumbnail> whole, int pixels)
        : name_(whole->name_ + "#"), pixels_(pixels), whole_(std::move(whole)) {}

    const std::string& name() const { return name_; }
    int pixels() const { return pixels_; }
    const Thumbnail& original() const { return whole_ ? whole_->original() : *this; }

private:
    std::string name_;
    int pixels_;
    std::shared_ptr<const Thumbnail> whole_;
};

class Cache {
public:
    using Value = std::shared_ptr<const Thumbnail>;

    explicit Cache(std::size_t limit) : limit_(limit) {}

    Value get(const std::string& name) {
        auto it = index_.find(name);
        if (it != index_.end()) {
            ++hits_;
            order_.splice(order_.begin(), order_, it->second);
            return it->second->second;
        }
        Value v;
        if (!name.empty() && name.back() == '#')
            v = std::make_shared<Thumbnail>(get(name.substr(0, name.size() - 1)), 16);
        else
            v = std::make_shared<Thumbnail>(name, static_cast<int>(name.size()) * 100);
        order_.emplace_front(name, v);
        index_[name] = order_.begin();
        if (order_.size() > limit_) {
            index_.erase(order_.back().first);
            order_.pop_back();
        }
        return v;
    }

    int hits() const { return hits_; }
    std::string content() const {
        std::string s;
        for (const auto& e : order_) s += e.first + " ";
        return s;
    }

private:
    using Entry = std::pair<std::string, Value>;
    std::size_t limit_;
    int hits_ = 0;
    std::list<Entry> order_;
    std::unordered_map<std::string, std::list<Entry>::iterator> index_;
};

static void scenario() {
    Cache::Value kept;
    {
        Cache cache(3);
        for (const char* n : {"cat", "dog", "cat", "bird##", "cat"}) {
            auto t = cache.get(n);
            std::cout << t->name() << ' ' << t->pixels() << " of " << t->original().pixels() << " [" << cache.content() << "]\n";
        }
        kept = cache.get("bird##");
        std::cout << "hits " << cache.hits() << '\n';
    }
    std::cout << kept->name() << " of " << kept->original().name() << '\n';
}

int main() {
    scenario();
    return 0;
}
