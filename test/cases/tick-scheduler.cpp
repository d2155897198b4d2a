// RUN: %judge_case %s %t

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <vector>
class Scheduler;
class Task : public std::enable_shared_from_this<Task> {
public:
  Task(std::shared_ptr<Scheduler> s, int n) : s_(std::move(s)), left_(n) {}
  bool run();
  void spawn(int n);

private:
  std::shared_ptr<Scheduler> s_;
  int left_;
};
class Scheduler : public std::enable_shared_from_this<Scheduler> {
public:
  void add(int n) {
    incoming_.push_back(std::make_shared<Task>(shared_from_this(), n));
  }
  int run() {
    int ticks = 0;
    while (!ready_.empty() || !incoming_.empty()) {
      for (auto &t : incoming_)
        ready_.push_back(t);
      incoming_.clear();
      for (auto i = ready_.begin(); i != ready_.end();) {
        if ((*i)->run())
          i = ready_.erase(i);
        else
          ++i;
      }
      ++ticks;
    }
    return ticks;
  }

private:
  std::vector<std::shared_ptr<Task>> ready_, incoming_;
};
bool Task::run() {
  if (left_ == 2)
    spawn(1);
  return --left_ <= 0;
}
void Task::spawn(int n) { s_->add(n); }
int main() {
  auto s = std::make_shared<Scheduler>();
  s->add(3);
  s->add(1);
  std::cout << s->run() << "\n";
}
