// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Subscription plans and accounts. An account has a plan; a plan may offer a
// trial account, which is created for it and has a plan of its own.

class Account;

class Plan {
public:
    Plan(std::string name, int price) : name_(std::move(name)), price_(price) {}

    void offerTrial(const std::string& user, const std::string& trialName);
    std::shared_ptr<Account> trial() const { return trial_; }

    const std::string& name() const { return name_; }
    int price() const { return price_; }

private:
    std::string name_;
    int price_;
    std::shared_ptr<Account> trial_;
};

class Account {
public:
    Account(std::string user, std::shared_ptr<Plan> plan) : user_(std::move(user)), plan_(std::move(plan)) {}

    void change(std::shared_ptr<Plan> p) { plan_ = std::move(p); }

    // Ends the trial of the plan by taking it over into this account.
    bool adoptTrial() {
        auto t = plan_->trial();
        if (!t) return false;
        adopted_.push_back(std::move(t));
        return true;
    }

    int monthly() const {
        int sum = plan_->price();
        for (const auto& a : adopted_) sum += a->monthly();
        return sum;
    }

    std::string text() const { return user_ + " " + plan_->name() + " " + std::to_string(monthly()); }

private:
    std::string user_;
    std::shared_ptr<Plan> plan_;
    std::vector<std::shared_ptr<Account>> adopted_;
};

void Plan::offerTrial(const std::string& user, const std::string& trialName) {
    trial_ = std::make_shared<Account>(user, std::make_shared<Plan>(trialName, price_ / 10));
}

static void scenario() {
    auto basic = std::make_shared<Plan>("basic", 10);
    auto pro = std::make_shared<Plan>("pro", 50);
    pro->offerTrial("guest", "pro-trial");
    auto kim = std::make_shared<Account>("kim", basic);
    auto lee = std::make_shared<Account>("lee", pro);
    std::cout << kim->adoptTrial() << lee->adoptTrial() << '\n';
    for (const auto& a : {kim, lee, pro->trial()}) std::cout << a->text() << '\n';
    kim->change(pro);
    pro->trial()->change(basic);
    for (const auto& a : {kim, lee, pro->trial()}) std::cout << a->text() << '\n';
}

int main() {
    scenario();
    return 0;
}
