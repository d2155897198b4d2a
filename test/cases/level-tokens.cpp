// RUN: %judge_case %s %t

#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Game level with delayed effects. The agenda is owned by the level; when the
// level ends everything that has not happened yet is handed out and dropped.

class Level : public std::enable_shared_from_this<Level> {
public:
    struct Effect {
        int due;
        std::shared_ptr<Level> level;
        std::function<void(Level&)> apply;
    };

    explicit Level(std::string name) : name_(std::move(name)) {}

    void later(int ticks, std::function<void(Level&)> fn) { agenda_.push_back(Effect{now_ + ticks, shared_from_this(), std::move(fn)}); }

    void tick() {
        ++now_;
        std::deque<Effect> due;
        std::deque<Effect> rest;
        for (auto& e : agenda_) (e.due <= now_ ? due : rest).push_back(std::move(e));
        agenda_ = std::move(rest);
        for (auto& e : due) e.apply(*e.level);
    }

    std::deque<Effect> end() {
        std::cout << name_ << " ends at " << now_ << '\n';
        return std::move(agenda_);
    }

    void score(int n) { score_ += n; }
    std::string text() const { return name_ + " " + std::to_string(score_) + " points"; }

private:
    std::string name_;
    int now_ = 0;
    int score_ = 0;
    std::deque<Effect> agenda_;
};

static std::size_t play(const std::shared_ptr<Level>& level, int ticks) {
    level->later(2, [](Level& l) { l.score(10); });
    level->later(3, [](Level& l) {
        l.score(5);
        l.later(2, [](Level& again) { again.score(1); });
    });
    level->later(50, [](Level& l) { l.score(1000); });
    while (ticks-- > 0) level->tick();
    const auto missed = level->end();
    std::cout << level->text() << '\n';
    return missed.size();
}

static void scenario() {
    auto cave = std::make_shared<Level>("cave");
    std::cout << play(cave, 4) << " missed\n";
    std::cout << play(std::make_shared<Level>("tower"), 1) << " missed\n";
}

int main() {
    scenario();
    return 0;
}
