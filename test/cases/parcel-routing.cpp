// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Parcels travel in containers; a container is shipped as a parcel, too.

struct Parcel;

struct Container {
    std::string code;
    std::vector<std::shared_ptr<Parcel>> content;

    int weight() const;
};

struct Parcel {
    std::string label;
    int kg = 0;
    // set when the parcel is itself a closed container
    std::optional<std::shared_ptr<Container>> inner;

    int weight() const { return kg + (inner ? (*inner)->weight() : 0); }
};

int Container::weight() const {
    int w = 5;
    for (const auto& p : content) w += p->weight();
    return w;
}

class Depot {
public:
    void accept(std::string label, int kg) { open_->content.push_back(std::make_shared<Parcel>(Parcel{std::move(label), kg, std::nullopt})); }

    // Closes the current container and makes it the first parcel of a new one.
    void consolidate() {
        auto fresh = std::make_shared<Container>();
        fresh->code = "C" + std::to_string(++count_);
        auto full = std::exchange(open_, fresh);
        open_->content.push_back(std::make_shared<Parcel>(Parcel{"box " + full->code, 1, full}));
    }

    std::shared_ptr<Container> current() const { return open_; }

private:
    int count_ = 0;
    std::shared_ptr<Container> open_ = std::make_shared<Container>(Container{"C0", {}});
};

static void print(const Container& c, int depth = 0) {
    std::cout << std::string(static_cast<std::size_t>(depth) * 2, ' ') << c.code << ' ' << c.weight() << "kg\n";
    for (const auto& p : c.content) {
        std::cout << std::string(static_cast<std::size_t>(depth) * 2, ' ') << "- " << p->label << '\n';
        if (p->inner) print(**p->inner, depth + 1);
    }
}

static void scenario() {
    Depot depot;
    depot.accept("book", 2);
    depot.accept("lamp", 4);
    depot.consolidate();
    depot.accept("tyre", 9);
    auto snapshot = depot.current();
    depot.consolidate();
    depot.accept("vase", 3);
    print(*depot.current());
    std::cout << "snapshot " << snapshot->weight() << "kg, used " << snapshot.use_count() << '\n';
}

int main() {
    scenario();
    return 0;
}
