// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// List box with pluggable row painters. Simple painters are defined right
// where they are needed.

class RowPainter {
public:
    virtual ~RowPainter() = default;
    virtual std::string paint(std::size_t row, const std::string& text) const = 0;
};

class ListBox {
public:
    explicit ListBox(std::vector<std::string> rows) : rows_(std::move(rows)) {}

    void painter(std::shared_ptr<const RowPainter> p) { painter_ = std::move(p); }
    void select(std::size_t row) { selected_ = row; }
    std::size_t selected() const { return selected_; }
    std::size_t size() const { return rows_.size(); }

    void show() const {
        for (std::size_t i = 0; i < rows_.size(); ++i) std::cout << (painter_ ? painter_->paint(i, rows_[i]) : rows_[i]) << '\n';
    }

private:
    std::vector<std::string> rows_;
    std::size_t selected_ = 0;
    std::shared_ptr<const RowPainter> painter_;
};

static std::shared_ptr<const RowPainter> numbers() {
    struct Numbers : RowPainter {
        std::string paint(std::size_t row, const std::string& text) const override { return std::to_string(row + 1) + ". " + text; }
    };
    return std::make_shared<Numbers>();
}

static std::shared_ptr<ListBox> menu(std::vector<std::string> rows) {
    auto box = std::make_shared<ListBox>(std::move(rows));
    struct Marker : RowPainter {
        explicit Marker(std::shared_ptr<ListBox> b) : box(std::move(b)) {}
        std::string paint(std::size_t row, const std::string& text) const override {
            return (row == box->selected() ? "> " : "  ") + text + (row + 1 == box->size() ? " (last)" : "");
        }
        std::shared_ptr<ListBox> box;
    };
    box->painter(std::make_shared<Marker>(box));
    return box;
}

static void scenario() {
    auto plain = std::make_shared<ListBox>(std::vector<std::string>{"tea", "coffee"});
    plain->painter(numbers());
    plain->show();
    auto food = menu({"soup", "salad", "steak"});
    food->select(1);
    food->show();
    auto drinks = menu({"water", "wine"});
    drinks->show();
    drinks->painter(numbers());
    drinks->show();
}

int main() {
    scenario();
    return 0;
}
