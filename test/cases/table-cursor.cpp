// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Table with cursors. The last cursor is remembered so that paging through the
// rows does not have to search again.

class Table : public std::enable_shared_from_this<Table> {
public:
    class Cursor {
    public:
        Cursor(std::shared_ptr<Table> t, std::string filter) : table_(std::move(t)), filter_(std::move(filter)) {}

        std::vector<std::string> fetch(std::size_t n) {
            std::vector<std::string> out;
            while (out.size() < n && row_ < table_->rows_.size()) {
                const auto& r = table_->rows_[row_++];
                if (r.find(filter_) != std::string::npos) out.push_back(r);
            }
            return out;
        }

        bool atEnd() const { return row_ >= table_->rows_.size(); }
        const std::string& filter() const { return filter_; }

    private:
        std::shared_ptr<Table> table_;
        std::string filter_;
        std::size_t row_ = 0;
    };

    void insert(std::string row) {
        rows_.push_back(std::move(row));
    }

    std::shared_ptr<Cursor> query(const std::string& filter) {
        if (last_ && last_->filter() == filter && !last_->atEnd()) {
            ++hits_;
            return last_;
        }
        return last_ = std::make_shared<Cursor>(shared_from_this(), filter);
    }

    // Cursors over the old contents make no sense any more.
    void truncate() {
        rows_.clear();
        last_.reset();
    }

    int hits() const { return hits_; }

private:
    std::vector<std::string> rows_;
    std::shared_ptr<Cursor> last_;
    int hits_ = 0;
};

static void page(const std::shared_ptr<Table>& t, const std::string& filter) {
    auto cursor = t->query(filter);
    std::cout << filter << ':';
    for (const auto& r : cursor->fetch(2)) std::cout << ' ' << r;
    std::cout << (cursor->atEnd() ? " (end)" : " ...") << '\n';
}

static void scenario() {
    auto t = std::make_shared<Table>();
    for (const char* r : {"apple", "apricot", "banana", "grape", "papaya"}) t->insert(r);
    page(t, "ap");
    page(t, "ap");
    page(t, "an");
    t->truncate();
    page(t, "an");
    std::cout << "hits " << t->hits() << '\n';
}

int main() {
    scenario();
    return 0;
}
