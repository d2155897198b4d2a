// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

// Symbolic expressions: operators build trees, simplification reuses the
// operands it can keep.

class Expr {
public:
    using P = std::shared_ptr<Expr>;
    enum Kind { Num, Var, Add, Mul };

    static P num(int v) { return P(new Expr(Num, v, "")); }
    static P var(const std::string& n) { return P(new Expr(Var, 0, n)); }

    friend P operator+(P a, P b) { return binary(Add, std::move(a), std::move(b)); }
    friend P operator*(P a, P b) { return binary(Mul, std::move(a), std::move(b)); }

    // Works in place and returns what should be used instead of this node.
    static P simplify(P e) {
        if (e->kind_ == Num || e->kind_ == Var) return e;
        e->lhs_ = simplify(e->lhs_);
        e->rhs_ = simplify(std::move(e->rhs_));
        if (e->rhs_->kind_ == Num) e->lhs_.swap(e->rhs_);
        if (e->lhs_->kind_ != Num) return e;
        const int n = e->lhs_->value_;
        if (e->rhs_->kind_ == Num) return num(e->kind_ == Add ? n + e->rhs_->value_ : n * e->rhs_->value_);
        if (e->kind_ == Mul && n == 0) return e->lhs_;
        if (e->kind_ == Add && n == 0) return e->rhs_;
        if (e->kind_ == Mul && n == 1) return e->rhs_;
        if (e->rhs_->kind_ == e->kind_ && e->rhs_->lhs_->kind_ == Num) {
            const int m = e->rhs_->lhs_->value_;
            e->lhs_ = num(e->kind_ == Add ? n + m : n * m);
            e->rhs_ = e->rhs_->rhs_;
        }
        return e;
    }

    std::string str() const {
        switch (kind_) {
            case Num: return std::to_string(value_);
            case Var: return name_;
            case Add: return "(" + lhs_->str() + "+" + rhs_->str() + ")";
            default: return lhs_->str() + "*" + rhs_->str();
        }
    }

private:
    Expr(Kind k, int v, std::string n) : kind_(k), value_(v), name_(std::move(n)) {}

    static P binary(Kind k, P a, P b) {
        P e(new Expr(k, 0, ""));
        e->lhs_ = std::move(a);
        e->rhs_ = std::move(b);
        return e;
    }

    Kind kind_;
    int value_;
    std::string name_;
    P lhs_;
    P rhs_;
};

static void show(const char* what, Expr::P e) {
    std::printf("%s: %s", what, e->str().c_str());
    e = Expr::simplify(std::move(e));
    std::printf(" -> %s\n", e->str().c_str());
}

static void scenario() {
    auto x = Expr::var("x");
    auto y = Expr::var("y");
    auto two = Expr::num(2);
    show("fold", (two + Expr::num(3)) * x);
    show("zero", x * Expr::num(0) + y);
    show("assoc", two + (x + Expr::num(5)));
    auto square = x * x;
    auto twice = square + square;
    show("shared", twice * Expr::num(1));
    show("nested", Expr::num(3) * (y * Expr::num(4)) + twice);
}

int main() {
    scenario();
    std::fflush(stdout);
    return 0;
}
