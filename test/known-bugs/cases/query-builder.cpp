// Missed: the data decide. The cache is reset, and then filled again.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// SQL-like query builder; finished queries know how they were made so that
// they can be refined.

class QueryBuilder;

class Query {
public:
    Query(std::string text, std::shared_ptr<QueryBuilder> origin) : text_(std::move(text)), origin_(std::move(origin)) {}
    const std::string& text() const { return text_; }
    std::shared_ptr<QueryBuilder> refine() const { return origin_; }

private:
    std::string text_;
    std::shared_ptr<QueryBuilder> origin_;
};

class QueryBuilder : public std::enable_shared_from_this<QueryBuilder> {
public:
    static std::shared_ptr<QueryBuilder> from(const std::string& table) {
        auto b = std::make_shared<QueryBuilder>();
        b->table_ = table;
        return b;
    }

    std::shared_ptr<QueryBuilder> where(const std::string& condition) {
        conditions_.push_back(condition);
        built_ = nullptr;
        return shared_from_this();
    }

    std::shared_ptr<const Query> build() {
        if (built_) return built_;
        std::string s = "from " + table_;
        const char* word = " where ";
        for (const auto& c : conditions_) {
            s += word + c;
            word = " and ";
        }
        built_ = std::make_shared<const Query>(std::move(s), shared_from_this());
        return built_;
    }

private:
    std::string table_;
    std::vector<std::string> conditions_;
    std::shared_ptr<const Query> built_;
};

static void run(const Query& q) { std::cout << "[" << q.text() << "]\n"; }

static void scenario() {
    auto adults = QueryBuilder::from("people")->where("age > 17")->build();
    run(*adults);
    auto named = adults->refine()->where("name = 'Kim'");
    run(*named->build());
    auto again = named->build();
    std::cout << (again == named->build() ? "same" : "different") << ", old one: " << adults->text() << '\n';

    auto draft = QueryBuilder::from("orders")->where("paid = 0");
    auto first = draft->build();
    run(*first);
    draft->where("total > 100");
}

int main() {
    scenario();
    return 0;
}
