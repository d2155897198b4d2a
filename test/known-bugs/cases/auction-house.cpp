// Missed: the data decide. Whoever loses calls giveUp, which takes its cycle apart.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Bidders take part in an auction until they give up.

class Auction;

class Bidder {
public:
    Bidder(std::string name, int limit) : name_(std::move(name)), limit_(limit) {}

    void enter(std::shared_ptr<Auction> a);
    void giveUp();
    void priceChanged(int price, const Bidder* leader);

    std::string_view name() const { return name_; }

private:
    std::string name_;
    int limit_;
    std::shared_ptr<Auction> auction_;
};

class Auction : public std::enable_shared_from_this<Auction> {
public:
    explicit Auction(std::string lot) : lot_(std::move(lot)) {}

    void admit(std::shared_ptr<Bidder> b) {
        b->enter(shared_from_this());
        bidders_.push_back(std::move(b));
    }

    void drop(const Bidder* b) {
        std::erase_if(bidders_, [b](const auto& x) { return x.get() == b; });
    }

    void bid(const Bidder& b, int price) {
        price_ = price;
        leader_ = &b;
        std::cout << b.name() << " bids " << price << '\n';
    }

    // Asks everybody in turn until only one bidder is left.
    void run() {
        while (bidders_.size() > 1) {
            const auto round = bidders_;
            for (const auto& b : round) b->priceChanged(price_, leader_);
        }
        std::cout << lot_ << " sold to " << bidders_.front()->name() << " for " << price_ << '\n';
    }

private:
    std::string lot_;
    int price_ = 0;
    const Bidder* leader_ = nullptr;
    std::vector<std::shared_ptr<Bidder>> bidders_;
};

void Bidder::enter(std::shared_ptr<Auction> a) { auction_ = std::move(a); }

void Bidder::giveUp() {
    auto a = std::exchange(auction_, {});
    if (a) a->drop(this);
    std::cout << name_ << " gives up\n";
}

void Bidder::priceChanged(int price, const Bidder* leader) {
    if (leader == this) return;
    if (price + 10 <= limit_)
        auction_->bid(*this, price + 10);
    else
        giveUp();
}

static void scenario() {
    auto vase = std::make_shared<Auction>("vase");
    vase->admit(std::make_shared<Bidder>("kim", 30));
    vase->admit(std::make_shared<Bidder>("lou", 45));
    vase->admit(std::make_shared<Bidder>("max", 20));
    vase->run();
}

int main() {
    scenario();
    std::cout << "closed\n";
    return 0;
}
