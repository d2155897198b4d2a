// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Keepers look after enclosures; every enclosure has one keeper at a time.

class Keeper;

class Enclosure {
public:
    explicit Enclosure(const char* species) : species_(species) {}
    void assign(std::shared_ptr<Keeper> k);
    std::string line() const;
    const std::string& species() const { return species_; }

private:
    std::string species_;
    std::shared_ptr<Keeper> keeper_;
};

class Keeper : public std::enable_shared_from_this<Keeper> {
public:
    explicit Keeper(const char* name) : name_(name) {}

    void take(const std::shared_ptr<Enclosure>& e) {
        e->assign(shared_from_this());
        round_.push_back(e);
    }

    // Hands everything over; afterwards this keeper has nothing to do.
    void handOver(Keeper& other) {
        for (auto& e : round_) other.take(e);
        std::vector<std::shared_ptr<Enclosure>>().swap(round_);
    }

    void retire() {
        for (auto& e : round_) e->assign(nullptr);
        round_.clear();
    }

    const std::string& name() const { return name_; }
    std::size_t load() const { return round_.size(); }

private:
    std::string name_;
    std::vector<std::shared_ptr<Enclosure>> round_;
};

void Enclosure::assign(std::shared_ptr<Keeper> k) { keeper_ = std::move(k); }
std::string Enclosure::line() const { return species_ + " <- " + (keeper_ ? keeper_->name() : "nobody"); }

static void scenario() {
    std::vector<std::shared_ptr<Enclosure>> zoo;
    for (const char* s : {"lions", "seals", "owls"}) zoo.push_back(std::make_shared<Enclosure>(s));
    auto ida = std::make_shared<Keeper>("ida");
    auto joe = std::make_shared<Keeper>("joe");
    ida->take(zoo[0]);
    ida->take(zoo[1]);
    joe->take(zoo[2]);
    for (const auto& e : zoo) std::printf("%s\n", e->line().c_str());
    ida->handOver(*joe);
    std::printf("ida %zu joe %zu\n", ida->load(), joe->load());
    joe->handOver(*ida);
    joe->take(zoo[2]);
    joe->retire();
    for (const auto& e : zoo) std::printf("%s\n", e->line().c_str());
    ida->retire();
    for (const auto& e : zoo) std::printf("%s\n", e->line().c_str());
}

int main() {
    scenario();
    std::fflush(stdout);
    return 0;
}
