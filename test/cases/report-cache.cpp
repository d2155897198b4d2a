// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Sales table with an index that is built the first time it is asked for.

class SalesTable;

class RegionIndex {
public:
    explicit RegionIndex(std::shared_ptr<const SalesTable> t);
    int total(const std::string& region) const;
    bool stale() const;

private:
    std::shared_ptr<const SalesTable> table_;
    std::map<std::string, std::vector<std::size_t>> rows_;
    std::size_t seen_ = 0;
};

struct Sale {
    std::string region;
    int amount;
};

class SalesTable : public std::enable_shared_from_this<SalesTable> {
public:
    void add(const std::string& region, int amount) { sales_.push_back(Sale{region, amount}); }

    int total(const std::string& region) const { return index().total(region); }
    const std::vector<Sale>& sales() const { return sales_; }
    int rebuilt() const { return rebuilt_; }

private:
    const RegionIndex& index() const {
        if (!index_ || index_->stale()) {
            index_ = std::make_shared<RegionIndex>(shared_from_this());
            ++rebuilt_;
        }
        return *index_;
    }

    std::vector<Sale> sales_;
    mutable std::shared_ptr<RegionIndex> index_;
    mutable int rebuilt_ = 0;
};

RegionIndex::RegionIndex(std::shared_ptr<const SalesTable> t) : table_(std::move(t)) {
    for (const auto& s : table_->sales()) rows_[s.region].push_back(seen_++);
}

int RegionIndex::total(const std::string& region) const {
    int sum = 0;
    auto it = rows_.find(region);
    if (it == rows_.end()) return 0;
    for (std::size_t r : it->second) sum += table_->sales()[r].amount;
    return sum;
}

bool RegionIndex::stale() const { return seen_ != table_->sales().size(); }

static void scenario() {
    auto north = std::make_shared<SalesTable>();
    north->add("coast", 120);
    north->add("hills", 45);
    std::cout << north->total("coast") << ' ' << north->total("city") << '\n';
    north->add("coast", 30);
    std::cout << north->total("coast") << ' ' << north->total("hills") << " rebuilt " << north->rebuilt() << '\n';

    auto south = std::make_shared<SalesTable>();
    south->add("desert", 7);
    std::cout << "south has " << south->sales().size() << " rows, rebuilt " << south->rebuilt() << '\n';
}

int main() {
    scenario();
    return 0;
}
