// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Guild with ranks. Masters keep their pupils; a pupil may look up to anybody
// of another house, never to the own one.

class Craftsman {
public:
    Craftsman(std::string name, int rank) : name_(std::move(name)), rank_(rank) {}

    // A master only takes people of lower rank.
    bool teach(const std::shared_ptr<Craftsman>& pupil) {
        if (pupil->rank_ >= rank_) return false;
        pupils_.push_back(pupil);
        return true;
    }

    // Idols are always of a lower rank than their admirer: admired for youth.
    bool admire(std::shared_ptr<Craftsman> idol) {
        if (!idol || idol->rank_ >= rank_) return false;
        idol_.swap(idol);
        return true;
    }

    int people() const {
        int n = 1;
        for (const auto& p : pupils_) n += p->people();
        return n;
    }

    std::string text() const {
        return name_ + "(" + std::to_string(rank_) + ") pupils " + std::to_string(pupils_.size()) +
               (idol_ ? " idol " + idol_->name_ : "");
    }

private:
    std::string name_;
    int rank_;
    std::shared_ptr<Craftsman> idol_;
    std::vector<std::shared_ptr<Craftsman>> pupils_;
};

static void scenario() {
    std::vector<std::shared_ptr<Craftsman>> guild;
    const std::pair<const char*, int> members[] = {{"abel", 5}, {"bert", 3}, {"carl", 3}, {"dirk", 1}};
    for (const auto& m : members) guild.push_back(std::make_shared<Craftsman>(m.first, m.second));
    int refused = 0;
    for (const auto& a : guild)
        for (const auto& b : guild)
            if (!a->teach(b)) ++refused;
    std::cout << "refused " << refused << '\n';
    for (std::size_t i = 0; i < guild.size(); ++i)
        std::cout << guild[i]->admire(guild[(i + 3) % guild.size()]) << guild[i]->admire(guild[(i + 1) % guild.size()]) << ' ';
    std::cout << '\n';
    for (const auto& g : guild) std::cout << g->text() << '\n';
    std::cout << "house of " << guild[0]->people() << '\n';
}

int main() {
    scenario();
    return 0;
}
