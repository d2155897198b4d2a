// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <queue>
#include <vector>
struct Room {
  int no;
  std::shared_ptr<Room> entrance;
  std::vector<std::shared_ptr<Room>> exits;
};
void forget(const std::shared_ptr<Room> &r, int no) {
  std::queue<std::shared_ptr<Room>> q;
  q.push(r);
  while (!q.empty()) {
    auto x = q.front();
    q.pop();
    for (auto &e : x->exits)
      q.push(e);
    if (x->no == no)
      x->entrance.reset();
  }
}
int main() {
  auto a = std::make_shared<Room>();
  a->no = 0;
  auto cur = a;
  for (int i = 1; i < 4; ++i) {
    auto r = std::make_shared<Room>();
    r->no = i;
    r->entrance = cur;
    cur->exits.push_back(r);
    cur = r;
  }
  std::cout << cur->no << "\n";
  forget(a, 2);
}
