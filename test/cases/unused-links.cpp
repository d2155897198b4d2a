// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Shared geometry library. Scenes of this program only use part of it.

class Body : public std::enable_shared_from_this<Body> {
public:
    explicit Body(std::string n) : name_(std::move(n)) {}

    // Moves with the given body from now on.
    void attachTo(std::shared_ptr<Body> carrier) { carrier_ = std::move(carrier); }

    // Puts a part into this body. Parts do not move on their own.
    std::shared_ptr<Body> part(const std::string& name) {
        parts_.push_back(std::make_shared<Body>(name));
        return parts_.back();
    }

    void moveBy(int dx) {
        x_ += dx;
        for (auto& p : parts_) p->moveBy(dx);
    }

    int x() const { return carrier_ ? carrier_->x() + x_ : x_; }

    void print(int depth = 0) const {
        std::cout << std::string(static_cast<std::size_t>(depth), '-') << name_ << '@' << x() << '\n';
        for (const auto& p : parts_) p->print(depth + 1);
    }

private:
    std::string name_;
    int x_ = 0;
    std::shared_ptr<Body> carrier_;
    std::vector<std::shared_ptr<Body>> parts_;
};

static void scenario() {
    auto ferry = std::make_shared<Body>("ferry");
    ferry->part("deck")->part("winch");
    auto truck = std::make_shared<Body>("truck");
    auto load = truck->part("load");
    load->moveBy(1);
    truck->attachTo(ferry);
    auto car = std::make_shared<Body>("car");
    car->attachTo(ferry);
    car->moveBy(4);
    ferry->moveBy(10);
    truck->moveBy(2);
    for (const auto& b : {ferry, truck, car}) b->print();
    // The truck leaves, and the car is put on the truck instead.
    truck->attachTo(nullptr);
    car->attachTo(truck);
    for (const auto& b : {truck, car}) b->print();
}

int main() {
    scenario();
    return 0;
}
