// RUN: %judge_case %s %t

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Station;

class Observer {
public:
    virtual ~Observer() {}
    virtual void measured(const Station& s) = 0;
};

// Observers may disappear at any time, the station drops them lazily.
class Station : public std::enable_shared_from_this<Station> {
public:
    explicit Station(std::string place) : place_(std::move(place)) {}

    void attach(const std::shared_ptr<Observer>& o) { observers_.push_back(o); }

    void measure(int celsius) {
        celsius_ = celsius;
        auto self = shared_from_this();
        for (std::size_t i = 0; i < observers_.size();) {
            if (auto o = observers_[i].lock()) {
                o->measured(*self);
                ++i;
            } else {
                observers_.erase(observers_.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

    const std::string& place() const { return place_; }
    int celsius() const { return celsius_; }
    std::size_t observers() const { return observers_.size(); }

private:
    std::string place_;
    int celsius_ = 0;
    std::vector<std::weak_ptr<Observer>> observers_;
};

class Display : public Observer, public std::enable_shared_from_this<Display> {
public:
    static std::shared_ptr<Display> on(std::vector<std::shared_ptr<Station>> stations) {
        auto d = std::make_shared<Display>();
        for (auto& s : stations) s->attach(d);
        d->stations_ = std::move(stations);
        return d;
    }

    void measured(const Station&) override { ++updates_; }

    void print() const {
        for (const auto& s : stations_) std::printf("%s %d  ", s->place().c_str(), s->celsius());
        std::printf("(%d updates)\n", updates_);
    }

private:
    std::vector<std::shared_ptr<Station>> stations_;
    int updates_ = 0;
};

class Alarm : public Observer {
public:
    Alarm(std::shared_ptr<Station> s, int limit) : station_(std::move(s)), limit_(limit) {}
    void measured(const Station& s) override { worst_ = std::max(worst_, s.celsius() - limit_); }
    std::string state() const { return station_->place() + (worst_ > 0 ? " alarm" : " calm"); }

private:
    std::shared_ptr<Station> station_;
    int limit_;
    int worst_ = 0;
};

int main() {
    auto roof = std::make_shared<Station>("roof");
    auto cellar = std::make_shared<Station>("cellar");
    auto display = Display::on({roof, cellar});
    auto alarm = std::make_shared<Alarm>(roof, 30);
    roof->attach(alarm);
    roof->measure(25);
    cellar->measure(12);
    display->print();
    {
        auto second = Display::on({cellar});
        cellar->measure(13);
        second->print();
        std::printf("cellar observers %zu\n", cellar->observers());
    }
    cellar->measure(14);
    roof->measure(33);
    std::printf("cellar observers %zu, %s\n", cellar->observers(), alarm->state().c_str());
    display->print();
    std::fflush(stdout);
    return 0;
}
