// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Folder tree with one index over all folders in the top folder. The index
// lists every folder, the top one included.

class Folder : public std::enable_shared_from_this<Folder> {
public:
    explicit Folder(std::string path) : path_(std::move(path)) {}

    static std::shared_ptr<Folder> mount(const std::string& path) {
        auto top = std::make_shared<Folder>(path);
        top->reindex();
        return top;
    }

    Folder& file(std::string f) {
        files_.push_back(std::move(f));
        return *this;
    }

    std::shared_ptr<Folder> sub(const std::string& name) {
        subs_.push_back(std::make_shared<Folder>(path_ + name + "/"));
        return subs_.back();
    }

    void reindex() {
        index_.clear();
        collect(index_);
    }

    std::shared_ptr<Folder> at(const std::string& path) const {
        auto it = index_.find(path);
        return it == index_.end() ? nullptr : it->second;
    }

    std::size_t files() const { return files_.size(); }
    std::size_t indexed() const { return index_.size(); }

private:
    using Index = std::map<std::string, std::shared_ptr<Folder>>;

    void collect(Index& out) {
        out[path_] = shared_from_this();
        for (auto& s : subs_) s->collect(out);
    }

    std::string path_;
    std::vector<std::string> files_;
    std::vector<std::shared_ptr<Folder>> subs_;
    Index index_;
};

static void scenario() {
    auto disk = Folder::mount("/");
    disk->file("readme");
    auto img = disk->sub("img");
    img->file("a.png").file("b.png");
    img->sub("icons")->file("x.svg");
    std::cout << "indexed " << disk->indexed() << '\n';
    disk->reindex();
    std::cout << "indexed " << disk->indexed() << '\n';
    for (const char* p : {"/", "/img/", "/img/icons/", "/tmp/"}) {
        auto f = disk->at(p);
        std::cout << p << ' ' << (f ? std::to_string(f->files()) : std::string("-")) << '\n';
    }
}

int main() {
    scenario();
    return 0;
}
