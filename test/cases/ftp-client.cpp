// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// File transfer client. Clients get a handle that shuts the client down when
// it goes out of scope.

class Channel {
public:
    virtual ~Channel() = default;
    virtual void shutdown() { onData_ = nullptr; }
    void onData(std::function<void(const std::string&)> fn) { onData_ = std::move(fn); }
    void receive(const std::string& s) {
        if (onData_) onData_(s);
    }

private:
    std::function<void(const std::string&)> onData_;
};

class SecureChannel : public Channel {
public:
    void shutdown() override {
        key_.clear();
        Channel::shutdown();
    }

private:
    std::string key_ = "k3y";
};

class Client : public std::enable_shared_from_this<Client> {
public:
    struct Shutdown {
        void operator()(Client* c) const {
            auto self = c->shared_from_this();
            c->hold_.reset();
            c->close();
        }
    };
    using Handle = std::unique_ptr<Client, Shutdown>;

    static Handle connect(bool secure) {
        auto c = std::make_shared<Client>();
        c->hold_ = c;
        c->open(std::make_shared<Channel>());
        if (secure) c->open(std::make_shared<SecureChannel>());
        return Handle(c.get());
    }

    ~Client() { std::cout << "client gone, " << bytes_ << " bytes\n"; }

    void receive(std::size_t channel, const std::string& s) { channels_.at(channel)->receive(s); }
    std::size_t bytes() const { return bytes_; }

private:
    void open(std::shared_ptr<Channel> ch) {
        ch->onData([self = shared_from_this()](const std::string& s) { self->bytes_ += s.size(); });
        channels_.push_back(std::move(ch));
    }

    void close() {
        for (const auto& ch : channels_) ch->shutdown();
    }

    std::size_t bytes_ = 0;
    std::vector<std::shared_ptr<Channel>> channels_;
    std::shared_ptr<Client> hold_;
};

static void scenario(bool secure) {
    Client::Handle client = Client::connect(secure);
    client->receive(0, "220 ready");
    if (secure) client->receive(1, "data data");
    std::cout << client->bytes() << " so far\n";
}

int main() {
    scenario(false);
    scenario(true);
    std::cout << "done\n";
    return 0;
}
