// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Who assigns to one element of a container leaves the others as they are. An
// empty value empties the element.
//
//   Scope -slots-> Value -func-> Function -closure-> Scope

#include <map>
#include <memory>

struct Scope;
struct Function {
  std::shared_ptr<Scope> closure;
};
struct Value {
  double number = 0;
  std::shared_ptr<Function> func;
};
struct Scope {
  std::map<int, Value> slots;
};
void define() {
  auto global = std::make_shared<Scope>();
  auto function = std::make_shared<Function>();
  function->closure = global;
  global->slots[0] = Value{0, function};
  global->slots[1] = Value{0.25, nullptr};
}
// CHECK: warning: 'Value::func' keeps its own owner alive

// Named by a variable, in a function of its own.
struct Frame;
struct Closure {
  std::shared_ptr<Frame> frame;
};
struct Cell {
  double number = 0;
  std::shared_ptr<Closure> closure;
};
struct Frame {
  void set(int name, Cell cell) { cells[name] = cell; }
  std::map<int, Cell> cells;
};
void run(int one, int other) {
  auto frame = std::make_shared<Frame>();
  auto closure = std::make_shared<Closure>();
  closure->frame = frame;
  frame->set(one, Cell{0, closure});
  frame->set(other, Cell{0.25, nullptr});
}
// CHECK: warning: 'Cell::closure' keeps its own owner alive

// The same key.
struct Module;
struct Export {
  std::shared_ptr<Module> module;
};
struct Entry {
  std::shared_ptr<Export> item;
};
struct Module {
  std::map<int, Entry> entries;
};
void replace() {
  auto module = std::make_shared<Module>();
  auto item = std::make_shared<Export>();
  item->module = module;
  module->entries[0] = Entry{item};
  module->entries[0] = Entry{};
}

// Each of them.
struct Desk;
struct Drawer {
  std::shared_ptr<Desk> desk;
};
struct Slot {
  std::shared_ptr<Drawer> drawer;
};
struct Desk : std::enable_shared_from_this<Desk> {
  void add(int where) {
    auto drawer = std::make_shared<Drawer>();
    drawer->desk = shared_from_this();
    slots[where] = Slot{drawer};
  }
  void clear() {
    for (auto &entry : slots)
      entry.second = Slot();
  }
  std::map<int, Slot> slots;
};
void furnish() {
  auto desk = std::make_shared<Desk>();
  desk->add(0);
  desk->add(1);
  desk->clear();
}
