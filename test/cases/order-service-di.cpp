// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace shop {

struct IOrderService {
    virtual ~IOrderService() = default;
    virtual std::string place(const std::string& sku, int qty) = 0;
    virtual std::string statusOf(int orderId) const = 0;
};

struct IPaymentGateway {
    virtual ~IPaymentGateway() = default;
    virtual bool charge(int orderId, int amount) = 0;
};

struct INotifier {
    virtual ~INotifier() = default;
    virtual void notify(int orderId) = 0;
};

class MailNotifier final : public INotifier {
public:
    void setOrders(std::shared_ptr<IOrderService> orders) { orders_ = std::move(orders); }
    void notify(int orderId) override {
        outbox_.push_back("order " + std::to_string(orderId) + " is " + orders_->statusOf(orderId));
    }
    const std::vector<std::string>& outbox() const { return outbox_; }

private:
    std::shared_ptr<IOrderService> orders_;
    std::vector<std::string> outbox_;
};

class CardGateway final : public IPaymentGateway {
public:
    explicit CardGateway(std::shared_ptr<INotifier> notifier) : notifier_(std::move(notifier)) {}
    bool charge(int orderId, int amount) override {
        const bool ok = amount < limit_;
        if (ok) limit_ -= amount;
        notifier_->notify(orderId);
        return ok;
    }

private:
    std::shared_ptr<INotifier> notifier_;
    int limit_ = 500;
};

class OrderService final : public IOrderService {
public:
    explicit OrderService(std::shared_ptr<IPaymentGateway> payments) : payments_(std::move(payments)) {}

    std::string place(const std::string& sku, int qty) override {
        const int id = static_cast<int>(status_.size());
        status_.push_back("pending");
        status_[id] = payments_->charge(id, qty * 120) ? "paid" : "declined";
        return sku + ":" + status_[id];
    }

    std::string statusOf(int orderId) const override { return status_.at(orderId); }

private:
    std::shared_ptr<IPaymentGateway> payments_;
    std::vector<std::string> status_;
};

struct Application {
    std::shared_ptr<IOrderService> orders;
    const MailNotifier* mail = nullptr;
};

// Composition root: everything is wired here and nowhere else.
static Application compose() {
    auto notifier = std::make_shared<MailNotifier>();
    auto gateway = std::make_shared<CardGateway>(notifier);
    auto orders = std::make_shared<OrderService>(gateway);
    notifier->setOrders(orders);
    return Application{orders, notifier.get()};
}

}  // namespace shop

static void takeOrders() {
    auto app = shop::compose();
    std::cout << app.orders->place("mug", 2) << '\n';
    std::cout << app.orders->place("desk", 4) << '\n';
    for (const auto& m : app.mail->outbox()) std::cout << m << '\n';
}

int main() {
    takeOrders();
    std::cout << "bye\n";
    return 0;
}
