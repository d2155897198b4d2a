// A parameter that is moved into the capture, and named nowhere else.
//
//     Board -> rule -> lambda -> team -> Team -> board -> Board
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

struct Team;
struct Board {
  std::function<void(int)> rule;
};
struct Team {
  std::shared_ptr<Board> board;
  int score = 0;
};

void wire(Board &board, std::shared_ptr<Team> team) {
  board.rule = [team = std::move(team)](int n) { team->score += n; };
}

// CHECK: {{^}}+  board.rule = [weakTeam = std::weak_ptr<Team>(team)](int n) { auto team = weakTeam.lock(); if (!team) return; team->score += n; };

int main() {
  auto team = std::shared_ptr<Team>(new Team);
  team->board = std::shared_ptr<Board>(new Board);
  wire(*team->board, team);
  team->board->rule(4);
  std::cout << team->score << '\n';
}
