// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Radio relay. A connection handle removes its handler when it goes away.

class Radio {
public:
    using Handler = std::function<void(const std::string&)>;

    class Connection {
    public:
        Connection() = default;
        Connection(std::weak_ptr<Radio> r, int id) : radio_(std::move(r)), id_(id) {}
        Connection(Connection&& o) noexcept : radio_(std::move(o.radio_)), id_(std::exchange(o.id_, 0)) {}
        Connection& operator=(Connection&& o) noexcept {
            drop();
            radio_ = std::move(o.radio_);
            id_ = std::exchange(o.id_, 0);
            return *this;
        }
        ~Connection() { drop(); }

        void drop() {
            const int id = std::exchange(id_, 0);
            if (auto r = radio_.lock())
                if (id) r->remove(id);
        }

    private:
        std::weak_ptr<Radio> radio_;
        int id_ = 0;
    };

    static Connection listen(const std::shared_ptr<Radio>& r, Handler h) {
        r->handlers_.emplace_back(++r->last_, std::move(h));
        return Connection(r, r->last_);
    }

    void send(const std::string& s) {
        for (std::size_t i = 0; i < handlers_.size(); ++i) handlers_[i].second(s);
    }
    std::size_t listeners() const { return handlers_.size(); }

private:
    void remove(int id) {
        for (auto it = handlers_.begin(); it != handlers_.end(); ++it)
            if (it->first == id) {
                handlers_.erase(it);
                return;
            }
    }

    int last_ = 0;
    std::vector<std::pair<int, Handler>> handlers_;
};

static void relay(std::vector<Radio::Connection>& links, const std::shared_ptr<Radio>& from, const std::shared_ptr<Radio>& to) {
    links.push_back(Radio::listen(from, [to, hops = 0](const std::string& s) mutable {
        if (++hops < 3) to->send(s + ".");
    }));
}

static void scenario() {
    auto north = std::make_shared<Radio>();
    auto south = std::make_shared<Radio>();
    std::vector<Radio::Connection> links;
    relay(links, north, south);
    relay(links, south, north);
    {
        auto ear = Radio::listen(south, [south](const std::string& s) { std::cout << s << " (" << south->listeners() << ")\n"; });
        north->send("hello");
        std::cout << "listeners " << north->listeners() << south->listeners() << '\n';
    }
    std::cout << "listeners " << north->listeners() << south->listeners() << '\n';
    south->send("unheard");
}

int main() {
    scenario();
    return 0;
}
