// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Rules connect sensors with actuators. Some devices are both.

class Sensor {
public:
    virtual ~Sensor() = default;
    virtual int read() const = 0;
};

class Actuator {
public:
    virtual ~Actuator() = default;
    virtual void drive(bool on) = 0;
};

class Greenhouse {
public:
    using Rule = std::tuple<std::shared_ptr<Sensor>, int, std::shared_ptr<Actuator>>;

    void rule(std::shared_ptr<Sensor> s, int below, std::shared_ptr<Actuator> a) {
        rules_.emplace_back(std::move(s), below, std::move(a));
    }

    void step() {
        ++minute_;
        for (auto& r : rules_) std::get<2>(r)->drive(std::get<0>(r)->read() < std::get<1>(r));
    }

    int outside() const { return minute_ < 3 ? 12 : 6; }

private:
    int minute_ = 0;
    std::vector<Rule> rules_;
};

class Thermometer : public Sensor {
public:
    int read() const override { return 15; }
};

class Fan : public Actuator {
public:
    explicit Fan(std::string n) : name_(std::move(n)) {}
    void drive(bool on) override {
        if (on != on_) std::cout << name_ << (on ? " on" : " off") << '\n';
        on_ = on;
    }

private:
    std::string name_;
    bool on_ = false;
};

class Heater : public Sensor, public Actuator {
public:
    explicit Heater(const std::shared_ptr<Greenhouse>& where) : where_(where) {}
    int read() const override { return where_->outside() + boost_; }
    void drive(bool on) override {
        boost_ = on ? boost_ + 4 : boost_ / 2;
        std::cout << "heater " << boost_ << '\n';
    }

private:
    std::shared_ptr<Greenhouse> where_;
    int boost_ = 0;
};

static void scenario() {
    auto house = std::make_shared<Greenhouse>();
    auto fan = std::make_shared<Fan>("roof fan");
    auto heater = std::make_shared<Heater>(house);
    house->rule(std::make_shared<Thermometer>(), 20, fan);
    house->rule(heater, 15, heater);
    for (int i = 0; i < 4; ++i) house->step();
    std::cout << "heater reads " << heater->read() << '\n';
}

int main() {
    scenario();
    return 0;
}
