// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// A render session and its passes know each other while a frame is drawn.

template <class F>
class OnExit {
public:
    explicit OnExit(F f) : f_(std::move(f)) {}
    ~OnExit() { f_(); }
    OnExit(const OnExit&) = delete;
    OnExit& operator=(const OnExit&) = delete;

private:
    F f_;
};

class RenderSession;

class Pass {
public:
    Pass(std::shared_ptr<RenderSession> s, std::string name) : session_(std::move(s)), name_(std::move(name)) {}
    void draw();
    const std::string& name() const { return name_; }

private:
    std::shared_ptr<RenderSession> session_;
    std::string name_;
};

class RenderSession : public std::enable_shared_from_this<RenderSession> {
public:
    void pass(const std::string& name) { passes_.push_back(std::make_shared<Pass>(shared_from_this(), name)); }

    void flush() {
        for (std::size_t i = 0; i < passes_.size(); ++i) passes_[i]->draw();
    }

    void use(const std::string& resource) {
        if (resource == "shadow" && frame_ == 2) throw std::runtime_error("lost device in " + resource);
        used_ += resource + ' ';
    }

    void nextFrame() {
        passes_.clear();
        ++frame_;
    }

    int frame() const { return frame_; }
    const std::string& used() const { return used_; }

private:
    int frame_ = 1;
    std::string used_;
    std::vector<std::shared_ptr<Pass>> passes_;
};

void Pass::draw() { session_->use(name_); }

static void frame(const std::shared_ptr<RenderSession>& session, bool shadows) {
    OnExit<std::function<void()>> done([&session] { session->nextFrame(); });
    session->pass("depth");
    if (shadows) session->pass("shadow");
    session->pass("colour");
    session->flush();
}

static void scenario() {
    auto session = std::make_shared<RenderSession>();
    for (bool shadows : {true, true, false}) {
        try {
            frame(session, shadows);
        } catch (const std::runtime_error& e) {
            std::cout << "error: " << e.what() << '\n';
        }
    }
    std::cout << "frame " << session->frame() << '\n' << session->used() << '\n';
}

int main() {
    scenario();
    return 0;
}
