// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// A train is a chain of coupled wagons. Long trains are taken apart one wagon
// after the other so that the stack does not overflow.

class Wagon {
public:
    Wagon(std::string load, int tons) : load_(std::move(load)), tons_(tons) {}

    int tons() const { return tons_; }
    const std::string& load() const { return load_; }

private:
    friend class Train;
    std::string load_;
    int tons_;
    std::shared_ptr<Wagon> front_;
    std::shared_ptr<Wagon> rear_;
};

class Train {
public:
    Train() = default;
    Train(Train&& other) noexcept : head_(std::move(other.head_)), tail_(std::move(other.tail_)) {}
    Train& operator=(Train&&) = delete;

    ~Train() {
        tail_.reset();
        while (head_) {
            auto following = head_->rear_;
            head_ = std::move(following);
        }
    }

    Train& couple(std::shared_ptr<Wagon> w) {
        if (tail_) {
            w->front_ = tail_;
            tail_->rear_ = w;
        } else {
            head_ = w;
        }
        tail_ = std::move(w);
        return *this;
    }

    int tons() const {
        int t = 0;
        for (const Wagon* w = head_.get(); w; w = w->rear_.get()) t += w->tons_;
        return t;
    }

    // Weight the given wagon has to pull through its rear coupling.
    int behind(const Wagon& from) const {
        int t = 0;
        for (const Wagon* w = tail_.get(); w && w != &from; w = w->front_.get()) t += w->tons_;
        return t;
    }

    std::string loads() const {
        std::string s;
        for (auto w = tail_; w; w = w->front_) s += w->load_ + " ";
        return s;
    }

private:
    std::shared_ptr<Wagon> head_;
    std::shared_ptr<Wagon> tail_;
};

static Train freight() {
    Train t;
    auto coal = std::make_shared<Wagon>("coal", 60);
    t.couple(coal).couple(std::make_shared<Wagon>("steel", 80)).couple(std::make_shared<Wagon>("cars", 25));
    std::cout << "behind " << coal->load() << ": " << t.behind(*coal) << '\n';
    return t;
}

static void scenario() {
    Train t = freight();
    std::cout << t.tons() << " tons: " << t.loads() << '\n';
    Train single;
    single.couple(std::make_shared<Wagon>("mail", 12));
    std::cout << single.tons() << " tons: " << single.loads() << '\n';
}

int main() {
    scenario();
    return 0;
}
