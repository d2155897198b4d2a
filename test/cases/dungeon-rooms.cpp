// RUN: %judge_case %s %t

#include <iostream>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dungeon {

class room {
public:
    explicit room(std::string name) : name_(std::move(name)) {}

    using ptr = std::shared_ptr<room>;

    // Several doors can lead in the same direction.
    std::list<ptr>& doors(const std::string& direction) { return exits_[direction]; }

    ptr leave(const std::string& direction) const {
        auto found = exits_.find(direction);
        return found == exits_.end() || found->second.empty() ? nullptr : found->second.front();
    }

    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::unordered_map<std::string, std::list<ptr>> exits_;
};

inline std::string opposite(const std::string& d) {
    static const std::vector<std::pair<const char*, const char*>> table{{"north", "south"}, {"east", "west"}, {"up", "down"}};
    for (const auto& p : table) {
        if (d == p.first) return p.second;
        if (d == p.second) return p.first;
    }
    return d;
}

enum class kind { one_way, both_ways };

inline void dig(const room::ptr& from, const std::string& direction, const room::ptr& to, kind k) {
    from->doors(direction).push_back(to);
    if (k == kind::both_ways) to->doors(opposite(direction)).push_front(from);
}

}  // namespace dungeon

using dungeon::kind;

static dungeon::room::ptr wander(dungeon::room::ptr here, const std::vector<std::string>& steps) {
    for (const auto& s : steps) {
        auto next = here->leave(s);
        std::cout << here->name() << " --" << s << "--> " << (next ? next->name() : "wall") << '\n';
        if (next) here = std::move(next);
    }
    return here;
}

static void scenario(kind k) {
    auto gate = std::make_shared<dungeon::room>("gate");
    auto hall = std::make_shared<dungeon::room>("hall");
    auto crypt = std::make_shared<dungeon::room>("crypt");
    dungeon::dig(gate, "north", hall, k);
    dungeon::dig(hall, "down", crypt, kind::one_way);
    dungeon::dig(gate, "down", crypt, kind::one_way);
    auto end = wander(gate, {"north", "south", "down", "up"});
    std::cout << "ends in " << end->name() << '\n';
}

int main() {
    scenario(kind::one_way);
    scenario(kind::both_ways);
    return 0;
}
