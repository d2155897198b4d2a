// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <unordered_map>
struct Entry {
  int k, v;
  std::shared_ptr<Entry> newer, older;
};
class Lru {
  std::unordered_map<int, std::shared_ptr<Entry>> idx;
  std::shared_ptr<Entry> head, tail;
  size_t cap;
  void unlink(const std::shared_ptr<Entry> &e) {
    if (e->newer)
      e->newer->older = e->older;
    else
      head = e->older;
    if (e->older)
      e->older->newer = e->newer;
    else
      tail = e->newer;
    e->newer.reset();
    e->older.reset();
  }

public:
  explicit Lru(size_t c) : cap(c) {}
  void put(int k, int v) {
    auto e = std::make_shared<Entry>();
    e->k = k;
    e->v = v;
    e->older = head;
    if (head)
      head->newer = e;
    head = e;
    if (!tail)
      tail = e;
    idx[k] = e;
    if (idx.size() > cap) {
      auto t = tail;
      unlink(t);
      idx.erase(t->k);
    }
  }
  int get(int k) {
    auto i = idx.find(k);
    return i == idx.end() ? -1 : i->second->v;
  }
  ~Lru() {
    while (head)
      unlink(std::shared_ptr<Entry>(head));
  }
};
int main() {
  Lru l(2);
  l.put(1, 1);
  l.put(2, 2);
  l.put(3, 3);
  std::cout << l.get(1) << l.get(3) << "\n";
}
