// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

// In-game console with a command table.

class Console {
public:
    using Handler = std::function<std::string(const std::vector<std::string>&)>;

    static std::shared_ptr<Console> create(const std::string& prompt) {
        std::shared_ptr<Console> console(new Console(prompt));
        console->addDefaults(console);
        return console;
    }

    void add(const std::string& name, Handler h) { table_[name] = std::move(h); }

    std::string execute(const std::string& line) {
        std::istringstream in(line);
        std::string name, word;
        in >> name;
        std::vector<std::string> args;
        while (in >> word) args.push_back(word);
        history_.push_back(line);
        auto it = table_.find(name);
        return prompt_ + (it == table_.end() ? "unknown command " + name : it->second(args));
    }

private:
    explicit Console(std::string prompt) : prompt_(std::move(prompt)) {}

    void addDefaults(std::shared_ptr<Console> console) {
        add("echo", [](const std::vector<std::string>& a) { return a.empty() ? std::string() : a.front(); });
        add("history", [console](const std::vector<std::string>&) {
            std::string s;
            for (const auto& h : console->history_) s += "[" + h + "]";
            return s;
        });
        add("prompt", [this](const std::vector<std::string>& a) {
            if (!a.empty()) prompt_ = a.front() + "> ";
            return std::string("ok");
        });
    }

    std::string prompt_;
    std::vector<std::string> history_;
    std::map<std::string, Handler> table_;
};

static void scenario() {
    auto console = Console::create("> ");
    int lives = 3;
    console->add("lives", [&lives](const std::vector<std::string>& a) {
        if (!a.empty()) lives = std::stoi(a.front());
        return std::to_string(lives);
    });
    for (const char* line : {"echo hi", "lives", "lives 9", "prompt game", "fly", "history"})
        std::cout << console->execute(line) << '\n';
    std::cout << "lives " << lives << '\n';
}

int main() {
    scenario();
    return 0;
}
