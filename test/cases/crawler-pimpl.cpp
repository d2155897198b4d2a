// RUN: %judge_case %s %t

#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Web crawler, implementation hidden behind a pointer.

class Crawler : public std::enable_shared_from_this<Crawler> {
public:
    static std::shared_ptr<Crawler> create(std::map<std::string, std::vector<std::string>> web, int workers);
    ~Crawler();

    void crawl(const std::string& start);
    std::string found() const;

private:
    friend class Fetcher;
    struct Impl;
    Crawler();
    void discovered(const std::string& url);
    const std::vector<std::string>& links(const std::string& url) const;

    std::unique_ptr<Impl> d;
};

class Fetcher {
public:
    Fetcher(std::shared_ptr<Crawler> owner, int id) : owner_(std::move(owner)), id_(id) {}
    void fetch(const std::string& url) {
        ++pages_;
        for (const auto& l : owner_->links(url)) owner_->discovered(l);
    }
    std::string stats() const { return std::to_string(id_) + ":" + std::to_string(pages_) + " "; }

private:
    std::shared_ptr<Crawler> owner_;
    int id_;
    int pages_ = 0;
};

struct Crawler::Impl {
    std::map<std::string, std::vector<std::string>> web;
    std::set<std::string> seen;
    std::vector<std::string> todo;
    std::vector<std::unique_ptr<Fetcher>> fetchers;
};

Crawler::Crawler() : d(new Impl) {}
Crawler::~Crawler() = default;

std::shared_ptr<Crawler> Crawler::create(std::map<std::string, std::vector<std::string>> web, int workers) {
    std::shared_ptr<Crawler> c(new Crawler);
    c->d->web = std::move(web);
    for (int i = 0; i < workers; ++i) c->d->fetchers.push_back(std::unique_ptr<Fetcher>(new Fetcher(c, i)));
    return c;
}

void Crawler::discovered(const std::string& url) {
    if (d->seen.insert(url).second) d->todo.push_back(url);
}

const std::vector<std::string>& Crawler::links(const std::string& url) const {
    static const std::vector<std::string> none;
    auto it = d->web.find(url);
    return it == d->web.end() ? none : it->second;
}

void Crawler::crawl(const std::string& start) {
    discovered(start);
    for (std::size_t turn = 0; !d->todo.empty() && !d->fetchers.empty(); ++turn) {
        const std::string url = d->todo.back();
        d->todo.pop_back();
        d->fetchers[turn % d->fetchers.size()]->fetch(url);
    }
}

std::string Crawler::found() const {
    std::string s;
    for (const auto& u : d->seen) s += u + " ";
    s += "| ";
    for (const auto& f : d->fetchers) s += f->stats();
    return s;
}

static void scenario(int workers) {
    auto c = Crawler::create({{"a", {"b", "c"}}, {"b", {"a", "d"}}, {"d", {"e"}}}, workers);
    c->crawl("a");
    std::printf("%s\n", c->found().c_str());
}

int main() {
    scenario(0);
    scenario(2);
    std::fflush(stdout);
    return 0;
}
