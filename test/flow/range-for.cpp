// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Each element of a container is linked to its holder.
//
//   Plate -cells-> Cell -plate-> Plate

#include <memory>
#include <vector>

struct Plate;
struct Cell {
  std::shared_ptr<Plate> plate;
};
struct Plate : std::enable_shared_from_this<Plate> {
  void adopt() {
    for (auto &cell : cells)
      cell->plate = shared_from_this();
  }
  std::vector<std::shared_ptr<Cell>> cells;
};
// CHECK: warning: 'Cell::plate' keeps its own owner alive: Cell -> plate -> Plate -> cells -> Cell; make it a std::weak_ptr
// CHECK: :[[@LINE-5]]:19: note: here 'Cell::plate' gets its 'Plate'

// The elements of another container.
class Table;
class Card {
public:
  void put(std::shared_ptr<Table> t) { table = t; }

private:
  std::shared_ptr<Table> table;
};
class Table {
public:
  static void deal(const std::vector<std::shared_ptr<Card>> &hand) {
    for (const auto &card : hand)
      card->put(std::make_shared<Table>());
  }

private:
  std::vector<std::shared_ptr<Card>> cards;
};
