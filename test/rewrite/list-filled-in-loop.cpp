// A loop fills a list that is linked both ways: after its first turn there is a
// tail in every turn, so each node is linked to one that the list keeps.
//
//     Wagon -> front -> Wagon -> rear -> Wagon
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>

struct Wagon {
  int tons;
  std::shared_ptr<Wagon> rear;
  // CHECK: {{^}}+  std::weak_ptr<Wagon> prev;
  std::shared_ptr<Wagon> prev;
  explicit Wagon(int t) : tons(t) {}
};

struct Train {
  std::shared_ptr<Wagon> first, last;
  void couple(std::shared_ptr<Wagon> w) {
    if (last) {
      w->prev = last;
      last->rear = w;
    } else {
      first = w;
    }
    last = std::move(w);
  }
};

int main() {
  Train train;
  for (int i = 1; i < 7; ++i)
    train.couple(std::make_shared<Wagon>(i));
  for (auto w = train.first; w; w = w->rear)
    std::cout << w->tons;
  for (auto w = train.last; w; w = w->prev)
    std::cout << w->tons;
  std::cout << '\n';
}
