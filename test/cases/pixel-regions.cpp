// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Connected regions of an image by union-find. A region that was merged keeps
// a link to the one it was merged into.

class Region {
public:
    explicit Region(char colour) : colour_(colour) {}

    static std::shared_ptr<Region> find(std::shared_ptr<Region> r) {
        while (r->into_) {
            if (r->into_->into_) r->into_ = r->into_->into_;
            r = r->into_;
        }
        return r;
    }

    static void merge(const std::shared_ptr<Region>& a, const std::shared_ptr<Region>& b) {
        auto ra = find(a), rb = find(b);
        if (ra == rb) return;
        if (ra->size_ < rb->size_) std::swap(ra, rb);
        rb->into_ = ra;
        ra->size_ += rb->size_;
    }

    int size() const { return size_; }
    char colour() const { return colour_; }

private:
    char colour_;
    int size_ = 1;
    std::shared_ptr<Region> into_;
};

class Image {
public:
    explicit Image(std::vector<std::string> rows) : rows_(std::move(rows)) {
        for (std::size_t y = 0; y < rows_.size(); ++y) {
            cells_.emplace_back();
            for (char c : rows_[y]) cells_.back().push_back(std::make_shared<Region>(c));
        }
        for (std::size_t y = 0; y < rows_.size(); ++y)
            for (std::size_t x = 0; x < rows_[y].size(); ++x) {
                if (x > 0 && rows_[y][x] == rows_[y][x - 1]) Region::merge(cells_[y][x], cells_[y][x - 1]);
                if (y > 0 && rows_[y][x] == rows_[y - 1][x]) Region::merge(cells_[y - 1][x], cells_[y][x]);
            }
    }

    std::map<char, int> largest() const {
        std::map<char, int> best;
        for (const auto& row : cells_)
            for (const auto& c : row) {
                auto r = Region::find(c);
                int& b = best[r->colour()];
                if (r->size() > b) b = r->size();
            }
        return best;
    }

    bool connected(int x1, int y1, int x2, int y2) const {
        return Region::find(cells_[y1][x1]) == Region::find(cells_[y2][x2]);
    }

private:
    std::vector<std::string> rows_;
    std::vector<std::vector<std::shared_ptr<Region>>> cells_;
};

static void scenario() {
    Image img({"aabbb", "abbcb", "aaccb", "bbbbb"});
    for (const auto& e : img.largest()) std::cout << e.first << " " << e.second << '\n';
    std::cout << img.connected(0, 0, 1, 2) << img.connected(2, 0, 0, 3) << img.connected(3, 1, 0, 0) << '\n';
}

int main() {
    scenario();
    return 0;
}
