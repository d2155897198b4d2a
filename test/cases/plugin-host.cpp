// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Host with plugins; what a plugin does with the host is its own business.

class Host;

class Plugin {
public:
    virtual ~Plugin() = default;
    virtual std::string id() const = 0;
    virtual void attached(const std::shared_ptr<Host>&) {}
    virtual std::string process(const std::string& s) = 0;
};

class Host : public std::enable_shared_from_this<Host> {
public:
    Host& load(std::unique_ptr<Plugin> p) {
        p->attached(shared_from_this());
        plugins_.push_back(std::move(p));
        return *this;
    }

    std::string run(std::string s) {
        for (auto& p : plugins_) s = p->process(s);
        return s;
    }

    bool option(const std::string& name) const {
        for (const auto& o : options_)
            if (o == name) return true;
        return false;
    }
    void enable(std::string name) { options_.push_back(std::move(name)); }

private:
    std::vector<std::string> options_;
    std::vector<std::unique_ptr<Plugin>> plugins_;
};

class Upper : public Plugin {
public:
    std::string id() const override { return "upper"; }
    void attached(const std::shared_ptr<Host>& h) override { h->enable("ascii"); }
    std::string process(const std::string& s) override {
        std::string r = s;
        for (char& c : r)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        return r;
    }
};

class Quote : public Plugin {
public:
    std::string id() const override { return "quote"; }
    void attached(const std::shared_ptr<Host>& h) override { host_ = h; }
    std::string process(const std::string& s) override { return host_->option("ascii") ? '"' + s + '"' : "<<" + s + ">>"; }

private:
    std::shared_ptr<Host> host_;
};

class Count : public Plugin {
public:
    std::string id() const override { return "count"; }
    std::string process(const std::string& s) override { return s + "#" + std::to_string(++n_); }

private:
    int n_ = 0;
};

static void scenario(bool ascii) {
    auto host = std::make_shared<Host>();
    host->load(std::make_unique<Count>()).load(std::make_unique<Quote>());
    if (ascii) host->load(std::make_unique<Upper>());
    std::cout << host->run("alpha") << '\n';
    std::cout << host->run("beta") << '\n';
}

int main() {
    scenario(false);
    scenario(true);
    return 0;
}
