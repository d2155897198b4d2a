// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Per-document cache of rendered views. The cache forgets the views of
// documents that no longer exist.

class Document;

class View {
public:
    View(std::shared_ptr<const Document> d, int width) : doc_(std::move(d)), width_(width) {}
    std::string render() const;

private:
    std::shared_ptr<const Document> doc_;
    int width_;
};

class ViewCache {
public:
    using Key = std::weak_ptr<const Document>;

    std::shared_ptr<View> view(const std::shared_ptr<const Document>& d) {
        purge();
        auto& slot = views_[Key(d)];
        if (!slot) {
            slot = std::make_shared<View>(d, width_);
            ++made_;
        }
        return slot;
    }

    void purge() {
        for (auto it = views_.begin(); it != views_.end();) it = it->first.expired() ? views_.erase(it) : std::next(it);
    }

    explicit ViewCache(int width) : width_(width) {}
    int made() const { return made_; }
    std::size_t size() const { return views_.size(); }

private:
    int width_;
    int made_ = 0;
    std::map<Key, std::shared_ptr<View>, std::owner_less<Key>> views_;
};

class Document : public std::enable_shared_from_this<Document> {
public:
    Document(std::shared_ptr<ViewCache> cache, std::string text) : cache_(std::move(cache)), text_(std::move(text)) {}
    const std::string& text() const { return text_; }
    std::string shown() const { return cache_->view(shared_from_this())->render(); }

private:
    std::shared_ptr<ViewCache> cache_;
    std::string text_;
};

std::string View::render() const {
    const auto& t = doc_->text();
    return t.size() > static_cast<std::size_t>(width_) ? t.substr(0, static_cast<std::size_t>(width_)) + "~" : t;
}

static void scenario() {
    auto cache = std::make_shared<ViewCache>(8);
    auto letter = std::make_shared<Document>(cache, "Dear Sir or Madam");
    auto memo = std::make_shared<Document>(cache, "buy milk");
    std::cout << letter->shown() << ", " << memo->shown() << '\n';
    std::cout << letter->shown() << ", made " << cache->made() << " size " << cache->size() << '\n';
    auto draft = std::make_shared<Document>(cache, "never shown");
    draft.reset();
    cache->purge();
    std::cout << "size " << cache->size() << '\n';
}

int main() {
    scenario();
    return 0;
}
