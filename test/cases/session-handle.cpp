// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Database sessions. What users get is a pointer to the session whose end
// closes the session, however many statements are still prepared.

class Session;

class Statement {
public:
    Statement(std::shared_ptr<Session> s, std::string sql) : session_(std::move(s)), sql_(std::move(sql)) {}
    std::string run();

private:
    std::shared_ptr<Session> session_;
    std::string sql_;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    static std::shared_ptr<Session> open(const std::string& db) {
        std::shared_ptr<Session> inner(new Session(db));
        Session* raw = inner.get();
        return std::shared_ptr<Session>(raw, [inner](Session* s) mutable {
            s->close();
            inner.reset();
        });
    }

    std::shared_ptr<Statement> prepare(const std::string& sql) {
        prepared_.push_back(std::make_shared<Statement>(shared_from_this(), sql));
        return prepared_.back();
    }

    std::string execute(const std::string& sql) {
        if (!open_) return "session to " + db_ + " is closed";
        return db_ + "[" + std::to_string(++count_) + "] " + sql;
    }

private:
    explicit Session(std::string db) : db_(std::move(db)) {}

    void close() {
        open_ = false;
        prepared_.clear();
    }

    std::string db_;
    bool open_ = true;
    int count_ = 0;
    std::vector<std::shared_ptr<Statement>> prepared_;
};

std::string Statement::run() { return session_->execute(sql_); }

static void scenario() {
    std::shared_ptr<Statement> left;
    {
        auto shop = Session::open("shop");
        auto copy = shop;
        auto select = shop->prepare("select *");
        shop->prepare("delete");
        std::cout << select->run() << '\n';
        shop.reset();
        std::cout << select->run() << '\n';
        left = std::move(select);
    }
    std::cout << left->run() << '\n';
    auto idle = Session::open("idle");
    std::cout << idle->execute("ping") << '\n';
}

int main() {
    scenario();
    return 0;
}
