// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <queue>
#include <set>
#include <vector>
struct Vertex {
  int id;
  std::vector<std::shared_ptr<Vertex>> adj;
  explicit Vertex(int i) : id(i) {}
};
typedef std::shared_ptr<Vertex> VP;
static void link(const VP &a, const VP &b) {
  a->adj.push_back(b);
  b->adj.push_back(a);
}
static void destroy(const VP &start) {
  std::queue<VP> q;
  std::set<int> seen;
  q.push(start);
  seen.insert(start->id);
  while (!q.empty()) {
    VP v = q.front();
    q.pop();
    for (std::size_t i = 0; i < v->adj.size(); ++i)
      if (seen.insert(v->adj[i]->id).second)
        q.push(v->adj[i]);
    v->adj.clear();
  }
}
int main() {
  VP a = std::make_shared<Vertex>(1), b = std::make_shared<Vertex>(2),
     c = std::make_shared<Vertex>(3);
  link(a, b);
  link(b, c);
  link(c, a);
  std::printf("%zu\n", a->adj.size());
  destroy(a);
}
