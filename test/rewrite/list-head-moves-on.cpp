// A queue whose head moves on, while its tail still leads back to what is done:
// prev has to own, and next becomes weak.
//
//     Job -> prev -> Job -> next -> Job
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Job {
  int id;
  std::shared_ptr<Job> next;
  std::shared_ptr<Job> prev;
  explicit Job(int i) : id(i) {}
};

class Queue {
public:
  void push(int id) {
    auto job = std::make_shared<Job>(id);
    if (!head) {
      head = tail = job;
    } else {
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Job::prev' has to own
      job->prev = tail;
      tail->next = job;
      tail = job;
    }
  }
  void advance() {
    if (head != tail)
      head = head->next;
  }
  void history() const {
    for (auto job = tail; job; job = job->prev)
      std::cout << job->id << ' ';
    std::cout << '\n';
  }

private:
  std::shared_ptr<Job> head, tail;
};

int main() {
  Queue queue;
  queue.push(1);
  queue.push(2);
  queue.push(3);
  queue.advance();
  queue.advance();
  queue.history();
}
// CHECK: {{^}}+  std::weak_ptr<Job> next;
