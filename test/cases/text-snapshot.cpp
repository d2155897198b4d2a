// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Text buffer with cheap copies. A buffer detaches from the shared storage
// before it is modified; marks keep the storage they were taken from.

class TextBuffer {
    struct Storage {
        std::vector<std::string> lines;
        // storage this one was copied from, for the "changed since" display
        std::shared_ptr<const Storage> origin;
    };

public:
    class Mark {
    public:
        std::string line(std::size_t i) const { return at_->lines.at(i); }
        int generations() const {
            int n = 0;
            for (const Storage* s = at_.get(); s; s = s->origin.get()) ++n;
            return n;
        }

    private:
        friend class TextBuffer;
        explicit Mark(std::shared_ptr<const Storage> s) : at_(std::move(s)) {}
        std::shared_ptr<const Storage> at_;
    };

    TextBuffer() : storage_(std::make_shared<Storage>()) {}

    void add(std::string line) {
        detach();
        storage_->lines.push_back(std::move(line));
    }

    void replace(std::size_t i, std::string line) {
        detach();
        storage_->lines.at(i).swap(line);
    }

    Mark mark() const { return Mark(storage_); }
    void restore(const Mark& m) {
        auto fresh = std::make_shared<Storage>(*m.at_);
        fresh->origin = m.at_;
        storage_ = std::move(fresh);
    }
    bool sharesWith(const TextBuffer& o) const { return storage_ == o.storage_; }
    const std::string& line(std::size_t i) const { return storage_->lines.at(i); }

private:
    void detach() {
        if (storage_.use_count() == 1) return;
        auto copy = std::make_shared<Storage>(*storage_);
        copy->origin = storage_;
        storage_ = std::move(copy);
    }

    std::shared_ptr<Storage> storage_;
};

static void scenario() {
    TextBuffer a;
    a.add("dear reader");
    a.add("goodbye");
    auto before = a.mark();
    TextBuffer b = a;
    std::cout << "shared " << a.sharesWith(b) << '\n';
    b.replace(1, "see you");
    std::cout << "shared " << a.sharesWith(b) << ' ' << a.line(1) << '/' << b.line(1) << '\n';
    auto later = b.mark();
    b.restore(before);
    std::cout << b.line(1) << ' ' << before.generations() << later.generations() << b.mark().generations() << '\n';
    b.add("ps");
    std::cout << b.line(2) << ' ' << later.line(1) << ' ' << b.mark().generations() << '\n';
}

int main() {
    scenario();
    return 0;
}
