// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace web {

struct Request {
    std::string path;
    std::string user;
};

struct Response {
    int status;
    std::string body;
};

using Handler = std::function<Response(const Request&)>;

class Middleware : public std::enable_shared_from_this<Middleware> {
public:
    virtual ~Middleware() = default;
    virtual Response handle(const Request& rq) = 0;

    // Produces a handler that keeps this middleware alive and continues with
    // the given one.
    Handler bindTo(Handler next) {
        next_ = std::move(next);
        return [self = shared_from_this()](const Request& rq) { return self->handle(rq); };
    }

protected:
    Response proceed(const Request& rq) { return next_(rq); }

private:
    Handler next_;
};

class AccessLog : public Middleware {
public:
    explicit AccessLog(std::shared_ptr<std::vector<std::string>> lines) : lines_(std::move(lines)) {}
    Response handle(const Request& rq) override {
        Response r = proceed(rq);
        lines_->push_back(rq.path + " " + std::to_string(r.status));
        return r;
    }

private:
    std::shared_ptr<std::vector<std::string>> lines_;
};

class RequireUser : public Middleware {
public:
    Response handle(const Request& rq) override {
        if (rq.user.empty()) return {401, "login first"};
        return proceed(rq);
    }
};

class Prefix : public Middleware {
public:
    explicit Prefix(std::string p) : prefix_(std::move(p)) {}
    Response handle(const Request& rq) override {
        if (rq.path.compare(0, prefix_.size(), prefix_) != 0) return {404, "not mine"};
        return proceed({rq.path.substr(prefix_.size()), rq.user});
    }

private:
    std::string prefix_;
};

class App {
public:
    App& use(std::shared_ptr<Middleware> m) {
        chain_.push_back(std::move(m));
        return *this;
    }

    Handler mount(Handler last) {
        for (auto it = chain_.rbegin(); it != chain_.rend(); ++it) last = (*it)->bindTo(std::move(last));
        chain_.clear();
        return last;
    }

private:
    std::vector<std::shared_ptr<Middleware>> chain_;
};

}  // namespace web

int main() {
    auto lines = std::make_shared<std::vector<std::string>>();
    web::Handler site;
    {
        web::App app;
        app.use(std::make_shared<web::AccessLog>(lines))
            .use(std::make_shared<web::Prefix>("/api"))
            .use(std::make_shared<web::RequireUser>());
        site = app.mount([](const web::Request& rq) { return web::Response{200, rq.user + " sees " + rq.path}; });
    }
    for (const auto& rq : {web::Request{"/api/cart", "zoe"}, web::Request{"/api/cart", ""}, web::Request{"/img", "zoe"}})
        std::cout << site(rq).body << '\n';
    for (const auto& l : *lines) std::cout << l << '\n';
    return 0;
}
