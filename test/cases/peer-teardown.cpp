// RUN: %judge_case %s %t

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

// Full mesh of peers that gossip. The cluster object is only a front; leaving
// the mesh is up to the peers.

class Peer : public std::enable_shared_from_this<Peer> {
public:
    explicit Peer(int id) : id_(id) {}

    void meet(const std::shared_ptr<Peer>& other) {
        if (other.get() == this || std::ranges::find(known_, other) != known_.end()) return;
        known_.push_back(other);
        other->meet(shared_from_this());
    }

    void gossip(const std::string& rumour) {
        if (rumour == heard_) return;
        heard_ = rumour;
        ++told_;
        for (const auto& p : known_) p->gossip(rumour);
    }

    void leave() {
        for (auto& p : std::exchange(known_, {}))
            std::erase_if(p->known_, [this](const auto& x) { return x.get() == this; });
    }

    int id() const { return id_; }
    std::size_t known() const { return known_.size(); }
    int told() const { return told_; }

private:
    int id_;
    int told_ = 0;
    std::string heard_;
    std::vector<std::shared_ptr<Peer>> known_;
};

class Cluster {
public:
    explicit Cluster(int n) {
        for (int i = 1; i <= n; ++i) peers_.push_back(std::make_shared<Peer>(i));
        for (const auto& a : peers_)
            for (const auto& b : peers_) a->meet(b);
    }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;
    ~Cluster() { std::ranges::for_each(peers_, &Peer::leave); }

    Peer& operator[](std::size_t i) { return *peers_[i]; }

    void print() const {
        for (const auto& p : peers_) std::cout << p->id() << ':' << p->known() << '/' << p->told() << ' ';
        std::cout << '\n';
    }

private:
    std::vector<std::shared_ptr<Peer>> peers_;
};

static void scenario() {
    Cluster c(4);
    c.print();
    c[0].gossip("rain");
    c[2].leave();
    c[1].gossip("sun");
    c.print();
    auto guest = std::make_shared<Peer>(9);
    {
        Cluster small(2);
        small[0].meet(guest);
        small[1].gossip("party");
        std::cout << "guest " << guest->known() << ' ' << guest->told() << '\n';
    }
    std::cout << "guest " << guest->known() << '\n';
}

int main() {
    scenario();
    return 0;
}
