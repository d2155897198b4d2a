// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Assemblies and the places they are used in. "Where used" queries must not
// keep retired assemblies around.

class Part : public std::enable_shared_from_this<Part> {
public:
    Part(std::string number, int grams) : number_(std::move(number)), grams_(grams) {}

    void add(int count, const std::shared_ptr<Part>& child) {
        content_[count].push_back(child);
        child->usedIn_.push_back(weak_from_this());
    }

    int weight() const {
        int w = grams_;
        for (const auto& [count, parts] : content_)
            for (const auto& p : parts) w += count * p->weight();
        return w;
    }

    std::vector<std::string> whereUsed() const {
        std::vector<std::string> out;
        for (const auto& u : usedIn_)
            if (auto p = u.lock()) out.push_back(p->number_);
        return out;
    }

    const std::string& number() const { return number_; }

private:
    std::string number_;
    int grams_;
    std::map<int, std::vector<std::shared_ptr<Part>>> content_;
    std::vector<std::weak_ptr<Part>> usedIn_;
};

static void print(const Part& p) {
    std::cout << p.number() << ' ' << p.weight() << "g used in:";
    for (const auto& n : p.whereUsed()) std::cout << ' ' << n;
    std::cout << '\n';
}

int main() {
    auto screw = std::make_shared<Part>("S-10", 2);
    auto plate = std::make_shared<Part>("P-77", 150);
    auto frame = std::make_shared<Part>("F-01", 300);
    frame->add(4, screw);
    frame->add(2, plate);
    auto cover = std::make_shared<Part>("C-05", 80);
    cover->add(2, screw);
    auto machine = std::make_shared<Part>("M-00", 0);
    machine->add(1, frame);
    machine->add(1, cover);
    for (const auto& p : {screw, plate, frame, machine}) print(*p);
    machine.reset();
    cover.reset();
    print(*screw);
    print(*frame);
    return 0;
}
