// RUN: %judge_case %s %t

#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace metro {

struct Station;

struct ByName {
    bool operator()(const std::shared_ptr<Station>& a, const std::shared_ptr<Station>& b) const;
};

struct Station {
    std::string name;
    bool open = true;
    // travel time in minutes to the directly connected stations
    std::map<std::shared_ptr<Station>, int, ByName> links;
};

bool ByName::operator()(const std::shared_ptr<Station>& a, const std::shared_ptr<Station>& b) const {
    return a->name < b->name;
}

class Map {
public:
    std::shared_ptr<Station> station(const std::string& name) {
        auto [it, fresh] = stations_.try_emplace(name);
        if (fresh) {
            it->second = std::make_shared<Station>();
            it->second->name = name;
        }
        return it->second;
    }

    void line(const std::vector<std::string>& names, int minutes) {
        for (std::size_t i = 1; i < names.size(); ++i) {
            auto a = station(names[i - 1]);
            auto b = station(names[i]);
            a->links[b] = minutes;
            b->links[a] = minutes;
        }
    }

    int travel(const std::string& from, const std::string& to) {
        std::map<Station*, int> best;
        std::set<std::pair<int, std::string>> queue{{0, from}};
        while (!queue.empty()) {
            auto [t, name] = *queue.begin();
            queue.erase(queue.begin());
            auto here = station(name);
            if (name == to) return t;
            for (const auto& [next, minutes] : here->links) {
                if (!next->open) continue;
                auto known = best.find(next.get());
                if (known != best.end() && known->second <= t + minutes) continue;
                best[next.get()] = t + minutes;
                queue.insert({t + minutes, next->name});
            }
        }
        return -1;
    }

private:
    std::map<std::string, std::shared_ptr<Station>> stations_;
};

}  // namespace metro

static void plan() {
    metro::Map m;
    m.line({"Airport", "Harbour", "Centre", "Park"}, 5);
    m.line({"Harbour", "Museum", "Park"}, 4);
    std::cout << "Airport-Park " << m.travel("Airport", "Park") << '\n';
    m.station("Museum")->open = false;
    std::cout << "Airport-Park " << m.travel("Airport", "Park") << '\n';
    std::cout << "Centre links " << m.station("Centre")->links.size() << '\n';
    std::cout << "Park-Museum " << m.travel("Park", "Museum") << '\n';
}

int main() {
    plan();
    return 0;
}
