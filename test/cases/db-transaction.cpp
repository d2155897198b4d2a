// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace db {

class Session;

class Transaction {
public:
    Transaction(std::shared_ptr<Session> session, int number) : session_(std::move(session)), number_(number) {}

    void put(const std::string& key, const std::string& value) { pending_[key] = value; }
    void commit();
    void rollback() { pending_.clear(); open_ = false; }

    bool open() const { return open_; }
    int number() const { return number_; }

private:
    std::shared_ptr<Session> session_;
    std::map<std::string, std::string> pending_;
    int number_;
    bool open_ = true;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    explicit Session(std::string user) : user_(std::move(user)) {}

    Transaction& begin() {
        if (tx_ && (*tx_)->open()) throw std::logic_error("transaction already open");
        tx_ = std::make_shared<Transaction>(shared_from_this(), ++counter_);
        return **tx_;
    }

    void apply(const std::string& k, const std::string& v) { table_[k] = v + "/" + user_; }

    std::string lookup(const std::string& k) const {
        auto it = table_.find(k);
        return it == table_.end() ? "(null)" : it->second;
    }

    std::optional<int> lastTransaction() const {
        if (!tx_) return std::nullopt;
        return (*tx_)->number();
    }

private:
    std::string user_;
    int counter_ = 0;
    std::map<std::string, std::string> table_;
    std::optional<std::shared_ptr<Transaction>> tx_;
};

void Transaction::commit() {
    for (const auto& [k, v] : pending_) session_->apply(k, v);
    pending_.clear();
    open_ = false;
}

}  // namespace db

static void work(const std::string& user) {
    auto session = std::make_shared<db::Session>(user);
    std::cout << user << " has tx: " << session->lastTransaction().has_value() << '\n';
    auto& t1 = session->begin();
    t1.put("color", "red");
    try {
        session->begin();
    } catch (const std::logic_error& e) {
        std::cout << "error: " << e.what() << '\n';
    }
    t1.commit();
    auto& t2 = session->begin();
    t2.put("color", "blue");
    t2.rollback();
    std::cout << session->lookup("color") << ' ' << session->lookup("size") << " last=" << *session->lastTransaction()
              << '\n';
}

int main() {
    work("ann");
    work("bob");
    return 0;
}
