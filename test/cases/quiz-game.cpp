// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Quiz with a score board that can be extended by rules.

class Board {
public:
    using Rule = std::function<int(const std::string& player, int points)>;

    void addRule(Rule r) { rules_.emplace_back(std::move(r)); }

    int award(const std::string& player, int points) {
        for (const auto& r : rules_) points = r(player, points);
        total_ += points;
        return points;
    }
    int total() const { return total_; }

private:
    std::vector<Rule> rules_;
    int total_ = 0;
};

class Team {
public:
    Team(std::string name, std::shared_ptr<Board> board) : name_(std::move(name)), board_(std::move(board)) {}

    void answer(int points) { score_ += board_->award(name_, points); }
    int score() const { return score_; }
    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::shared_ptr<Board> board_;
    int score_ = 0;
};

class Game {
public:
    explicit Game(std::shared_ptr<Board> b) : board_(std::move(b)) {}

    std::shared_ptr<Team> team(const std::string& name) {
        teams_.push_back(std::make_shared<Team>(name, board_));
        return teams_.back();
    }

    // Weak teams get a bonus as long as they are behind the leader.
    void addCatchUp(std::shared_ptr<Team> leader, int bonus) {
        board_->addRule([leader = std::move(leader), bonus](const std::string& who, int p) {
            return who != leader->name() && leader->score() > 20 ? p + bonus : p;
        });
    }

    void addLimit(int max) {
        board_->addRule([max](const std::string&, int p) { return p < max ? p : max; });
    }

    void print() const {
        for (const auto& t : teams_) std::cout << t->name() << ' ' << t->score() << "  ";
        std::cout << "all " << board_->total() << '\n';
    }

private:
    std::shared_ptr<Board> board_;
    std::vector<std::shared_ptr<Team>> teams_;
};

static void scenario() {
    Game g(std::make_shared<Board>());
    auto reds = g.team("reds");
    auto blues = g.team("blues");
    g.addLimit(25);
    g.addCatchUp(reds, 7);
    reds->answer(40);
    blues->answer(10);
    g.print();
    reds->answer(5);
    blues->answer(20);
    g.print();
}

int main() {
    scenario();
    return 0;
}
