// RUN: %judge_case %s %t

#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <vector>
struct Position {
  std::array<char, 4> cells{};
  std::shared_ptr<Position> from;
  std::vector<std::shared_ptr<Position>> moves;
  int score = 0;
};
void expand(const std::shared_ptr<Position> &p, char who) {
  for (std::size_t i = 0; i < p->cells.size(); ++i)
    if (!p->cells[i]) {
      auto n = std::make_shared<Position>();
      n->cells = p->cells;
      n->cells[i] = who;
      n->from = p;
      p->moves.push_back(n);
      expand(n, who == 'x' ? 'o' : 'x');
    }
}
int count(const Position &p) {
  int n = 1;
  for (auto &m : p.moves)
    n += count(*m);
  return n;
}
void freeTree(const std::shared_ptr<Position> &p) {
  std::vector<std::shared_ptr<Position>> level{p};
  while (!level.empty()) {
    std::vector<std::shared_ptr<Position>> next;
    for (auto &n : level) {
      n->from.reset();
      next.insert(next.end(), n->moves.begin(), n->moves.end());
    }
    level.swap(next);
  }
}
int main() {
  auto root = std::make_shared<Position>();
  expand(root, 'x');
  std::cout << count(*root) << "\n";
  freeTree(root);
}
