// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

// Reusable tree plumbing for the side panels (CRTP).

template <class Derived>
class TreeItem : public std::enable_shared_from_this<Derived> {
public:
    using Handle = std::shared_ptr<Derived>;

    virtual ~TreeItem() = default;

    Handle append(Handle child) {
        child->owner_ = this->shared_from_this();
        child->row_ = static_cast<int>(items_.size());
        items_.push_back(child);
        return child;
    }

    const Handle& owner() const { return owner_; }
    const std::vector<Handle>& items() const { return items_; }

    // "2.1.3" style numbering, the top level item has no number.
    std::string number() const {
        if (!owner_) return "";
        const std::string prefix = owner_->number();
        return (prefix.empty() ? "" : prefix + ".") + std::to_string(row_ + 1);
    }

    template <class Visitor>
    void visit(Visitor&& v) {
        v(static_cast<Derived&>(*this));
        for (auto& i : items_) i->visit(v);
    }

private:
    Handle owner_;
    std::vector<Handle> items_;
    int row_ = 0;
};

class Chapter : public TreeItem<Chapter> {
public:
    explicit Chapter(std::string title, int pages = 0) : title_(std::move(title)), pages_(pages) {}
    const std::string& title() const { return title_; }
    int pages() const { return pages_; }

private:
    std::string title_;
    int pages_;
};

class Layer : public TreeItem<Layer> {
public:
    explicit Layer(double opacity) : opacity_(opacity) {}
    double effective() const { return opacity_ * (owner() ? owner()->effective() : 1.0); }

private:
    double opacity_;
};

static void tableOfContents() {
    auto book = std::make_shared<Chapter>("Sailing");
    auto basics = book->append(std::make_shared<Chapter>("Basics", 3));
    basics->append(std::make_shared<Chapter>("Knots", 12));
    basics->append(std::make_shared<Chapter>("Wind", 8));
    book->append(std::make_shared<Chapter>("Navigation", 20))->append(std::make_shared<Chapter>("Charts", 9));
    int pages = 0;
    book->visit([&](Chapter& c) {
        pages += c.pages();
        if (!c.number().empty()) std::cout << c.number() << ' ' << c.title() << '\n';
    });
    std::cout << pages << " pages\n";
}

static void layers() {
    auto canvas = std::make_shared<Layer>(0.5);
    auto group = canvas->append(std::make_shared<Layer>(0.5));
    auto ink = group->append(std::make_shared<Layer>(1.0));
    std::cout << "ink opacity " << ink->effective() << '\n';
}

int main() {
    tableOfContents();
    layers();
    return 0;
}
