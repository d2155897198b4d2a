// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Line based chat connection on top of a fake transport.

class Transport {
public:
    void feed(const std::string& line) { incoming_.push_back(line); }
    bool next(std::string& line) {
        if (incoming_.empty()) return false;
        line = incoming_.front();
        incoming_.erase(incoming_.begin());
        return true;
    }

private:
    std::vector<std::string> incoming_;
};

class ChatSocket : public std::enable_shared_from_this<ChatSocket> {
public:
    ChatSocket(std::unique_ptr<Transport> t, std::string nick) : transport_(std::move(t)), nick_(std::move(nick)) {}

    void open() {
        onLine_ = [self = shared_from_this()](const std::string& line) {
            if (line == "PING")
                self->write("PONG " + self->nick_);
            else
                self->lines_.push_back(line);
        };
        open_ = true;
    }

    int pump() {
        std::string line;
        int n = 0;
        while (open_ && transport_->next(line)) {
            onLine_(line);
            ++n;
        }
        return n;
    }

    void write(std::string s) { written_ += std::move(s) + "\n"; }

    Transport& transport() { return *transport_; }
    const std::vector<std::string>& lines() const { return lines_; }
    const std::string& written() const { return written_; }

private:
    std::unique_ptr<Transport> transport_;
    std::string nick_;
    std::string written_;
    std::vector<std::string> lines_;
    std::function<void(const std::string&)> onLine_;
    bool open_ = false;
};

static void scenario(const std::string& nick) {
    auto socket = std::make_shared<ChatSocket>(std::make_unique<Transport>(), nick);
    socket->transport().feed("hello");
    socket->transport().feed("PING");
    socket->transport().feed("how are you");
    std::cout << "closed: " << socket->pump() << '\n';
    socket->open();
    std::cout << "open: " << socket->pump() << '\n';
    for (const auto& l : socket->lines()) std::cout << "  " << l << '\n';
    std::cout << socket->written();
}

int main() {
    scenario("eva");
    scenario("tom");
    return 0;
}
