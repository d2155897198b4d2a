// What a loop calls takes out one element at a time, until nothing is left.
//
//   Queue -messages-> Message -queue-> Queue
//
// RUN: %check_default %s -- -std=c++17 -DLOOP=while | count 0
// Once is not often enough:
// RUN: %check_default %s -- -std=c++17 -DLOOP=if | FileCheck %s

#include <deque>
#include <memory>

struct Queue;
struct Message {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Message::queue' keeps its own owner alive
  std::shared_ptr<Queue> queue;
};
struct Queue {
  std::deque<std::shared_ptr<Message>> messages;
  std::shared_ptr<Message> pop() {
    if (messages.empty())
      return nullptr;
    auto message = messages.front();
    messages.pop_front();
    return message;
  }
};
int main() {
  auto queue = std::make_shared<Queue>();
  auto message = std::make_shared<Message>();
  message->queue = queue;
  queue->messages.push_back(message);
  queue->messages.push_back(message);
  int read = 0;
  LOOP (auto next = queue->pop())
    ++read;
}
