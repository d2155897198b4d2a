// RUN: %judge_case %s %t

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct Rect {
    int x, y, w, h;
};

class Widget : public std::enable_shared_from_this<Widget> {
public:
    explicit Widget(std::string id, Rect r) : m_id(std::move(id)), m_rect(r) {}
    virtual ~Widget() = default;

    void addChild(const std::shared_ptr<Widget>& child) {
        child->m_parent = shared_from_this();
        m_children.push_back(child);
    }

    // Absolute coordinates, accumulated over the enclosing widgets.
    int absX() const { return m_rect.x + (m_parent ? m_parent->absX() : 0); }
    int absY() const { return m_rect.y + (m_parent ? m_parent->absY() : 0); }

    std::string path() const { return m_parent ? m_parent->path() + "/" + m_id : m_id; }

    virtual void paint(std::ostream& os) const {
        os << kind() << ' ' << path() << " @" << absX() << ',' << absY() << '\n';
        for (const auto& c : m_children) c->paint(os);
    }

    Widget* hitTest(int x, int y) {
        for (auto it = m_children.rbegin(); it != m_children.rend(); ++it)
            if (Widget* w = (*it)->hitTest(x, y)) return w;
        const int ax = absX(), ay = absY();
        return (x >= ax && y >= ay && x < ax + m_rect.w && y < ay + m_rect.h) ? this : nullptr;
    }

    const std::string& id() const { return m_id; }

protected:
    virtual const char* kind() const { return "widget"; }

private:
    std::string m_id;
    Rect m_rect;
    std::shared_ptr<Widget> m_parent;
    std::vector<std::shared_ptr<Widget>> m_children;
};

class Panel : public Widget {
public:
    using Widget::Widget;

protected:
    const char* kind() const override { return "panel"; }
};

class Label : public Widget {
public:
    Label(std::string id, Rect r, std::string text) : Widget(std::move(id), r), m_text(std::move(text)) {}
    void paint(std::ostream& os) const override {
        Widget::paint(os);
        os << "  text=" << m_text << '\n';
    }

protected:
    const char* kind() const override { return "label"; }

private:
    std::string m_text;
};

static std::shared_ptr<Widget> buildSettingsPage() {
    auto root = std::make_shared<Panel>("root", Rect{0, 0, 640, 480});
    auto toolbar = std::make_shared<Panel>("toolbar", Rect{0, 0, 640, 32});
    auto body = std::make_shared<Panel>("body", Rect{10, 40, 600, 400});
    root->addChild(toolbar);
    root->addChild(body);
    toolbar->addChild(std::make_shared<Label>("title", Rect{4, 4, 100, 20}, "Settings"));
    body->addChild(std::make_shared<Label>("hint", Rect{5, 6, 200, 20}, "Choose a theme"));
    return root;
}

static void showSettings() {
    auto page = buildSettingsPage();
    page->paint(std::cout);
    Widget* hit = page->hitTest(20, 50);
    std::cout << "hit: " << (hit ? hit->id() : "none") << '\n';
    hit = page->hitTest(300, 470);
    std::cout << "hit: " << (hit ? hit->id() : "none") << '\n';
}

int main() {
    showSettings();
    std::cout << "done\n";
    return 0;
}
