// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Observable mixin.

template <class Event>
struct Listener {
    virtual ~Listener() = default;
    virtual void on(const Event& e) = 0;
};

template <class Derived, class Event>
class Observable {
public:
    Derived& watch(std::shared_ptr<Listener<Event>> l) {
        watchers_.emplace_back(std::move(l));
        return static_cast<Derived&>(*this);
    }

protected:
    void notify(const Event& e) {
        for (auto& w : watchers_) w->on(e);
    }

private:
    std::vector<std::shared_ptr<Listener<Event>>> watchers_;
};

struct Temperature {
    int celsius;
};

class Room : public Observable<Room, Temperature> {
public:
    explicit Room(std::string name) : name_(std::move(name)) {}
    void measure(int c) {
        celsius_ = c;
        notify(Temperature{c});
    }
    void heat() { ++heating_; }
    std::string text() const { return name_ + " " + std::to_string(celsius_) + "C heated " + std::to_string(heating_); }

private:
    std::string name_;
    int celsius_ = 0;
    int heating_ = 0;
};

template <class Target>
class Controller : public Listener<Temperature> {
public:
    Controller(std::shared_ptr<Target> t, int wanted) : target_(std::move(t)), wanted_(wanted) {}
    void on(const Temperature& t) override {
        if (t.celsius < wanted_) target_->heat();
    }

private:
    std::shared_ptr<Target> target_;
    int wanted_;
};

class MaxLog : public Listener<Temperature> {
public:
    void on(const Temperature& t) override {
        if (t.celsius > max_) max_ = t.celsius;
    }
    int max() const { return max_; }

private:
    int max_ = -99;
};

template <class T>
static void regulate(const std::shared_ptr<T>& thing, int wanted) {
    thing->watch(std::make_shared<Controller<T>>(thing, wanted));
}

static void scenario() {
    auto log = std::make_shared<MaxLog>();
    auto hall = std::make_shared<Room>("hall");
    auto attic = std::make_shared<Room>("attic");
    hall->watch(log);
    attic->watch(log);
    regulate(hall, 20);
    for (int c : {15, 18, 22}) hall->measure(c);
    attic->measure(31);
    std::cout << hall->text() << '\n' << attic->text() << '\n' << "max " << log->max() << '\n';
}

int main() {
    scenario();
    return 0;
}
