// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

// Friendship graph of a small social network.

class Member {
public:
    using Ptr = std::shared_ptr<Member>;

    explicit Member(std::string n) : name_(std::move(n)) {}

    const std::string& name() const { return name_; }
    std::size_t degree() const { return friends_.size(); }
    bool knows(const Ptr& other) const { return friends_.count(other) != 0; }

    // People known by my friends whom I do not know.
    std::vector<std::string> suggestions() const {
        std::set<std::string> out;
        for (const auto& f : friends_)
            for (const auto& ff : f->friends_)
                if (ff.get() != this && !knows(ff)) out.insert(ff->name_);
        return {out.begin(), out.end()};
    }

    friend void befriend(const Ptr& a, const Ptr& b) {
        if (a == b) return;
        a->friends_.insert(b);
        b->friends_.insert(a);
    }

    friend void unfriend(const Ptr& a, const Ptr& b) {
        a->friends_.erase(b);
        b->friends_.erase(a);
    }

private:
    std::string name_;
    std::unordered_set<Ptr> friends_;
};

class Network {
public:
    template <class... Names>
    void signUp(const Names&... names) {
        (members_.emplace_back(std::make_shared<Member>(names)), ...);
    }

    Member::Ptr operator[](const std::string& name) const {
        auto it = std::find_if(members_.begin(), members_.end(), [&](const auto& m) { return m->name() == name; });
        return it == members_.end() ? nullptr : *it;
    }

    // Leaves nobody who would still list the removed member.
    void remove(const std::string& name) {
        auto gone = (*this)[name];
        for (auto& m : members_) unfriend(m, gone);
        members_.erase(std::find(members_.begin(), members_.end(), gone));
    }

private:
    std::vector<Member::Ptr> members_;
};

static void scenario() {
    Network net;
    net.signUp("ada", "ben", "cleo", "dan");
    befriend(net["ada"], net["ben"]);
    befriend(net["ben"], net["cleo"]);
    befriend(net["cleo"], net["dan"]);
    for (const char* n : {"ada", "ben"}) {
        std::cout << n << " (" << net[n]->degree() << ") might know";
        for (const auto& s : net[n]->suggestions()) std::cout << ' ' << s;
        std::cout << '\n';
    }
    net.remove("cleo");
    std::cout << "ben " << net["ben"]->degree() << ", dan " << net["dan"]->degree() << '\n';
}

int main() {
    scenario();
    return 0;
}
