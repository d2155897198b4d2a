// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

// Swarm of drones that keep a formation around their carrier.

struct Vec {
    int x = 0;
    int y = 0;
};

class Carrier;

class Drone {
public:
    Drone(std::shared_ptr<const Carrier> c, Vec offset) : carrier_(std::move(c)), offset_(offset) {}
    void fly();
    Vec at() const { return at_; }

private:
    std::shared_ptr<const Carrier> carrier_;
    Vec offset_;
    Vec at_;
};

class Carrier : public std::enable_shared_from_this<Carrier> {
public:
    void launch(int n) {
        int i = 0;
        std::generate_n(std::back_inserter(drones_), n, [&i, this] {
            ++i;
            return std::make_unique<Drone>(shared_from_this(), Vec{i * (i % 2 ? 1 : -1), i});
        });
    }

    void move(int dx, int dy) {
        pos_.x += dx;
        pos_.y += dy;
        std::for_each(drones_.begin(), drones_.end(), [](auto& d) { d->fly(); });
    }

    Vec pos() const { return pos_; }

    Vec centre() const {
        if (drones_.empty()) return pos_;
        Vec sum = std::accumulate(drones_.begin(), drones_.end(), Vec{}, [](Vec v, const auto& d) {
            return Vec{v.x + d->at().x, v.y + d->at().y};
        });
        const int n = static_cast<int>(drones_.size());
        return {sum.x / n, sum.y / n};
    }

private:
    Vec pos_;
    std::vector<std::unique_ptr<Drone>> drones_;
};

void Drone::fly() {
    const Vec c = carrier_->pos();
    at_ = {c.x + offset_.x, c.y + offset_.y};
}

static void scenario(int drones) {
    auto carrier = std::make_shared<Carrier>();
    carrier->launch(drones);
    for (int i = 0; i < 3; ++i) {
        carrier->move(10, i);
        const auto [x, y] = carrier->centre();
        std::cout << x << ',' << y << ' ';
    }
    std::cout << '\n';
}

int main() {
    scenario(0);
    scenario(4);
    return 0;
}
