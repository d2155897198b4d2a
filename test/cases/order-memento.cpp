// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Orders with undo. A memento holds the state of the order and the memento
// before it; the order refers to the latest one.

class Order {
public:
    class Memento {
    public:
        Memento(std::vector<std::string> lines, std::shared_ptr<Memento> before, std::shared_ptr<const Order> copyOf)
            : lines_(std::move(lines)), before_(std::move(before)), copyOf_(std::move(copyOf)) {}

    private:
        friend class Order;
        std::vector<std::string> lines_;
        std::shared_ptr<Memento> before_;
        std::shared_ptr<const Order> copyOf_;
    };

    explicit Order(std::string customer) : customer_(std::move(customer)) {}

    // Starts a new order with the content of an old one, which stays known.
    static std::shared_ptr<Order> repeat(const std::shared_ptr<const Order>& old, std::string customer) {
        auto o = std::make_shared<Order>(std::move(customer));
        o->history_ = std::make_shared<Memento>(o->lines_, nullptr, old);
        o->lines_ = old->lines_;
        return o;
    }

    void add(const std::string& line) {
        save();
        lines_.push_back(line);
    }
    void cancel() {
        save();
        lines_.clear();
    }

    bool undo() {
        if (!history_) return false;
        lines_ = history_->lines_;
        history_ = std::shared_ptr<Memento>(history_->before_);
        return true;
    }

    std::string text() const {
        std::string s = customer_ + ":";
        for (const auto& l : lines_) s += " " + l;
        for (auto m = history_.get(); m; m = m->before_.get())
            if (m->copyOf_) s += " (as " + m->copyOf_->customer_ + ")";
        return s;
    }

private:
    void save() { history_ = std::make_shared<Memento>(lines_, history_, nullptr); }

    std::string customer_;
    std::vector<std::string> lines_;
    std::shared_ptr<Memento> history_;
};

static void scenario() {
    auto first = std::make_shared<Order>("smith");
    first->add("tea");
    first->add("jam");
    first->cancel();
    first->undo();
    auto second = Order::repeat(first, "jones");
    second->add("milk");
    auto third = Order::repeat(second, "brown");
    std::cout << first->text() << '\n' << second->text() << '\n' << third->text() << '\n';
    first.reset();
    second->undo();
    std::cout << second->text() << '\n';
    while (third->undo()) {
    }
    std::cout << third->text() << '\n';
}

int main() {
    scenario();
    return 0;
}
