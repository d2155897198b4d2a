// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>

namespace car {

class Dashboard;
class Vehicle;

class Controller {
public:
    explicit Controller(std::shared_ptr<Dashboard> d) : dashboard(std::move(d)) {}
    void report(int rpm);

private:
    std::shared_ptr<Dashboard> dashboard;
};

class Engine {
public:
    explicit Engine(std::unique_ptr<Controller> c) : controller(std::move(c)) {}
    void rev(int rpm) {
        rpm_ = rpm;
        controller->report(rpm);
    }
    int rpm() const { return rpm_; }

private:
    std::unique_ptr<Controller> controller;
    int rpm_ = 0;
};

class Vehicle {
public:
    explicit Vehicle(std::string plate) : plate_(std::move(plate)) {}

    void fit(std::shared_ptr<Engine> e) { engine_ = std::move(e); }
    void mount(const std::shared_ptr<Dashboard>& d) { display_ = d; }
    bool warned() const;
    void drive(int rpm) {
        engine_->rev(rpm);
        odometer_ += rpm / 100;
    }
    const std::string& plate() const { return plate_; }
    int odometer() const { return odometer_; }

private:
    std::string plate_;
    int odometer_ = 0;
    std::shared_ptr<Engine> engine_;
    std::weak_ptr<Dashboard> display_;
};

class Dashboard {
public:
    explicit Dashboard(const std::shared_ptr<Vehicle>& v) : vehicle_(v) {}

    bool warning() const { return warning_; }

    void show(int rpm) {
        warning_ = warning_ || rpm > 6000;
        std::cout << vehicle_->plate() << " rpm " << rpm << " odo " << vehicle_->odometer()
                  << (warning_ ? " CHECK ENGINE" : "") << '\n';
    }

private:
    std::shared_ptr<Vehicle> vehicle_;
    bool warning_ = false;
};

void Controller::report(int rpm) { dashboard->show(rpm); }

bool Vehicle::warned() const {
    auto d = display_.lock();
    return d && d->warning();
}

// Assembly line: inside out.
std::shared_ptr<Vehicle> assemble(const std::string& plate) {
    auto vehicle = std::make_shared<Vehicle>(plate);
    auto dashboard = std::make_shared<Dashboard>(vehicle);
    auto engine = std::make_shared<Engine>(std::make_unique<Controller>(dashboard));
    vehicle->fit(engine);
    vehicle->mount(dashboard);
    return vehicle;
}

}  // namespace car

static void testTrack() {
    auto first = car::assemble("B-42");
    auto second = car::assemble("K-7");
    first->drive(2500);
    second->drive(6500);
    first->drive(3100);
    second->drive(900);
    std::cout << "warned " << first->warned() << second->warned() << '\n';
    std::cout << "total odo " << first->odometer() + second->odometer() << '\n';
}

int main() {
    testTrack();
    return 0;
}
