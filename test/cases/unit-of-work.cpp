// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

// Unit of work around a repository. The scope object finishes the work in
// every case, also when an exception passes through.

class Repository;

class Work {
public:
    explicit Work(std::shared_ptr<Repository> r) : repo_(std::move(r)) {}
    void stage(const std::string& key, int value) { staged_[key] = value; }
    int read(const std::string& key) const;
    void flush();

private:
    std::shared_ptr<Repository> repo_;
    std::map<std::string, int> staged_;
};

class Repository : public std::enable_shared_from_this<Repository> {
public:
    class Scope {
    public:
        explicit Scope(std::shared_ptr<Repository> r) : repo_(std::move(r)) { repo_->begin(); }
        ~Scope() { repo_->end(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        Work* operator->() const { return repo_->current_->get(); }
        void commit() { (*repo_->current_)->flush(); }

    private:
        std::shared_ptr<Repository> repo_;
    };

    int value(const std::string& key) const {
        auto it = rows_.find(key);
        return it == rows_.end() ? 0 : it->second;
    }
    void write(const std::string& key, int v) { rows_[key] = v; }
    bool busy() const { return current_.has_value(); }
    int rollbacks() const { return begun_ - flushed_; }
    void countFlush() { ++flushed_; }

private:
    void begin() {
        if (current_) throw std::logic_error("nested work");
        current_ = std::make_shared<Work>(shared_from_this());
        ++begun_;
    }
    void end() { current_.reset(); }

    std::map<std::string, int> rows_;
    std::optional<std::shared_ptr<Work>> current_;
    int begun_ = 0;
    int flushed_ = 0;
};

int Work::read(const std::string& key) const {
    auto it = staged_.find(key);
    return it == staged_.end() ? repo_->value(key) : it->second;
}

void Work::flush() {
    for (const auto& [k, v] : staged_) repo_->write(k, v);
    staged_.clear();
    repo_->countFlush();
}

static void transfer(const std::shared_ptr<Repository>& repo, const std::string& from, const std::string& to, int amount) {
    Repository::Scope work(repo);
    work->stage(from, work->read(from) - amount);
    if (work->read(from) < 0) throw std::runtime_error("insufficient funds");
    work->stage(to, work->read(to) + amount);
    work.commit();
}

int main() {
    auto repo = std::make_shared<Repository>();
    repo->write("ann", 100);
    const int amounts[] = {30, 90, 70};
    for (int a : amounts) {
        try {
            transfer(repo, "ann", "bob", a);
            std::cout << "moved " << a << '\n';
        } catch (const std::runtime_error& e) {
            std::cout << a << ": " << e.what() << ", busy " << repo->busy() << '\n';
        }
    }
    std::cout << repo->value("ann") << ' ' << repo->value("bob") << " rollbacks " << repo->rollbacks() << '\n';
    return 0;
}
