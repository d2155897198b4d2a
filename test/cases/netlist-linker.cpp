// RUN: %judge_case %s %t

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Gate level simulator. Gates and wires are plain records for clients, only
// the linker may connect them.

class Linker;
class Gate;

class Wire {
public:
    explicit Wire(std::string name) : m_name(std::move(name)) {}
    bool value() const;
    const std::string& name() const { return m_name; }
    void force(bool v) { m_forced = true; m_value = v; }

private:
    friend class Linker;
    std::string m_name;
    bool m_forced = false;
    bool m_value = false;
    std::shared_ptr<Gate> m_driver;
};

class Gate {
public:
    enum Kind { And, Or, Not };
    explicit Gate(Kind k) : m_kind(k) {}

    bool eval() const {
        switch (m_kind) {
            case And: return m_inputs[0]->value() && m_inputs[1]->value();
            case Or: return m_inputs[0]->value() || m_inputs[1]->value();
            default: return !m_inputs[0]->value();
        }
    }

private:
    friend class Linker;
    Kind m_kind;
    std::vector<std::shared_ptr<Wire>> m_inputs;
    std::shared_ptr<Wire> m_output;
};

bool Wire::value() const {
    if (m_forced || !m_driver) return m_value;
    return m_driver->eval();
}

class Linker {
public:
    std::shared_ptr<Wire> wire(const std::string& name) {
        auto& w = m_wires[name];
        if (!w) w = std::make_shared<Wire>(name);
        return w;
    }

    void gate(Gate::Kind kind, const std::string& out, const std::vector<std::string>& in) {
        auto g = std::make_shared<Gate>(kind);
        for (const auto& n : in) g->m_inputs.push_back(wire(n));
        g->m_output = wire(out);
        g->m_output->m_driver = g;
        m_gates.push_back(g);
    }

    // Names of all wires that have a gate behind them.
    std::string driven() const {
        std::string s;
        for (const auto& g : m_gates) s += g->m_output->name() + " ";
        return s;
    }

private:
    std::map<std::string, std::shared_ptr<Wire>> m_wires;
    std::vector<std::shared_ptr<Gate>> m_gates;
};

static void truthTable(bool exclusive) {
    Linker l;
    l.gate(Gate::And, "both", {"a", "b"});
    l.gate(Gate::Or, "any", {"a", "b"});
    l.gate(Gate::Not, "notboth", {"both"});
    if (exclusive)
        l.gate(Gate::And, "q", {"any", "notboth"});
    else
        l.gate(Gate::Or, "q", {"any", "notboth"});
    for (int i = 0; i < 4; ++i) {
        l.wire("a")->force(i & 1);
        l.wire("b")->force(i & 2);
        std::printf("%d", l.wire("q")->value());
    }
    std::printf(" driven: %s\n", l.driven().c_str());
}

int main() {
    truthTable(true);
    truthTable(false);
    std::fflush(stdout);
    return 0;
}
