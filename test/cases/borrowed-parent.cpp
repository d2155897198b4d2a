// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Report sections want a shared_ptr to the report they print to, also when it
// lives in an automatic variable.

class Report;

class Section {
public:
    Section(std::shared_ptr<Report> out, std::string title) : out_(std::move(out)), title_(std::move(title)) {}
    void write(const std::string& text) const;

private:
    std::shared_ptr<Report> out_;
    std::string title_;
};

class Report {
public:
    explicit Report(std::string name) : name_(std::move(name)) {}
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    Section& section(const std::string& title) {
        std::shared_ptr<Report> self(this, [](Report*) {});
        sections_.push_back(std::make_shared<Section>(self, title));
        return *sections_.back();
    }

    // Same for a report inside another one.
    Section& appendix(const std::string& title) {
        if (!appendix_) appendix_ = std::make_shared<Report>(name_ + "/appendix");
        sections_.push_back(std::make_shared<Section>(std::shared_ptr<Report>(std::shared_ptr<void>(), appendix_.get()), title));
        return *sections_.back();
    }

    void line(const std::string& s) { lines_.push_back(s); }

    void print() const {
        std::cout << "== " << name_ << " (" << sections_.size() << " sections)\n";
        for (const auto& l : lines_) std::cout << l << '\n';
        if (appendix_) appendix_->print();
    }

private:
    std::string name_;
    std::vector<std::string> lines_;
    std::vector<std::shared_ptr<Section>> sections_;
    std::shared_ptr<Report> appendix_;
};

void Section::write(const std::string& text) const { out_->line(title_ + ": " + text); }

static void scenario() {
    Report year("2023");
    year.section("income").write("more");
    auto& costs = year.section("costs");
    costs.write("less");
    year.appendix("tables").write("none");
    costs.write("and falling");
    year.print();
    auto draft = std::make_shared<Report>("draft");
    draft->section("ideas").write("a lot");
    draft->print();
}

int main() {
    scenario();
    return 0;
}
