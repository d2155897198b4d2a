// RUN: %judge_case %s %t

#include <any>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Shapes carry arbitrary user data, as in most drawing toolkits.

class Shape {
public:
    explicit Shape(std::string kind) : kind_(std::move(kind)) {}

    void setData(const std::string& key, std::any value) { data_[key] = std::move(value); }

    template <class T>
    const T* data(const std::string& key) const {
        auto it = data_.find(key);
        return it == data_.end() ? nullptr : std::any_cast<T>(&it->second);
    }

    void moveBy(int dx) { x_ += dx; }
    int x() const { return x_; }
    const std::string& kind() const { return kind_; }

private:
    std::string kind_;
    int x_ = 0;
    std::map<std::string, std::any> data_;
};

class Pawn {
public:
    Pawn(std::string name, std::shared_ptr<Shape> body) : name_(std::move(name)), body_(std::move(body)) {}

    void advance(int steps) {
        fields_ += steps;
        body_->moveBy(steps * 32);
    }
    std::string status() const { return name_ + " field " + std::to_string(fields_) + " x " + std::to_string(body_->x()); }

private:
    std::string name_;
    int fields_ = 0;
    std::shared_ptr<Shape> body_;
};

class Canvas {
public:
    std::shared_ptr<Shape> add(const std::string& kind) {
        shapes_.push_back(std::make_shared<Shape>(kind));
        return shapes_.back();
    }

    // A click is answered by the model object behind the shape.
    std::string click(std::size_t i) const {
        const auto& s = shapes_.at(i);
        if (auto* pawn = s->data<std::shared_ptr<Pawn>>("model")) {
            (*pawn)->advance(1);
            return (*pawn)->status();
        }
        const auto* tip = s->data<std::string>("tooltip");
        return s->kind() + (tip ? ": " + *tip : "");
    }

private:
    std::vector<std::shared_ptr<Shape>> shapes_;
};

static void scenario() {
    Canvas canvas;
    auto board = canvas.add("board");
    board->setData("tooltip", std::string("drag the pieces"));
    for (const char* name : {"red", "blue"}) {
        auto body = canvas.add("disc");
        auto pawn = std::make_shared<Pawn>(name, body);
        body->setData("model", pawn);
        body->setData("layer", 2);
    }
    for (std::size_t i : {0u, 1u, 2u, 1u}) std::cout << canvas.click(i) << '\n';
}

int main() {
    scenario();
    return 0;
}
