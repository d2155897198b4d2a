// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <set>
struct Team;
struct Member {
  std::shared_ptr<Team> team;
  void leave();
  void join(const std::shared_ptr<Team> &);
  std::shared_ptr<Member> self();
  int id = 0;
};
struct Team {
  std::set<Member *> list;
  std::set<std::shared_ptr<Member>> people;
};
void moveTo(const std::shared_ptr<Member> &m, const std::shared_ptr<Team> &t) {
  if (m->team)
    m->team->people.erase(m);
  m->team = t;
  if (t)
    t->people.insert(m);
}
int main() {
  auto x = std::make_shared<Team>(), y = std::make_shared<Team>();
  auto m = std::make_shared<Member>();
  moveTo(m, x);
  moveTo(m, y);
  std::cout << x->people.size() << y->people.size() << "\n";
  moveTo(m, nullptr);
}
