// RUN: %judge_case %s %t

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Triangle mesh with neighbour links. Meshes are emptied by overwriting every
// triangle with a blank one.

struct Triangle {
    int id = 0;
    std::shared_ptr<Triangle> next;
    std::vector<std::shared_ptr<Triangle>> around;
};

class Mesh {
public:
    explicit Mesh(int n) {
        std::generate_n(std::back_inserter(all_), n, [i = 0]() mutable {
            auto t = std::make_shared<Triangle>();
            t->id = ++i;
            return t;
        });
        for (std::size_t i = 0; i < all_.size(); ++i) {
            all_[i]->next = all_[(i + 1) % all_.size()];
            for (std::size_t k = 0; k < all_.size(); ++k)
                if (k != i && (i + k) % 2) all_[i]->around.push_back(all_[k]);
        }
    }
    Mesh(Mesh&&) = default;
    Mesh(const Mesh&) = delete;

    ~Mesh() {
        std::for_each(all_.begin(), all_.end(), [](const std::shared_ptr<Triangle>& t) { *t = Triangle(); });
    }

    int ring(int from) const {
        int n = 0;
        const Triangle* t = all_[static_cast<std::size_t>(from)].get();
        const Triangle* end = t;
        do {
            n = n * 10 + t->id;
            t = t->next.get();
        } while (t != end);
        return n;
    }

    std::size_t links() const {
        std::size_t n = 0;
        for (const auto& t : all_) n += t->around.size();
        return n;
    }

    std::shared_ptr<Triangle> pick(std::size_t i) const { return all_.at(i); }

private:
    std::vector<std::shared_ptr<Triangle>> all_;
};

static Mesh patch(int n) {
    Mesh m(n);
    std::cout << "patch " << m.ring(0) << '\n';
    return m;
}

static void scenario() {
    std::shared_ptr<Triangle> kept;
    {
        Mesh m = patch(5);
        std::cout << m.ring(2) << " links " << m.links() << '\n';
        kept = m.pick(3);
        std::cout << "kept " << kept->id << " around " << kept->around.size() << '\n';
        Mesh one(1);
        std::cout << one.ring(0) << " links " << one.links() << '\n';
    }
    std::cout << "kept " << kept->id << " around " << kept->around.size() << '\n';
}

int main() {
    scenario();
    return 0;
}
