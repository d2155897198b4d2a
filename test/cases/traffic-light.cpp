// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Phases of a traffic light. Every phase knows what comes next.

class Phase {
public:
    Phase(std::string label, int seconds) : label_(std::move(label)), seconds_(seconds) {}

    std::shared_ptr<Phase> then(std::shared_ptr<Phase> next) {
        next_ = next;
        return next;
    }

    std::shared_ptr<Phase> next() const { return next_; }
    const std::string& label() const { return label_; }
    int seconds() const { return seconds_; }

private:
    std::string label_;
    int seconds_;
    std::shared_ptr<Phase> next_;
};

class Light {
public:
    explicit Light(std::vector<std::shared_ptr<Phase>> program) : program_(std::move(program)), now_(program_.front()) {}

    std::string run(int seconds) {
        std::string log;
        while (seconds > 0) {
            if (!now_) return log + "off";
            log += now_->label() + " ";
            seconds -= now_->seconds();
            now_ = now_->next();
        }
        return log;
    }

private:
    std::vector<std::shared_ptr<Phase>> program_;
    std::shared_ptr<Phase> now_;
};

static std::vector<std::shared_ptr<Phase>> dayProgram() {
    auto red = std::make_shared<Phase>("red", 30);
    auto both = std::make_shared<Phase>("red-amber", 2);
    auto green = std::make_shared<Phase>("green", 25);
    auto amber = std::make_shared<Phase>("amber", 3);
    red->then(both)->then(green)->then(amber)->then(red);
    return {red, both, green, amber};
}

static std::vector<std::shared_ptr<Phase>> shutdownProgram() {
    auto amber = std::make_shared<Phase>("amber", 3);
    auto red = std::make_shared<Phase>("red", 10);
    auto dark = std::make_shared<Phase>("dark", 1);
    amber->then(red)->then(dark);
    return {amber, red, dark};
}

static void scenario() {
    Light crossing(dayProgram());
    std::cout << crossing.run(95) << '\n';
    std::cout << crossing.run(10) << '\n';
    Light repair(shutdownProgram());
    std::cout << repair.run(60) << '\n';
}

int main() {
    scenario();
    return 0;
}
