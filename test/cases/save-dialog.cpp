// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Modeless dialogs of a small editor.

class Button {
public:
    explicit Button(const std::string& caption) : caption_(caption), enabled_(true) {}
    void clicked(const std::function<void()>& handler) { handler_ = handler; }
    void click() {
        if (enabled_ && handler_) handler_();
    }
    void enable(bool on) { enabled_ = on; }
    const std::string& caption() const { return caption_; }

private:
    std::string caption_;
    bool enabled_;
    std::function<void()> handler_;
};

class Dialog {
public:
    explicit Dialog(const std::string& title) : title_(title), open_(true) {}

    Button& button(const std::string& caption) {
        for (auto& b : buttons_)
            if (b->caption() == caption) return *b;
        buttons_.emplace_back(new Button(caption));
        return *buttons_.back();
    }

    void setText(const std::string& t) { text_ = t; }
    const std::string& text() const { return text_; }
    void close() { open_ = false; }
    bool isOpen() const { return open_; }
    const std::string& title() const { return title_; }

private:
    std::string title_;
    std::string text_;
    bool open_;
    std::vector<std::unique_ptr<Button>> buttons_;
};

class Editor {
public:
    std::shared_ptr<Dialog> askName() {
        auto dialog = std::make_shared<Dialog>("save as");
        dialog->setText("unnamed.txt");
        dialog->button("ok").clicked([=] {
            file_ = dialog->text();
            dialog->close();
        });
        dialog->button("cancel").clicked([=] { dialog->close(); });
        return dialog;
    }

    std::shared_ptr<Dialog> about() {
        auto dialog = std::make_shared<Dialog>("about");
        Dialog* d = dialog.get();
        dialog->button("ok").clicked([=] { d->close(); });
        return dialog;
    }

    const std::string& file() const { return file_; }

private:
    std::string file_ = "-";
};

static void scenario() {
    Editor ed;
    auto ask = ed.askName();
    ask->setText("letter.txt");
    ask->button("ok").click();
    std::cout << ask->title() << " open " << ask->isOpen() << ", file " << ed.file() << '\n';
    auto about = ed.about();
    std::cout << about->title() << " open " << about->isOpen() << '\n';
    about->button("ok").click();
    std::cout << about->title() << " open " << about->isOpen() << '\n';
}

int main() {
    scenario();
    return 0;
}
