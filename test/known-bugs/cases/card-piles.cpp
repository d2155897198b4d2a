// Missed: the data decide. Two links of one list are swapped, which splits off a ring.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Cards lie on each other; piles are split and joined by exchanging what lies
// below two cards.

class Card {
public:
    explicit Card(std::string face) : face_(std::move(face)) {}

    using Deck = std::vector<std::shared_ptr<Card>>;

    static Card& pile(Deck& deck, const std::string& faces) {
        std::shared_ptr<Card> top;
        for (char f : faces) {
            auto c = std::make_shared<Card>(std::string(1, f));
            c->below_ = std::move(top);
            top = c;
            deck.push_back(c);
        }
        return *top;
    }

    void exchangeBelow(Card& other) { std::swap(below_, other.below_); }

    Card& deeper(int n) { return n > 0 && below_ ? below_->deeper(n - 1) : *this; }

    std::string show(int most = 8) const {
        return face_ + (below_ && most > 1 ? below_->show(most - 1) : std::string());
    }

    const std::string& face() const { return face_; }

private:
    std::string face_;
    std::shared_ptr<Card> below_;
};

static void scenario() {
    Card::Deck deck;
    Card& a = Card::pile(deck, "321");
    Card& b = Card::pile(deck, "cba");
    std::cout << a.show() << ' ' << b.show() << '\n';
    a.exchangeBelow(b);
    std::cout << a.show() << ' ' << b.show() << '\n';
    a.exchangeBelow(b.deeper(1));
    std::cout << a.show() << ' ' << b.show() << '\n';

    // The trick: a card changes place with the last one of its own pile.
    Card& c = Card::pile(deck, "9876");
    Card& bottom = c.deeper(3);
    c.exchangeBelow(bottom);
    std::cout << c.show() << ", bottom " << bottom.show() << '\n';
    std::cout << deck.size() << " cards\n";
}

int main() {
    scenario();
    return 0;
}
