// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Decorated widgets: a frame wraps a widget and tells it who is around it, so
// that the widget can ask for more space.

class Widget {
public:
    virtual ~Widget() = default;
    virtual int width() const = 0;
    virtual std::string draw() const = 0;
    virtual void wrappedBy(const std::shared_ptr<Widget>&) {}
    virtual void grow(int by) = 0;
};

class Text : public Widget {
public:
    explicit Text(std::string s) : s_(std::move(s)) {}
    int width() const override { return static_cast<int>(s_.size()); }
    std::string draw() const override { return s_; }
    void grow(int by) override { s_.append(static_cast<std::size_t>(by), '_'); }

private:
    std::string s_;
};

class Input : public Widget {
public:
    int width() const override { return width_; }
    std::string draw() const override { return text_ + std::string(static_cast<std::size_t>(width_) - text_.size(), '.'); }
    void wrappedBy(const std::shared_ptr<Widget>& outer) override { outer_ = outer; }
    void grow(int by) override { width_ += by; }

    void type(const std::string& s) {
        text_ += s;
        const int missing = static_cast<int>(text_.size()) - width_;
        if (missing <= 0) return;
        if (outer_)
            outer_->grow(missing);
        else
            text_.resize(static_cast<std::size_t>(width_));
    }

private:
    int width_ = 4;
    std::string text_;
    std::shared_ptr<Widget> outer_;
};

class Frame : public Widget {
public:
    static std::shared_ptr<Frame> around(std::shared_ptr<Widget> inner) {
        auto f = std::make_shared<Frame>();
        f->inner_ = std::move(inner);
        f->inner_->wrappedBy(f);
        return f;
    }
    int width() const override { return inner_->width() + 2; }
    std::string draw() const override { return "[" + inner_->draw() + "]"; }
    void grow(int by) override { inner_->grow(by); }

private:
    std::shared_ptr<Widget> inner_;
};

static void scenario() {
    auto label = Frame::around(Frame::around(std::make_shared<Text>("name")));
    label->grow(2);
    std::cout << label->draw() << ' ' << label->width() << '\n';
    auto bare = std::make_shared<Input>();
    bare->type("abcdef");
    std::cout << bare->draw() << '\n';
    auto framed = std::make_shared<Input>();
    auto frame = Frame::around(framed);
    framed->type("abcdef");
    std::cout << frame->draw() << ' ' << frame->width() << '\n';
}

int main() {
    scenario();
    return 0;
}
