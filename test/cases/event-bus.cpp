// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Event bus shared by all modules. A handler is called as long as the object
// it was registered for exists.

class EventBus {
public:
    template <class T>
    void on(const std::string& topic, const std::shared_ptr<T>& who, void (T::*handler)(int)) {
        std::weak_ptr<T> weak = who;
        handlers_[topic].push_back([weak, handler](int v) {
            auto strong = weak.lock();
            if (!strong) return false;
            ((*strong).*handler)(v);
            return true;
        });
    }

    int emit(const std::string& topic, int v) {
        auto& list = handlers_[topic];
        int called = 0;
        std::vector<std::function<bool(int)>> kept;
        for (auto& h : list)
            if (h(v)) {
                ++called;
                kept.push_back(h);
            }
        list.swap(kept);
        return called;
    }

private:
    std::map<std::string, std::vector<std::function<bool(int)>>> handlers_;
};

class Module {
public:
    Module(std::shared_ptr<EventBus> bus, std::string name) : bus_(std::move(bus)), name_(std::move(name)) {}
    virtual ~Module() = default;

protected:
    std::shared_ptr<EventBus> bus_;
    std::string name_;
};

class Battery : public Module {
public:
    using Module::Module;

    static std::shared_ptr<Battery> plug(const std::shared_ptr<EventBus>& bus, const std::string& name) {
        auto b = std::make_shared<Battery>(bus, name);
        bus->on("load", b, &Battery::onLoad);
        return b;
    }

    void onLoad(int amps) {
        charge_ -= amps;
        if (charge_ < 50) bus_->emit("low", charge_);
    }

private:
    int charge_ = 100;
};

class Lamp : public Module {
public:
    using Module::Module;

    void connect(const std::shared_ptr<Lamp>& self) { bus_->on("low", self, &Lamp::onLow); }
    void onLow(int charge) { std::cout << name_ << " lamp: " << charge << "%\n"; }
};

static void scenario() {
    auto bus = std::make_shared<EventBus>();
    auto battery = Battery::plug(bus, "main");
    auto lamp = std::make_shared<Lamp>(bus, "red");
    lamp->connect(lamp);
    {
        auto spare = Battery::plug(bus, "spare");
        std::cout << "load seen by " << bus->emit("load", 30) << '\n';
    }
    std::cout << "load seen by " << bus->emit("load", 30) << '\n';
    lamp.reset();
    std::cout << "load seen by " << bus->emit("load", 5) << '\n';
}

int main() {
    scenario();
    return 0;
}
