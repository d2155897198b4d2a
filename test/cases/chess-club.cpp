// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Tournament pairing. Opponents refer to each other while a tournament runs.

class Player {
public:
    explicit Player(std::string name) : name_(std::move(name)) {}

    const std::string& name() const { return name_; }
    int points() const { return points_; }
    void score(int p) { points_ += p; }

    void play(const std::shared_ptr<Player>& other) { opponents_.push_back(other); }

    // Sum of the points of everybody this player met.
    int buchholz() const {
        int s = 0;
        for (const auto& o : opponents_) s += o->points();
        return s;
    }

    void forgetOpponents() { opponents_.clear(); }

private:
    std::string name_;
    int points_ = 0;
    std::vector<std::shared_ptr<Player>> opponents_;
};

class Tournament {
public:
    Tournament() = default;
    Tournament(const Tournament&) = delete;
    Tournament& operator=(const Tournament&) = delete;

    ~Tournament() {
        for (auto& entry : players_) entry.second->forgetOpponents();
    }

    std::shared_ptr<Player> join(const std::string& name) {
        auto& p = players_[name];
        if (!p) p = std::make_shared<Player>(name);
        return p;
    }

    void result(const std::string& white, const std::string& black, int whiteHalfPoints) {
        auto w = join(white), b = join(black);
        w->play(b);
        b->play(w);
        w->score(whiteHalfPoints);
        b->score(2 - whiteHalfPoints);
    }

    void table() const {
        for (const auto& [name, p] : players_)
            std::cout << name << ' ' << p->points() << " (" << p->buchholz() << ")\n";
    }

private:
    std::map<std::string, std::shared_ptr<Player>> players_;
};

static void scenario() {
    std::shared_ptr<Player> winner;
    {
        Tournament t;
        t.result("anna", "boris", 2);
        t.result("chen", "dora", 1);
        t.result("anna", "chen", 1);
        t.result("dora", "boris", 0);
        t.table();
        winner = t.join("anna");
        std::cout << winner->name() << " buchholz " << winner->buchholz() << '\n';
    }
    std::cout << winner->name() << " has " << winner->points() << " half points, buchholz " << winner->buchholz() << '\n';
}

int main() {
    scenario();
    return 0;
}
