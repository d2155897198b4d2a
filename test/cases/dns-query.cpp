// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Resolver queries live until an answer or the final timeout arrives.

class Query;

class Resolver {
public:
    using Done = std::function<void(const std::string& host, const std::string& ip)>;

    void addRecord(const std::string& host, const std::string& ip, int delay) { zone_[host] = {ip, delay}; }
    void resolve(const std::string& host, Done done);
    void advance();
    std::size_t pending() const { return pending_.size(); }

private:
    friend class Query;
    struct Record {
        std::string ip;
        int delay;
    };
    std::map<std::string, Record> zone_;
    std::vector<Query*> pending_;
};

class Query : public std::enable_shared_from_this<Query> {
public:
    Query(std::string host, int left, Resolver::Done done) : host_(std::move(host)), left_(left), done_(std::move(done)) {}

    void launch() { keepAlive_ = shared_from_this(); }

    // Returns true when the query is over; the object may be gone afterwards.
    bool tick(const Resolver& r) {
        if (left_ > 0) --left_;
        ++age_;
        if (left_ != 0 && age_ < 5) return false;
        auto guard = std::move(keepAlive_);
        auto it = r.zone_.find(host_);
        done_(host_, left_ == 0 && it != r.zone_.end() ? it->second.ip : "timeout");
        return true;
    }

private:
    std::string host_;
    int left_;
    int age_ = 0;
    Resolver::Done done_;
    std::shared_ptr<Query> keepAlive_;
};

void Resolver::resolve(const std::string& host, Done done) {
    auto it = zone_.find(host);
    auto q = std::make_shared<Query>(host, it == zone_.end() ? -1 : it->second.delay, std::move(done));
    q->launch();
    pending_.push_back(q.get());
}

void Resolver::advance() {
    std::vector<Query*> still;
    for (Query* q : pending_)
        if (!q->tick(*this)) still.push_back(q);
    pending_.swap(still);
}

int main() {
    Resolver resolver;
    resolver.addRecord("db.local", "10.0.0.5", 2);
    resolver.addRecord("far.example", "203.0.113.9", 9);
    auto print = [](const std::string& host, const std::string& ip) { std::cout << host << " = " << ip << '\n'; };
    resolver.resolve("db.local", print);
    resolver.resolve("nowhere", print);
    resolver.resolve("far.example", print);
    int rounds = 0;
    while (resolver.pending() != 0) {
        resolver.advance();
        ++rounds;
    }
    std::cout << "rounds " << rounds << '\n';
    return 0;
}
