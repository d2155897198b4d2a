// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Documents lock their file through the lock table. The lock releases itself
// when it is destroyed.

class Document;

class LockTable {
public:
    bool acquire(const std::string& path, std::shared_ptr<Document> who) {
        return owners_.emplace(path, std::move(who)).second;
    }
    void release(const std::string& path) { owners_.erase(path); }
    std::string ownerOf(const std::string& path) const;
    std::size_t held() const { return owners_.size(); }

private:
    std::map<std::string, std::shared_ptr<Document>> owners_;
};

class FileLock {
public:
    FileLock(std::shared_ptr<LockTable> t, std::string path) : table_(std::move(t)), path_(std::move(path)) {}
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock() { table_->release(path_); }

private:
    std::shared_ptr<LockTable> table_;
    std::string path_;
};

class Document : public std::enable_shared_from_this<Document> {
public:
    explicit Document(std::string author) : author_(std::move(author)) {}

    bool openFile(const std::shared_ptr<LockTable>& table, const std::string& path) {
        if (!table->acquire(path, shared_from_this())) return false;
        lock_ = std::make_unique<FileLock>(table, path);
        return true;
    }

    void append(const std::string& s) {
        if (lock_) text_ += s;
    }
    void save() { saved_ = text_.size(); }

    const std::string& author() const { return author_; }
    std::string status() const { return author_ + " saved " + std::to_string(saved_); }

private:
    std::string author_;
    std::string text_;
    std::size_t saved_ = 0;
    std::unique_ptr<FileLock> lock_;
};

std::string LockTable::ownerOf(const std::string& path) const {
    auto it = owners_.find(path);
    return it == owners_.end() ? "nobody" : it->second->author();
}

static void scenario() {
    auto table = std::make_shared<LockTable>();
    auto ann = std::make_shared<Document>("ann");
    auto bob = std::make_shared<Document>("bob");
    std::cout << "ann opens " << ann->openFile(table, "plan.txt") << '\n';
    std::cout << "bob opens " << bob->openFile(table, "plan.txt") << '\n';
    ann->append("first draft");
    bob->append("ignored");
    ann->save();
    bob->save();
    std::cout << ann->status() << ", " << bob->status() << '\n';
    std::cout << "owner " << table->ownerOf("plan.txt") << ", held " << table->held() << '\n';
}

int main() {
    scenario();
    return 0;
}
