// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Jobs with success and failure callbacks. Either one or the other is called;
// a job that is dropped by its queue fails.

class Job : public std::enable_shared_from_this<Job> {
public:
    explicit Job(std::string n) : name(std::move(n)) {}

    std::shared_ptr<Job> onSuccess(std::function<void(int)> fn) {
        success_.push_back(std::move(fn));
        return shared_from_this();
    }
    std::shared_ptr<Job> onFailure(std::function<void(const std::string&)> fn) {
        failure_.push_back(std::move(fn));
        return shared_from_this();
    }

    void succeed(int v) {
        for (auto& fn : success_) fn(v);
        settle();
    }
    void fail(const std::string& why) {
        for (auto& fn : failure_) fn(why);
        settle();
    }

    const std::string name;

private:
    void settle() {
        success_.clear();
        failure_ = {};
    }

    std::vector<std::function<void(int)>> success_;
    std::vector<std::function<void(const std::string&)>> failure_;
};

class Queue {
public:
    ~Queue() { dropAll(); }

    std::shared_ptr<Job> submit(const std::string& name) {
        jobs_.push_back(std::make_shared<Job>(name));
        return jobs_.back();
    }

    void runFirst(int result) {
        auto j = jobs_.front();
        jobs_.erase(jobs_.begin());
        if (result < 0)
            j->fail("code " + std::to_string(result));
        else
            j->succeed(result);
    }

    void dropAll() {
        for (const auto& j : jobs_) j->fail("dropped");
        jobs_.clear();
    }

private:
    std::vector<std::shared_ptr<Job>> jobs_;
};

static void watch(const std::shared_ptr<Job>& j) {
    j->onSuccess([j](int v) { std::cout << j->name << " = " << v << '\n'; })
        ->onFailure([j](const std::string& why) { std::cout << j->name << " failed: " << why << '\n'; });
}

static void scenario() {
    Queue q;
    for (const char* n : {"parse", "compile", "link", "pack"}) watch(q.submit(n));
    q.runFirst(12);
    q.runFirst(-3);
    q.runFirst(0);
    std::cout << "end of shift\n";
}

int main() {
    scenario();
    return 0;
}
