// RUN: %judge_case %s %t

#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Heat spreading over a plate of cells, each cell talks to its neighbours.

enum Side { North, East, South, West };

struct Cell {
    double heat = 0;
    double next = 0;
    std::array<std::shared_ptr<Cell>, 4> side;

    void prepare() {
        double sum = 0;
        int n = 0;
        for (const auto& s : side)
            if (s) {
                sum += s->heat;
                ++n;
            }
        next = n ? (heat + sum / n) / 2 : heat;
    }
    void flip() { heat = next; }
};

class Plate {
public:
    Plate(int w, int h) : w_(w), h_(h) {
        for (int i = 0; i < w * h; ++i) cells_.push_back(std::make_shared<Cell>());
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                if (x + 1 < w) join(at(x, y), East, at(x + 1, y), West);
                if (y + 1 < h) join(at(x, y), South, at(x, y + 1), North);
            }
    }

    ~Plate() { cells_.clear(); }

    const std::shared_ptr<Cell>& at(int x, int y) const { return cells_[static_cast<std::size_t>(y * w_ + x)]; }

    void step() {
        for (auto& c : cells_) c->prepare();
        for (auto& c : cells_) c->flip();
    }

    double total() const {
        double t = 0;
        for (const auto& c : cells_) t += c->heat;
        return t;
    }

    void print() const {
        for (int y = 0; y < h_; ++y) {
            for (int x = 0; x < w_; ++x) std::cout << static_cast<int>(at(x, y)->heat) << ' ';
            std::cout << '\n';
        }
    }

private:
    static void join(const std::shared_ptr<Cell>& a, Side toB, const std::shared_ptr<Cell>& b, Side toA) {
        a->side[toB] = b;
        b->side[toA] = a;
    }

    int w_;
    int h_;
    std::vector<std::shared_ptr<Cell>> cells_;
};

static void scenario(int w, int h, int steps) {
    Plate plate(w, h);
    plate.at(w / 2, h / 2)->heat = 800;
    for (int i = 0; i < steps; ++i) plate.step();
    plate.print();
    std::cout << "total " << static_cast<int>(plate.total() + 0.5) << '\n';
}

int main() {
    scenario(3, 3, 2);
    scenario(4, 1, 1);
    return 0;
}
