// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Fluent builder for house plans. While a plan is being drawn its rooms refer
// to the builder for default sizes; the finished plan stands alone.

class PlanBuilder;

class RoomDraft {
public:
    RoomDraft(std::shared_ptr<PlanBuilder> b, std::string name) : builder_(std::move(b)), name_(std::move(name)) {}

    std::shared_ptr<RoomDraft> size(int w, int h) {
        w_ = w;
        h_ = h;
        return self_;
    }
    std::shared_ptr<PlanBuilder> done() {
        self_.reset();
        return std::move(builder_);
    }

    const std::string& name() const { return name_; }
    int area() const { return w_ * h_; }

private:
    friend class PlanBuilder;
    std::shared_ptr<PlanBuilder> builder_;
    std::shared_ptr<RoomDraft> self_;
    std::string name_;
    int w_ = 0;
    int h_ = 0;
};

struct Plan {
    std::string title;
    std::vector<std::shared_ptr<const RoomDraft>> rooms;
    int area() const {
        int a = 0;
        for (const auto& r : rooms) a += r->area();
        return a;
    }
};

class PlanBuilder : public std::enable_shared_from_this<PlanBuilder> {
public:
    static std::shared_ptr<PlanBuilder> plan(const std::string& title) {
        auto b = std::make_shared<PlanBuilder>();
        b->plan_.title = title;
        return b;
    }

    std::shared_ptr<PlanBuilder> defaults(int w, int h) {
        w_ = w;
        h_ = h;
        return shared_from_this();
    }

    std::shared_ptr<RoomDraft> room(const std::string& name) {
        auto r = std::make_shared<RoomDraft>(shared_from_this(), name);
        r->self_ = r;
        drafts_.push_back(r);
        return r->size(w_, h_);
    }

    Plan build() {
        for (auto& d : drafts_) {
            d->done();
            plan_.rooms.push_back(std::move(d));
        }
        drafts_.clear();
        return std::exchange(plan_, Plan{});
    }

private:
    Plan plan_;
    int w_ = 1;
    int h_ = 1;
    std::vector<std::shared_ptr<RoomDraft>> drafts_;
};

static void scenario() {
    auto builder = PlanBuilder::plan("cottage")->defaults(3, 4);
    builder->room("kitchen")->done()->room("hall")->size(2, 6)->done();
    auto bath = builder->room("bath");
    bath->size(2, 2);
    Plan cottage = builder->build();
    Plan shed = PlanBuilder::plan("shed")->room("tools")->size(2, 3)->done()->build();
    for (const Plan& p : {cottage, shed}) {
        std::cout << p.title << ' ' << p.area() << "m2:";
        for (const auto& r : p.rooms) std::cout << ' ' << r->name() << '=' << r->area();
        std::cout << '\n';
    }
    std::cout << bath->name() << ' ' << bath->area() << '\n';
}

int main() {
    scenario();
    return 0;
}
