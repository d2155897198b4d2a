// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Append-only log with independent readers. Readers keep the log alive, the
// log only counts them.

class Log : public std::enable_shared_from_this<Log> {
public:
    class Reader {
    public:
        explicit Reader(std::shared_ptr<Log> log) : log_(std::move(log)) { log_->readers_[this] = 0; }
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        ~Reader() { log_->readers_.erase(this); }

        bool next(std::string& out) {
            auto& pos = log_->readers_[this];
            if (pos >= log_->lines_.size()) return false;
            out = log_->lines_[pos++];
            return true;
        }

    private:
        std::shared_ptr<Log> log_;
    };

    std::shared_ptr<Reader> open() { return std::make_shared<Reader>(shared_from_this()); }
    std::unique_ptr<Reader> openOnce() { return std::unique_ptr<Reader>(new Reader(shared_from_this())); }

    void write(std::string s) { lines_.push_back(std::move(s)); }

    std::size_t readers() const { return readers_.size(); }
    std::size_t slowest() const {
        std::size_t p = lines_.size();
        for (const auto& r : readers_)
            if (r.second < p) p = r.second;
        return p;
    }

private:
    std::vector<std::string> lines_;
    std::map<Reader*, std::size_t> readers_;
};

// Merges what several readers still have to say.
class Merger {
public:
    void add(std::shared_ptr<Log::Reader> r) { sources_.push_back(std::move(r)); }
    std::string drain() {
        std::string all, line;
        for (auto& s : sources_)
            while (s->next(line)) all += line + ";";
        return all;
    }

private:
    std::vector<std::shared_ptr<Log::Reader>> sources_;
};

static void scenario() {
    Merger merger;
    {
        auto log = std::make_shared<Log>();
        log->write("boot");
        log->write("mount");
        auto tail = log->openOnce();
        std::string line;
        while (tail->next(line)) std::cout << "tail " << line << '\n';
        merger.add(log->open());
        std::cout << "readers " << log->readers() << " slowest " << log->slowest() << '\n';
        auto second = std::make_shared<Log>();
        second->write("net up");
        merger.add(second->open());
        log->write("login");
    }
    std::cout << merger.drain() << '\n';
    std::cout << "again '" << merger.drain() << "'\n";
}

int main() {
    scenario();
    return 0;
}
