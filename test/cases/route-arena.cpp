// RUN: %judge_case %s %t

#include <iostream>
#include <limits>
#include <memory>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

// Road network. The network keeps the junctions, roads only point at them.

class Junction;

struct Road {
    Junction* to;
    int km;
};

class Junction {
public:
    explicit Junction(std::string n) : name(std::move(n)) {}

    std::string name;
    std::vector<Road> roads;
    const std::shared_ptr<const Junction>& region() const { return region_; }
    void setRegion(std::shared_ptr<const Junction> hub) { region_ = std::move(hub); }

private:
    // Small junctions are listed under a bigger one.
    std::shared_ptr<const Junction> region_;
};

class Network {
public:
    std::shared_ptr<Junction> junction(const std::string& name) {
        for (const auto& j : all_)
            if (j->name == name) return j;
        all_.push_back(std::make_shared<Junction>(name));
        return all_.back();
    }

    void road(const std::string& a, const std::string& b, int km) {
        auto ja = junction(a), jb = junction(b);
        ja->roads.push_back({jb.get(), km});
        jb->roads.push_back({ja.get(), km});
    }

    int distance(const std::string& from, const std::string& to) {
        using Item = std::pair<int, const Junction*>;
        std::priority_queue<Item, std::vector<Item>, std::greater<Item>> open;
        std::unordered_map<const Junction*, int> best;
        const Junction* goal = junction(to).get();
        open.push({0, junction(from).get()});
        while (!open.empty()) {
            auto [d, here] = open.top();
            open.pop();
            if (here == goal) return d;
            if (!best.emplace(here, d).second) continue;
            for (const auto& r : here->roads) open.push({d + r.km, r.to});
        }
        return -1;
    }

    void hub(const std::string& name, std::initializer_list<const char*> members) {
        auto h = junction(name);
        for (const char* m : members) junction(m)->setRegion(h);
    }

private:
    std::vector<std::shared_ptr<Junction>> all_;
};

static void scenario() {
    Network n;
    n.road("Bern", "Thun", 28);
    n.road("Thun", "Spiez", 11);
    n.road("Spiez", "Brig", 70);
    n.road("Bern", "Brig", 150);
    n.road("Brig", "Brig", 3);
    n.hub("Bern", {"Thun", "Spiez"});
    std::cout << n.distance("Bern", "Brig") << ' ' << n.distance("Brig", "Thun") << ' ' << n.distance("Bern", "Rome") << '\n';
    auto spiez = n.junction("Spiez");
    std::cout << spiez->name << " is near " << spiez->region()->name << '\n';
    std::cout << "Bern has region: " << (n.junction("Bern")->region() ? "yes" : "no") << '\n';
}

int main() {
    scenario();
    return 0;
}
