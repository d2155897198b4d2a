// RUN: %judge_case %s %t

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Statement tree, nested scopes and a visitor with a shared context.

struct VarDecl;
struct Block;
struct Use;

struct Visitor {
    virtual ~Visitor() {}
    virtual void visit(const VarDecl&) = 0;
    virtual void visit(const Block&) = 0;
    virtual void visit(const Use&) = 0;
};

struct Stmt {
    virtual ~Stmt() {}
    virtual void accept(Visitor& v) const = 0;
};
using StmtPtr = std::shared_ptr<Stmt>;

struct VarDecl : Stmt {
    VarDecl(std::string n, std::string t) : name(std::move(n)), type(std::move(t)) {}
    void accept(Visitor& v) const override { v.visit(*this); }
    std::string name, type;
};
struct Use : Stmt {
    explicit Use(std::string n) : name(std::move(n)) {}
    void accept(Visitor& v) const override { v.visit(*this); }
    std::string name;
};
struct Block : Stmt {
    explicit Block(std::vector<StmtPtr> b) : body(std::move(b)) {}
    void accept(Visitor& v) const override { v.visit(*this); }
    std::vector<StmtPtr> body;
};

struct Scope;
struct Entry {
    std::string type;
    const Scope* scope;
};

struct Scope {
    std::shared_ptr<Scope> parent;
    int level = 0;
    std::map<std::string, Entry> names;

    const Entry* lookup(const std::string& n) const {
        auto it = names.find(n);
        if (it != names.end()) return &it->second;
        return parent ? parent->lookup(n) : nullptr;
    }
};

struct Context {
    std::vector<std::string> messages;
    std::shared_ptr<Scope> scope = std::make_shared<Scope>();
};

class Checker : public Visitor {
public:
    explicit Checker(std::shared_ptr<Context> c) : ctx_(std::move(c)) {}

    void visit(const VarDecl& d) override { ctx_->scope->names[d.name] = Entry{d.type, ctx_->scope.get()}; }

    void visit(const Use& u) override {
        const Entry* e = ctx_->scope->lookup(u.name);
        ctx_->messages.push_back(e ? u.name + ":" + e->type + "^" + std::to_string(ctx_->scope->level - e->scope->level)
                                   : u.name + " is unknown");
    }

    void visit(const Block& b) override {
        auto inner = std::make_shared<Scope>();
        inner->parent = ctx_->scope;
        inner->level = inner->parent->level + 1;
        ctx_->scope = inner;
        for (const auto& s : b.body) s->accept(*this);
        ctx_->scope = ctx_->scope->parent;
    }

private:
    std::shared_ptr<Context> ctx_;
};

template <class T, class... A>
StmtPtr mk(A... a) {
    return std::make_shared<T>(std::move(a)...);
}

static StmtPtr block(std::vector<StmtPtr> v) { return std::make_shared<Block>(std::move(v)); }

int main() {
    auto shared = mk<Use>("x");
    auto program = block({mk<VarDecl>("x", "int"), shared,
                          block({mk<VarDecl>("y", "bool"), shared, mk<Use>("y"), block({mk<VarDecl>("x", "str"), shared})}),
                          mk<Use>("y")});
    auto ctx = std::make_shared<Context>();
    Checker first(ctx);
    program->accept(first);
    Checker second(ctx);
    second.visit(Use("x"));
    for (const auto& m : ctx->messages) std::printf("%s\n", m.c_str());
    std::printf("scope level %d, context users %ld\n", ctx->scope->level, ctx.use_count());
    std::fflush(stdout);
    return 0;
}
