// Missed: the data decide. Only one of two ships releases its crew.
// XFAIL: *
// RUN: %judge_case %s %t

#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Ships and crews. Crews are put together first and come aboard as a whole.

class Ship;

struct Sailor {
    std::string name;
    std::shared_ptr<Ship> ship;
};
using Crew = std::vector<std::shared_ptr<Sailor>>;

class Ship {
public:
    explicit Ship(std::string name) : name_(std::move(name)) {}

    void board(Crew&& crew) {
        if (crew_.empty()) {
            crew_ = std::move(crew);
            return;
        }
        crew_.insert(crew_.end(), std::make_move_iterator(crew.begin()), std::make_move_iterator(crew.end()));
        crew.clear();
    }

    // Everybody leaves but nobody is told.
    Crew release() { return std::exchange(crew_, Crew()); }

    const std::string& name() const { return name_; }
    std::size_t crew() const { return crew_.size(); }

private:
    std::string name_;
    Crew crew_;
};

static Crew hire(const std::shared_ptr<Ship>& ship, std::initializer_list<const char*> names) {
    Crew crew;
    crew.reserve(names.size());
    for (const char* n : names) crew.emplace_back(new Sailor{n, ship});
    return crew;
}

static void roll(const char* when, const Ship& a, const Ship& b) {
    std::printf("%s: %s %zu, %s %zu\n", when, a.name().c_str(), a.crew(), b.name().c_str(), b.crew());
}

static void scenario() {
    auto pinta = std::make_shared<Ship>("Pinta");
    auto nina = std::make_shared<Ship>("Nina");
    pinta->board(hire(pinta, {"juan", "luis"}));
    nina->board(hire(nina, {"pedro"}));
    nina->board(hire(nina, {"diego"}));
    roll("spring", *pinta, *nina);
    Crew crew = pinta->release();
    std::printf("%s belongs to %s\n", crew.front()->name.c_str(), crew.front()->ship->name().c_str());
    nina->board(std::move(crew));
    roll("autumn", *pinta, *nina);
}

int main() {
    scenario();
    std::fflush(stdout);
    return 0;
}
