// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Wifi scanner. Handlers are replaced by a harmless one when scanning stops so
// that nobody has to test for an empty handler.

class Scanner {
public:
    using Found = std::function<void(const std::string& ssid)>;

    Scanner() : found_(ignore) {}

    void onFound(Found f) { found_ = std::move(f); }
    void ignoreAll() { found_ = ignore; }

    int scan(const std::vector<std::string>& air) {
        for (const auto& s : air) found_(s);
        return static_cast<int>(air.size());
    }

private:
    static void ignore(const std::string&) {}
    Found found_;
};

class Picker : public std::enable_shared_from_this<Picker> {
public:
    explicit Picker(std::shared_ptr<Scanner> s) : scanner_(std::move(s)) {}

    void start(std::size_t limit) {
        auto self = shared_from_this();
        scanner_->onFound([self, limit](const std::string& ssid) {
            if (self->list_.size() < limit) self->list_.push_back(ssid);
        });
    }

    void stop() { scanner_->ignoreAll(); }
    const std::vector<std::string>& list() const { return list_; }

private:
    std::shared_ptr<Scanner> scanner_;
    std::vector<std::string> list_;
};

class ScanRun {
public:
    ScanRun(Picker& p, std::size_t limit) : picker_(p) { picker_.start(limit); }
    ~ScanRun() { picker_.stop(); }
    ScanRun(const ScanRun&) = delete;
    ScanRun& operator=(const ScanRun&) = delete;

private:
    Picker& picker_;
};

static void scenario() {
    auto scanner = std::make_shared<Scanner>();
    auto picker = std::make_shared<Picker>(scanner);
    const std::vector<std::string> air{"home", "cafe", "guest", "printer"};
    std::cout << scanner->scan(air) << " seen, " << picker->list().size() << " listed\n";
    {
        ScanRun run(*picker, 3);
        std::cout << scanner->scan(air) << " seen, " << picker->list().size() << " listed\n";
    }
    std::cout << scanner->scan(air) << " seen, " << picker->list().size() << " listed\n";
    for (const auto& s : picker->list()) std::cout << s << ' ';
    std::cout << '\n';
}

int main() {
    scenario();
    return 0;
}
