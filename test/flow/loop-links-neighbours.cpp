// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A loop that links each element to the next one makes a list.
//
//   Item -next-> Item

#include <memory>
#include <vector>

struct Item {
  std::shared_ptr<Item> next;
};
void chain(std::vector<std::shared_ptr<Item>> &v) {
  for (std::size_t i = 0; i + 1 < v.size(); ++i)
    v[i]->next = v[i + 1];
}

// One that links them both ways makes cycles.
//
//   Song -next-> Song -prev-> Song
struct Song {
  std::shared_ptr<Song> next;
  std::shared_ptr<Song> prev;
};
void play(std::vector<std::shared_ptr<Song>> &v) {
  for (std::size_t i = 0; i + 1 < v.size(); ++i) {
    v[i]->next = v[i + 1];
    v[i + 1]->prev = v[i];
  }
}
// CHECK: warning: 'Song::prev' keeps its own owner alive: Song -> prev -> Song -> next -> Song; make it a std::weak_ptr
