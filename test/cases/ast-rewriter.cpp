// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Tiny expression tree with upward links so that a rewriter can replace a
// node in place without threading the parent through every call.

class Expr;
using ExprPtr = std::shared_ptr<Expr>;

class Expr : public std::enable_shared_from_this<Expr> {
public:
    virtual ~Expr() = default;
    virtual int eval() const = 0;
    virtual std::string str() const = 0;
    virtual bool replaceOperand(const Expr*, ExprPtr) { return false; }

    ExprPtr up;
};

class Const : public Expr {
public:
    explicit Const(int v) : v_(v) {}
    int eval() const override { return v_; }
    std::string str() const override { return std::to_string(v_); }

private:
    int v_;
};

class Binary : public Expr {
public:
    static ExprPtr make(char op, ExprPtr l, ExprPtr r) {
        auto b = std::make_shared<Binary>(op);
        b->lhs_ = std::move(l);
        b->rhs_ = std::move(r);
        b->lhs_->up = b;
        b->rhs_->up = b;
        return b;
    }

    explicit Binary(char op) : op_(op) {}

    int eval() const override {
        const int a = lhs_->eval(), b = rhs_->eval();
        return op_ == '+' ? a + b : op_ == '*' ? a * b : a - b;
    }
    std::string str() const override { return "(" + lhs_->str() + op_ + rhs_->str() + ")"; }

    bool replaceOperand(const Expr* old, ExprPtr fresh) override {
        ExprPtr& slot = lhs_.get() == old ? lhs_ : rhs_;
        if (slot.get() != old) return false;
        fresh->up = shared_from_this();
        slot->up = nullptr;
        slot = std::move(fresh);
        return true;
    }

private:
    char op_;
    ExprPtr lhs_;
    ExprPtr rhs_;
};

static int depthOf(const ExprPtr& e) {
    int d = 0;
    for (ExprPtr p = e->up; p; p = p->up) ++d;
    return d;
}

// Folds one subexpression to a literal.
static bool fold(const ExprPtr& e) {
    if (!e->up) return false;
    return e->up->replaceOperand(e.get(), std::make_shared<Const>(e->eval()));
}

static void optimise() {
    auto two = std::make_shared<Const>(2);
    auto sum = Binary::make('+', two, std::make_shared<Const>(5));
    auto root = Binary::make('-', Binary::make('*', sum, std::make_shared<Const>(3)), std::make_shared<Const>(1));
    std::cout << root->str() << " = " << root->eval() << '\n';
    std::cout << "depth of leaf " << depthOf(two) << '\n';
    std::cout << "folded " << fold(sum) << ": " << root->str() << " = " << root->eval() << '\n';
    std::cout << "root foldable " << fold(root) << '\n';
}

int main() {
    optimise();
    return 0;
}
