// RUN: %judge_case %s %t

#include <atomic>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// Fork/join helper: a group collects tasks, runs them on a few threads and
// lets finished tasks report to the group they were submitted to.

class TaskGroup;

class Task {
public:
    Task(std::string name, long from, long to) : name_(std::move(name)), from_(from), to_(to) {}

    void bind(std::shared_ptr<TaskGroup> group) { group_ = group; }
    void execute();

    const std::string& name() const { return name_; }

private:
    std::string name_;
    long from_;
    long to_;
    std::shared_ptr<TaskGroup> group_;
};

class TaskGroup : public std::enable_shared_from_this<TaskGroup> {
public:
    void submit(const std::shared_ptr<Task>& t) {
        t->bind(shared_from_this());
        std::lock_guard<std::mutex> lock(mutex_);
        tasks_.push_back(t);
    }

    void run(int threads) {
        std::vector<std::thread> pool;
        for (int i = 0; i < threads; ++i) pool.emplace_back([this] { worker(); });
        for (auto& t : pool) t.join();
    }

    void completed(const Task&, long partial) {
        std::lock_guard<std::mutex> lock(mutex_);
        sum_ += partial;
        ++finished_;
    }

    long sum() const { return sum_; }
    int finished() const { return finished_; }

private:
    void worker() {
        for (;;) {
            const std::size_t i = next_.fetch_add(1);
            if (i >= tasks_.size()) return;
            tasks_[i]->execute();
        }
    }

    std::mutex mutex_;
    std::vector<std::shared_ptr<Task>> tasks_;
    std::atomic<std::size_t> next_{0};
    long sum_ = 0;
    int finished_ = 0;
};

void Task::execute() {
    long s = 0;
    for (long i = from_; i < to_; ++i) s += i;
    group_->completed(*this, s);
}

static void sumTo(long n, int slices) {
    auto group = std::make_shared<TaskGroup>();
    for (int i = 0; i < slices; ++i) {
        auto t = std::make_shared<Task>("slice" + std::to_string(i), n * i / slices, n * (i + 1) / slices);
        group->submit(t);
    }
    group->run(2);
    std::cout << "n=" << n << " sum=" << group->sum() << " tasks=" << group->finished() << '\n';
}

int main() {
    sumTo(1000, 4);
    sumTo(10, 3);
    return 0;
}
