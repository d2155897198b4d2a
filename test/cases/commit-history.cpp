// RUN: %judge_case %s %t

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

// Version history of a document store: commits point at their parents.

class Commit {
public:
    using Ptr = std::shared_ptr<const Commit>;

    static Ptr create(std::string message, std::vector<Ptr> parents) {
        return std::make_shared<Commit>(std::move(message), std::move(parents));
    }

    Commit(std::string message, std::vector<Ptr> parents) : message_(std::move(message)), parents_(std::move(parents)) {
        std::size_t h = std::hash<std::string>()(message_);
        for (const auto& p : parents_) {
            generation_ = std::max(generation_, p->generation_ + 1);
            h = h * 31 + p->id_;
        }
        id_ = h;
    }

    const std::string& message() const { return message_; }
    const std::vector<Ptr>& parents() const { return parents_; }
    int generation() const { return generation_; }

private:
    std::string message_;
    std::vector<Ptr> parents_;
    std::size_t id_ = 0;
    int generation_ = 0;
};

class Repository {
public:
    Repository() { heads_["main"] = Commit::create("init", {}); }

    void branch(const std::string& name, const std::string& from) { heads_[name] = heads_.at(from); }

    void commit(const std::string& branch, const std::string& message) {
        heads_[branch] = Commit::create(message, {heads_.at(branch)});
    }

    void merge(const std::string& into, const std::string& from) {
        heads_[into] = Commit::create("merge " + from, {heads_.at(into), heads_.at(from)});
    }

    void drop(const std::string& name) { heads_.erase(name); }

    // Newest commit both branches have in common.
    Commit::Ptr base(const std::string& a, const std::string& b) const {
        std::set<const Commit*> mine;
        collect(*heads_.at(a), mine);
        Commit::Ptr best;
        std::function<void(const Commit::Ptr&)> walk = [&](const Commit::Ptr& c) {
            if (mine.count(c.get())) {
                if (!best || c->generation() > best->generation()) best = c;
                return;
            }
            for (const auto& p : c->parents()) walk(p);
        };
        walk(heads_.at(b));
        return best;
    }

    std::size_t size(const std::string& branch) const {
        std::set<const Commit*> all;
        collect(*heads_.at(branch), all);
        return all.size();
    }

private:
    static void collect(const Commit& c, std::set<const Commit*>& out) {
        if (!out.insert(&c).second) return;
        for (const auto& p : c.parents()) collect(*p, out);
    }

    std::map<std::string, Commit::Ptr> heads_;
};

int main() {
    Repository repo;
    repo.commit("main", "readme");
    repo.branch("feature", "main");
    repo.commit("feature", "start feature");
    repo.commit("main", "fix typo");
    std::printf("base: %s\n", repo.base("main", "feature")->message().c_str());
    repo.merge("feature", "main");
    repo.commit("feature", "finish feature");
    std::printf("base: %s\n", repo.base("main", "feature")->message().c_str());
    repo.merge("main", "feature");
    repo.drop("feature");
    std::printf("main has %zu commits\n", repo.size("main"));
    std::fflush(stdout);
    return 0;
}
