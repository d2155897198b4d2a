// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Sessions of a terminal server with their shells.

class Session;

class Shell {
public:
    Shell(std::shared_ptr<Session> s, std::string prompt) : session_(std::move(s)), prompt_(std::move(prompt)) {}
    void input(const std::string& cmd);
    void hangup() { session_ = nullptr; }

private:
    std::shared_ptr<Session> session_;
    std::string prompt_;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(int id, std::string user) : id_(id), user_(std::move(user)) {}

    void open(const std::string& prompt) { shells_.push_back(std::make_shared<Shell>(shared_from_this(), prompt)); }
    void print(const std::string& s) { screen_ += s + "|"; }
    void type(const std::string& cmd) {
        for (auto& s : shells_) s->input(cmd);
    }

    void close() {
        while (!shells_.empty()) {
            shells_.back()->hangup();
            shells_.pop_back();
        }
    }

    int id() const { return id_; }
    std::string text() const { return user_ + "#" + std::to_string(id_) + " " + screen_; }

private:
    int id_;
    std::string user_;
    std::string screen_;
    std::vector<std::shared_ptr<Shell>> shells_;
};

void Shell::input(const std::string& cmd) {
    if (cmd == "echo") session_->print(prompt_ + "echo");
    if (cmd == "who") session_->print(prompt_ + std::to_string(session_->id()));
}

class Server {
public:
    std::shared_ptr<Session> login(const std::string& user) {
        auto s = std::make_shared<Session>(++last_, user);
        s->open("$ ");
        if (user == "root") s->open("# ");
        return sessions_.emplace(last_, std::move(s)).first->second;
    }

    void logout(int id) {
        auto it = sessions_.find(id);
        if (it == sessions_.end()) return;
        it->second->close();
        std::cout << "bye " << it->second->text() << '\n';
        sessions_.erase(it);
    }

    void shutdown() {
        while (!sessions_.empty()) logout(sessions_.begin()->first);
    }

private:
    int last_ = 0;
    std::map<int, std::shared_ptr<Session>> sessions_;
};

static void scenario() {
    Server server;
    auto root = server.login("root");
    server.login("guest")->type("who");
    auto mia = server.login("mia");
    root->type("echo");
    mia->type("who");
    server.logout(mia->id());
    server.logout(99);
    mia->type("echo");
    server.shutdown();
    std::cout << mia->text() << '\n';
}

int main() {
    scenario();
    return 0;
}
