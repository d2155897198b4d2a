// RUN: %judge_case %s %t

#include <algorithm>
#include <forward_list>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Musicians of a band; some of them lead a section of the band.

class Musician {
public:
    explicit Musician(std::string n) : name_(std::move(n)) {}
    virtual ~Musician() = default;
    virtual std::string play() const { return name_; }
    void leader(std::shared_ptr<Musician> l) { leader_ = std::move(l); }
    std::string leaderName() const { return leader_ ? leader_->name_ : "-"; }

protected:
    std::string name_;

private:
    std::shared_ptr<Musician> leader_;
};

class SectionLeader : public Musician {
public:
    using Musician::Musician;
    void lead(std::shared_ptr<Musician> m) { section_.push_front(std::move(m)); }
    std::string play() const override {
        std::string s = name_ + "(";
        for (const auto& m : section_) s += m->play() + " ";
        return s + ")";
    }

private:
    std::forward_list<std::shared_ptr<Musician>> section_;
};

class Band {
public:
    void hire(std::shared_ptr<Musician> m) { all_.push_back(std::move(m)); }

    // The nearest leader hired before somebody leads them.
    void arrange() {
        std::shared_ptr<SectionLeader> current;
        for (const auto& m : all_) {
            if (auto l = std::dynamic_pointer_cast<SectionLeader>(m)) {
                if (!current) current = l;
                std::swap(current, l);
                continue;
            }
            if (!current) continue;
            current->lead(m);
            m->leader(std::static_pointer_cast<Musician>(current));
        }
    }

    void print() const {
        for (const auto& m : all_) std::cout << m->play() << " <- " << m->leaderName() << '\n';
    }

private:
    std::vector<std::shared_ptr<Musician>> all_;
};

static void scenario() {
    Band band;
    band.hire(std::make_shared<Musician>("singer"));
    band.hire(std::make_shared<SectionLeader>("trumpet"));
    band.hire(std::make_shared<Musician>("horn"));
    band.hire(std::make_shared<Musician>("tuba"));
    band.hire(std::make_shared<SectionLeader>("drums"));
    band.arrange();
    band.print();
    Band duo;
    duo.hire(std::make_shared<Musician>("flute"));
    duo.hire(std::make_shared<SectionLeader>("piano"));
    duo.arrange();
    duo.print();
}

int main() {
    scenario();
    return 0;
}
