// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Metrics server. Exporters are stopped when the server goes down.

class Server;

class Exporter {
public:
    Exporter(std::shared_ptr<Server> s, std::string format) : server_(std::move(s)), format_(std::move(format)) {}
    std::string render() const;
    void stop() { server_.reset(); }

private:
    std::shared_ptr<Server> server_;
    std::string format_;
};

class Server : public std::enable_shared_from_this<Server> {
public:
    explicit Server(int port) : port_(port) {}
    ~Server() { stop(); }

    void start(const std::vector<std::string>& formats) {
        running_ = true;
        for (const auto& f : formats) exporters_.push_back(std::make_shared<Exporter>(shared_from_this(), f));
    }

    void stop() {
        if (!running_) return;
        running_ = false;
        for (auto& e : exporters_) e->stop();
        exporters_.clear();
    }

    void count(const std::string& what, int n = 1) { values_[what] += n; }

    void scrape(std::ostream& os) const {
        for (const auto& e : exporters_) os << port_ << ' ' << e->render() << '\n';
    }

    const std::map<std::string, int>& values() const { return values_; }

private:
    int port_;
    bool running_ = false;
    std::map<std::string, int> values_;
    std::vector<std::shared_ptr<Exporter>> exporters_;
};

std::string Exporter::render() const {
    std::string s;
    for (const auto& v : server_->values())
        s += format_ == "json" ? "\"" + v.first + "\":" + std::to_string(v.second) + "," : v.first + "=" + std::to_string(v.second) + ";";
    return format_ + " " + s;
}

static void scenario() {
    auto server = std::make_shared<Server>(9100);
    server->start({"text", "json"});
    server->count("requests", 3);
    server->count("errors");
    server->scrape(std::cout);
    server->count("requests");
    server->scrape(std::cout);
}

int main() {
    scenario();
    std::cout << "down\n";
    return 0;
}
