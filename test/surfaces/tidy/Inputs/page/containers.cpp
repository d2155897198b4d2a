#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <vector>

struct Room;
struct Guest {
  int id = 5;
  std::shared_ptr<Room> room;
};
struct Room {
  std::vector<std::shared_ptr<Guest>> guests;
  std::map<int, std::shared_ptr<Guest>> byId;
  std::optional<std::shared_ptr<Guest>> last;

  void add(const std::shared_ptr<Guest> &g) {
    guests.push_back(g);
    byId[g->id] = g;
    last = g;
  }
  void remove(const std::shared_ptr<Guest> &g) {
    guests.erase(std::remove(guests.begin(), guests.end(), g), guests.end());
  }
  int first() const { return guests[0]->id; }
  std::shared_ptr<Guest> guest(int id) const { return byId.at(id); }
  bool hasLast() const { return last && *last; }
  void print() const {
    for (const auto &g : guests)
      std::cout << g->id;
    for (const auto &[id, g] : byId)
      std::cout << id << g->id;
    auto it = byId.find(5);
    if (it != byId.end())
      std::cout << it->second->id;
  }
  void sort() {
    std::sort(guests.begin(), guests.end(),
              [](const auto &a, const auto &b) { return a->id < b->id; });
  }
};

void open(std::vector<std::shared_ptr<Guest>> &hotel) {
  auto guest = std::make_shared<Guest>();
  hotel.push_back(guest);
  guest->room = std::make_shared<Room>();
  guest->room->add(guest);
}
