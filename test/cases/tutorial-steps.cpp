// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Guided tour of the application. Steps are linked while they are written
// down; a branch always rejoins further ahead.

class Step {
public:
    using Ref = std::shared_ptr<Step>;
    using Branch = std::pair<std::string, Ref>;

    explicit Step(std::string text) : text_(std::move(text)) {}

    Ref then(const std::string& text) {
        next_ = std::make_shared<Step>(text);
        return next_;
    }

    Ref branch(const std::string& label, const std::string& text) {
        auto s = std::make_shared<Step>(text);
        branches_.emplace_back(label, s);
        return s;
    }

    void rejoin(Ref later) { next_ = std::move(later); }

    const std::string& text() const { return text_; }

    Ref advance(const std::string& choice) const {
        for (const Branch& b : branches_)
            if (b.first == choice) return b.second;
        return next_;
    }

    int longest() const {
        int n = next_ ? next_->longest() : 0;
        for (const auto& b : branches_) {
            const int m = b.second->longest();
            if (m > n) n = m;
        }
        return n + 1;
    }

private:
    std::string text_;
    Ref next_;
    std::vector<Branch> branches_;
};

class Tour {
public:
    explicit Tour(Step::Ref first) : current_(first), first_(std::move(first)) {}

    void run(const std::vector<std::string>& choices) {
        std::size_t i = 0;
        current_ = first_;
        while (current_) {
            std::printf("%s; ", current_->text().c_str());
            current_ = current_->advance(i < choices.size() ? choices[i++] : "");
        }
        std::printf("end\n");
    }

    int longest() const { return first_->longest(); }

private:
    Step::Ref current_;
    Step::Ref first_;
};

static Tour firstRun() {
    auto hello = std::make_shared<Step>("hello");
    auto open = hello->then("open a file");
    auto save = open->then("save it");
    auto import = open->branch("import", "pick a folder");
    import->then("wait")->rejoin(save);
    save->branch("cloud", "sign in")->rejoin(save->then("done"));
    return Tour(hello);
}

int main() {
    Tour tour = firstRun();
    tour.run({});
    tour.run({"", "import", "", "", "cloud"});
    tour.run({"", "", "cloud"});
    std::printf("longest path %d\n", tour.longest());
    std::fflush(stdout);
    return 0;
}
