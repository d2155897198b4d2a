// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Dance evening: whoever asks somebody becomes their partner.

class Dancer : public std::enable_shared_from_this<Dancer> {
public:
    explicit Dancer(std::string name) : name_(std::move(name)) {}

    void ask(const std::shared_ptr<Dancer>& other) {
        setPartner(other);
        other->setPartner(shared_from_this());
    }

    void setPartner(std::shared_ptr<Dancer> p) {
        partner_ = std::move(p);
        ++changes_;
    }

    std::string dance() const {
        if (!partner_) return name_ + " waits";
        if (partner_->partner_.get() != this) return name_ + " looks for " + partner_->name_;
        return name_ + " dances with " + partner_->name_;
    }

    int changes() const { return changes_; }

private:
    std::string name_;
    std::shared_ptr<Dancer> partner_;
    int changes_ = 0;
};

static void scenario() {
    std::vector<std::shared_ptr<Dancer>> hall;
    for (const char* n : {"olga", "pete", "quin"}) hall.push_back(std::make_shared<Dancer>(n));
    auto show = [&hall](const char* title) {
        std::cout << title << ":";
        for (const auto& d : hall) std::cout << "  " << d->dance();
        std::cout << '\n';
    };
    show("start");
    hall[0]->ask(hall[1]);
    show("waltz");
    hall[2]->ask(hall[0]);
    show("tango");
    hall[1]->setPartner(nullptr);
    show("break");
    int changes = 0;
    for (const auto& d : hall) changes += d->changes();
    std::cout << changes << " changes\n";
}

int main() {
    scenario();
    return 0;
}
