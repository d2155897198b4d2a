// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sheet {

class Cell;

struct Formula {
    char op;
    std::vector<std::shared_ptr<Cell>> inputs;
    std::shared_ptr<Cell> home;
    double evaluate() const;
};

using Content = std::variant<std::monostate, double, std::string, std::shared_ptr<Formula>>;

class Cell {
public:
    explicit Cell(std::string at) : at_(std::move(at)) {}

    void put(Content c) {
        content_ = std::move(c);
        ++edits_;
    }

    double number() const {
        if (auto* d = std::get_if<double>(&content_)) return *d;
        if (auto* f = std::get_if<std::shared_ptr<Formula>>(&content_)) return (*f)->evaluate();
        return 0;
    }

    const std::string& at() const { return at_; }
    int edits() const { return edits_; }
    bool isFormula() const { return std::holds_alternative<std::shared_ptr<Formula>>(content_); }

private:
    std::string at_;
    Content content_;
    int edits_ = 0;
};

// The home cell decides about the sign and is named in messages.
double Formula::evaluate() const {
    double v = op == '*' ? 1 : 0;
    for (const auto& in : inputs) v = op == '*' ? v * in->number() : v + in->number();
    return home->at().front() == '-' ? -v : v;
}

class Sheet {
public:
    std::shared_ptr<Cell> cell(const std::string& at) {
        auto& c = cells_[at];
        if (!c) c = std::make_shared<Cell>(at);
        return c;
    }

    void formula(const std::string& at, char op, const std::vector<std::string>& args) {
        auto target = cell(at);
        auto f = std::make_shared<Formula>(Formula{op, {}, target});
        for (const auto& a : args) f->inputs.push_back(cell(a));
        target->put(f);
    }

    void print() const {
        for (const auto& [at, c] : cells_) std::cout << at << '=' << c->number() << (c->isFormula() ? "* " : " ");
        std::cout << '\n';
    }

private:
    std::map<std::string, std::shared_ptr<Cell>> cells_;
};

}  // namespace sheet

static void scenario() {
    sheet::Sheet s;
    s.cell("A1")->put(2.5);
    s.cell("A2")->put(4.0);
    s.cell("A3")->put(std::string("total"));
    s.formula("B1", '+', {"A1", "A2"});
    s.formula("B2", '*', {"B1", "A2"});
    s.print();
    s.cell("A1")->put(0.5);
    s.cell("B1")->put(1.0);
    s.print();
    std::cout << "B1 edits " << s.cell("B1")->edits() << '\n';
}

int main() {
    scenario();
    return 0;
}
