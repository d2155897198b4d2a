// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

// Tiny scripting language for configuration files. Values live in
// environments, procedures remember the environment they were defined in.

namespace script {

struct Environment;
struct Procedure;

using Value = std::variant<std::monostate, int, std::string, std::shared_ptr<Procedure>>;

struct Procedure {
    std::string param;
    std::string op;
    int operand;
    std::shared_ptr<Environment> env;
};

struct Environment {
    std::shared_ptr<Environment> outer;
    std::map<std::string, Value> vars;

    const Value* find(const std::string& name) const {
        auto it = vars.find(name);
        if (it != vars.end()) return &it->second;
        return outer ? outer->find(name) : nullptr;
    }
};

class Interpreter {
public:
    Interpreter() : globals_(std::make_shared<Environment>()) {}

    void set(const std::string& name, Value v) { globals_->vars[name] = std::move(v); }

    void define(const std::string& name, std::string param, std::string op, int operand) {
        globals_->vars[name] =
            std::make_shared<Procedure>(Procedure{std::move(param), std::move(op), operand, globals_});
    }

    int call(const std::string& name, int arg) {
        const Value* v = globals_->find(name);
        if (!v || !std::holds_alternative<std::shared_ptr<Procedure>>(*v)) return -1;
        const Procedure& p = *std::get<std::shared_ptr<Procedure>>(*v);
        auto frame = std::make_shared<Environment>();
        frame->outer = p.env;
        frame->vars[p.param] = arg;
        const int bound = std::get<int>(*frame->find(p.param));
        if (p.op == "add") return bound + p.operand;
        if (p.op == "scale") {
            const Value* unit = frame->find("unit");
            return bound * p.operand * (unit ? std::get<int>(*unit) : 1);
        }
        return bound;
    }

    void dump(std::ostream& os) const {
        struct Printer {
            std::ostream& os;
            void operator()(std::monostate) const { os << "nil"; }
            void operator()(int i) const { os << i; }
            void operator()(const std::string& s) const { os << '"' << s << '"'; }
            void operator()(const std::shared_ptr<Procedure>& p) const { os << "proc(" << p->param << ")"; }
        };
        for (const auto& [name, value] : globals_->vars) {
            os << name << " = ";
            std::visit(Printer{os}, value);
            os << '\n';
        }
    }

private:
    std::shared_ptr<Environment> globals_;
};

}  // namespace script

static void loadConfig() {
    script::Interpreter in;
    in.set("host", std::string("localhost"));
    in.set("unit", 1024);
    in.set("nothing", std::monostate{});
    in.define("inc", "n", "add", 1);
    in.define("kilobytes", "n", "scale", 1);
    in.dump(std::cout);
    std::cout << in.call("inc", 41) << ' ' << in.call("kilobytes", 4) << ' ' << in.call("host", 0) << '\n';
}

int main() {
    loadConfig();
    return 0;
}
