// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// Build targets and what has to be built before. Dependencies that would lead
// back to the target itself are refused.

class Target : public std::enable_shared_from_this<Target> {
public:
    explicit Target(std::string name) : name_(std::move(name)) {}

    Target& needs(const std::shared_ptr<Target>& other) {
        if (other->reaches(this)) throw std::logic_error(name_ + " already required by " + other->name_);
        needs_.insert(other);
        return *this;
    }

    void build(std::set<std::string>& done, std::ostream& os) const {
        for (const auto& n : needs_)
            if (!done.count(n->name_)) n->build(done, os);
        done.insert(name_);
        os << name_ << ' ';
    }

    const std::string& name() const { return name_; }

private:
    struct ByName {
        bool operator()(const std::shared_ptr<Target>& a, const std::shared_ptr<Target>& b) const { return a->name_ < b->name_; }
    };

    bool reaches(const Target* t) const {
        return this == t || std::any_of(needs_.begin(), needs_.end(), [t](const std::shared_ptr<Target>& n) { return n->reaches(t); });
    }

    std::string name_;
    std::set<std::shared_ptr<Target>, ByName> needs_;
};

class Project {
public:
    std::shared_ptr<Target> target(const std::string& name) {
        auto& t = targets_[name];
        if (!t) t = std::make_shared<Target>(name);
        return t;
    }

    bool depend(const std::string& what, const std::string& on) {
        try {
            target(what)->needs(target(on));
            return true;
        } catch (const std::logic_error& e) {
            std::cout << "refused: " << e.what() << '\n';
            return false;
        }
    }

    void build(const std::string& name) {
        std::set<std::string> done;
        target(name)->build(done, std::cout);
        std::cout << '\n';
    }

private:
    std::map<std::string, std::shared_ptr<Target>> targets_;
};

static void scenario() {
    Project p;
    p.depend("app", "libui");
    p.depend("libui", "libbase");
    p.depend("app", "libbase");
    p.depend("libbase", "config");
    p.depend("config", "app");
    p.depend("config", "config");
    p.depend("tests", "app");
    p.build("app");
    p.build("tests");
}

int main() {
    scenario();
    return 0;
}
