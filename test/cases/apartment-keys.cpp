// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Tenants and flats. Moving in and out keeps both sides consistent; at the end
// of the year everybody has moved out.

class Tenant;

class Flat {
public:
    explicit Flat(int number) : number_(number) {}
    int number() const { return number_; }
    bool free() const { return !tenant_; }

private:
    friend class Tenant;
    int number_;
    std::shared_ptr<Tenant> tenant_;
};

class Tenant : public std::enable_shared_from_this<Tenant> {
public:
    explicit Tenant(std::string name) : name_(std::move(name)) {}

    void moveTo(std::shared_ptr<Flat> f) {
        if (flat_) flat_->tenant_.reset();
        flat_ = std::move(f);
        if (!flat_) return;
        if (flat_->tenant_) flat_->tenant_->flat_ = nullptr;
        flat_->tenant_ = shared_from_this();
        history_.push_back(flat_->number());
    }

    void moveOut() { moveTo(nullptr); }

    void print() const {
        std::cout << name_ << (flat_ ? " in " + std::to_string(flat_->number()) : std::string(" without flat")) << ", history";
        for (int n : history_) std::cout << ' ' << n;
        std::cout << '\n';
    }

private:
    std::string name_;
    std::shared_ptr<Flat> flat_;
    std::vector<int> history_;
};

static void scenario() {
    std::vector<std::shared_ptr<Flat>> house;
    for (int i = 1; i <= 3; ++i) house.push_back(std::make_shared<Flat>(i));
    auto uma = std::make_shared<Tenant>("uma");
    auto vic = std::make_shared<Tenant>("vic");
    uma->moveTo(house[0]);
    vic->moveTo(house[1]);
    vic->moveTo(house[0]);
    uma->print();
    vic->print();
    uma->moveTo(house[2]);
    vic->moveTo(house[1]);
    uma->print();
    for (const auto& t : {uma, vic}) t->moveOut();
    for (const auto& f : house) std::cout << f->number() << (f->free() ? " free" : " taken") << '\n';
    vic->print();
}

int main() {
    scenario();
    return 0;
}
