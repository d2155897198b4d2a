// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Subject / observer with the usual interface split.

struct Quote {
    std::string symbol;
    int cents;
};

class QuoteListener {
public:
    virtual ~QuoteListener() {}
    virtual void onQuote(const Quote& q) = 0;
};

class Ticker {
public:
    void subscribe(std::shared_ptr<QuoteListener> l) { listeners_.push_back(std::move(l)); }

    void publish(const Quote& q) {
        last_ = q;
        for (auto& l : listeners_) l->onQuote(q);
    }

    const Quote& last() const { return last_; }

private:
    Quote last_{"", 0};
    std::vector<std::shared_ptr<QuoteListener>> listeners_;
};

class Portfolio : public QuoteListener {
public:
    Portfolio(std::shared_ptr<Ticker> source, std::string symbol, int shares)
        : source_(std::move(source)), symbol_(std::move(symbol)), shares_(shares) {}

    void onQuote(const Quote& q) override {
        if (q.symbol == symbol_) value_ = static_cast<long>(shares_) * q.cents;
    }

    void print(std::ostream& os) const {
        os << symbol_ << " x" << shares_ << " = " << value_ << " (last tick " << source_->last().symbol
           << ")\n";
    }

private:
    std::shared_ptr<Ticker> source_;
    std::string symbol_;
    int shares_;
    long value_ = 0;
};

class TickCounter : public QuoteListener {
public:
    void onQuote(const Quote&) override { ++count_; }
    int count() const { return count_; }

private:
    int count_ = 0;
};

static void tradingDay() {
    auto ticker = std::make_shared<Ticker>();
    auto counter = std::make_shared<TickCounter>();
    ticker->subscribe(counter);

    std::vector<std::shared_ptr<Portfolio>> books;
    books.push_back(std::make_shared<Portfolio>(ticker, "ACME", 10));
    books.push_back(std::make_shared<Portfolio>(ticker, "INIT", 3));
    for (const auto& b : books) ticker->subscribe(b);

    ticker->publish({"ACME", 1250});
    ticker->publish({"INIT", 900});
    ticker->publish({"ACME", 1300});

    for (const auto& b : books) b->print(std::cout);
    std::cout << "ticks " << counter->count() << '\n';
}

int main() {
    tradingDay();
    return 0;
}
