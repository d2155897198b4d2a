// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Gears that mesh turn in opposite directions.

struct Gear {
    explicit Gear(int t) : teeth(t) {}
    int teeth;
    int turns = 0;
    std::shared_ptr<Gear> drives;
    std::shared_ptr<Gear> driver;
};

using GearPtr = std::shared_ptr<Gear>;

static std::tuple<GearPtr, GearPtr> meshed(const GearPtr& a, const GearPtr& b) {
    return a->teeth <= b->teeth ? std::make_tuple(a, b) : std::make_tuple(b, a);
}

class Gearbox {
public:
    GearPtr add(int teeth) { return *gears_.insert(gears_.end(), std::make_shared<Gear>(teeth)); }

    // The smaller gear always drives the bigger one.
    void mesh(const GearPtr& a, const GearPtr& b) {
        GearPtr small, big;
        std::tie(small, big) = meshed(a, b);
        std::tie(small->drives, big->driver) = std::make_tuple(big, small);
    }

    void turn(const GearPtr& first, int times) {
        int dir = 1;
        for (auto g = first; g; g = g->drives) {
            g->turns += dir * times * first->teeth / g->teeth;
            dir = -dir;
        }
    }

    static const Gear& motorOf(const Gear& g) { return g.driver ? motorOf(*g.driver) : g; }

private:
    std::vector<GearPtr> gears_;
};

static void scenario() {
    Gearbox box;
    auto big = box.add(48);
    auto small = box.add(12);
    auto middle = box.add(24);
    auto loose = box.add(6);
    box.mesh(middle, small);
    box.mesh(big, middle);
    box.turn(small, 8);
    box.turn(loose, 1);
    for (const auto& g : {small, middle, big, loose})
        std::cout << g->teeth << " turns " << g->turns << ", motor " << Gearbox::motorOf(*g).teeth << '\n';
}

int main() {
    scenario();
    return 0;
}
