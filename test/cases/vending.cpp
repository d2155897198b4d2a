// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// One purchase at a vending machine. Each step of the purchase is an object
// that replaces itself by the following step; after the last there is none.

class Purchase;

class Step {
public:
    explicit Step(std::shared_ptr<Purchase> p) : purchase_(std::move(p)) {}
    virtual ~Step() = default;
    virtual void input(int value) = 0;
    virtual const char* prompt() const = 0;

protected:
    std::shared_ptr<Purchase> purchase_;
};

class Purchase : public std::enable_shared_from_this<Purchase> {
public:
    static std::shared_ptr<Purchase> begin();

    bool running() const { return step_ != nullptr; }

    void input(int v) {
        auto current = step_;
        std::cout << current->prompt() << " <- " << v << '\n';
        current->input(v);
    }

    void become(std::unique_ptr<Step> next) { step_ = std::move(next); }
    void finish(const std::string& how) {
        result_ = how;
        become(nullptr);
    }

    const std::string& result() const { return result_; }
    int price = 0;
    int paid = 0;

private:
    std::shared_ptr<Step> step_;
    std::string result_ = "open";
};

class Paying : public Step {
public:
    using Step::Step;
    const char* prompt() const override { return "pay"; }
    void input(int coin) override {
        if (coin <= 0) {
            purchase_->finish("money returned");
            return;
        }
        purchase_->paid += coin;
        if (purchase_->paid >= purchase_->price)
            purchase_->finish("change " + std::to_string(purchase_->paid - purchase_->price));
    }
};

class Choosing : public Step {
public:
    using Step::Step;
    const char* prompt() const override { return "choose"; }
    void input(int slot) override {
        if (slot > 3) {
            purchase_->finish("sold out");
        } else {
            purchase_->price = 40 * slot;
            purchase_->become(std::make_unique<Paying>(purchase_));
        }
    }
};

std::shared_ptr<Purchase> Purchase::begin() {
    auto p = std::make_shared<Purchase>();
    p->become(std::make_unique<Choosing>(p));
    return p;
}

static void scenario(std::initializer_list<int> keys) {
    auto p = Purchase::begin();
    for (int k : keys) p->input(k);
    while (p->running()) p->input(0);
    std::cout << p->result() << '\n';
}

int main() {
    scenario({2, 50, 50});
    scenario({9});
    scenario({3, 20});
    return 0;
}
