// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>

// Model / view / presenter for the thermostat screen.

namespace thermo {

class Model {
public:
    double celsius() const { return celsius_; }
    void setCelsius(double c) { celsius_ = c < 5 ? 5 : c > 30 ? 30 : c; }

private:
    double celsius_ = 20;
};

class View {
public:
    class Listener {
    public:
        virtual ~Listener() {}
        virtual void plusPressed() = 0;
        virtual void minusPressed() = 0;
        virtual void unitToggled() = 0;
    };

    explicit View(std::string room) : room_(std::move(room)) {}

    void listen(std::shared_ptr<Listener> l) { listener_.swap(l); }

    void press(char key) {
        if (!listener_) return;
        if (key == '+') listener_->plusPressed();
        if (key == '-') listener_->minusPressed();
        if (key == 'u') listener_->unitToggled();
    }

    void show(const std::string& text) {
        shown_ = text;
        ++updates_;
    }
    void print() const { std::printf("%s: %s (%d updates)\n", room_.c_str(), shown_.c_str(), updates_); }

private:
    std::string room_;
    std::string shown_ = "--";
    int updates_ = 0;
    std::shared_ptr<Listener> listener_;
};

class Presenter : public View::Listener, public std::enable_shared_from_this<Presenter> {
public:
    Presenter(std::shared_ptr<Model> m, std::shared_ptr<View> v) : model_(std::move(m)), view_(std::move(v)) {}

    void attach() {
        view_->listen(shared_from_this());
        refresh();
    }

    void plusPressed() override { change(+0.5); }
    void minusPressed() override { change(-0.5); }
    void unitToggled() override {
        fahrenheit_ = !fahrenheit_;
        refresh();
    }

private:
    void change(double d) {
        model_->setCelsius(model_->celsius() + d);
        refresh();
    }
    void refresh() {
        char buf[32];
        const double c = model_->celsius();
        std::snprintf(buf, sizeof buf, "%.1f %c", fahrenheit_ ? c * 9 / 5 + 32 : c, fahrenheit_ ? 'F' : 'C');
        view_->show(buf);
    }

    std::shared_ptr<Model> model_;
    std::shared_ptr<View> view_;
    bool fahrenheit_ = false;
};

// The screen only needs the view; the presenter is driven by it.
std::shared_ptr<View> openScreen(const std::shared_ptr<Model>& model, const std::string& room) {
    auto view = std::make_shared<View>(room);
    std::make_shared<Presenter>(model, view)->attach();
    return view;
}

}  // namespace thermo

static void evening() {
    auto model = std::make_shared<thermo::Model>();
    auto hall = thermo::openScreen(model, "hall");
    auto bath = thermo::openScreen(model, "bath");
    for (char k : std::string("++u+")) hall->press(k);
    for (char k : std::string("--")) bath->press(k);
    hall->print();
    bath->print();
    std::printf("model %.1f\n", model->celsius());
}

int main() {
    evening();
    std::fflush(stdout);
    return 0;
}
