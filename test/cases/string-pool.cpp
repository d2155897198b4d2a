// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Texture store: identical images are loaded once and handed out again for as
// long as somebody uses them; then the slot goes back to the store.

class TextureStore;

struct Texture {
    std::string file;
    int slot;
};

class TextureStore : public std::enable_shared_from_this<TextureStore> {
public:
    using Handle = std::shared_ptr<const Texture>;

    Handle get(const std::string& file) {
        auto& known = byName_[file];
        if (auto h = known.lock()) return h;
        const int slot = takeSlot();
        auto self = shared_from_this();
        Handle h(new Texture{file, slot}, [self](const Texture* t) {
            self->giveBack(*t);
            delete t;
        });
        known = h;
        return h;
    }

    int inUse() const { return next_ - static_cast<int>(free_.size()); }

private:
    int takeSlot() {
        if (free_.empty()) return next_++;
        const int s = free_.back();
        free_.pop_back();
        return s;
    }

    void giveBack(const Texture& t) {
        free_.push_back(t.slot);
        byName_.erase(t.file);
    }

    int next_ = 0;
    std::vector<int> free_;
    std::map<std::string, std::weak_ptr<const Texture>> byName_;
};

class Sprite {
public:
    Sprite(std::shared_ptr<TextureStore> store, const std::string& file) : store_(std::move(store)), image_(store_->get(file)) {}
    void change(const std::string& file) { image_ = store_->get(file); }
    int slot() const { return image_->slot; }

private:
    std::shared_ptr<TextureStore> store_;
    TextureStore::Handle image_;
};

static void scenario() {
    TextureStore::Handle last;
    {
        auto store = std::make_shared<TextureStore>();
        Sprite tree(store, "tree.png"), bush(store, "bush.png"), tree2(store, "tree.png");
        std::cout << tree.slot() << bush.slot() << tree2.slot() << " in use " << store->inUse() << '\n';
        bush.change("tree.png");
        std::cout << bush.slot() << " in use " << store->inUse() << '\n';
        tree2.change("rock.png");
        std::cout << tree2.slot() << " in use " << store->inUse() << '\n';
        last = store->get("moon.png");
    }
    std::cout << last->file << ' ' << last->slot << '\n';
}

int main() {
    scenario();
    return 0;
}
