// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Names bound to the members of a pair are its members.
//
//   End -peer-> Other -back-> End

#include <map>
#include <memory>

struct Other;
struct End {
  std::shared_ptr<Other> peer;
};
struct Other {
  std::shared_ptr<End> back;
};

static std::pair<std::shared_ptr<End>, std::shared_ptr<Other>> make() {
  return {std::make_shared<End>(), std::make_shared<Other>()};
}
void link() {
  auto [end, other] = make();
  end->peer = other;
  other->back = end;
}
// CHECK: warning: '{{End::peer|Other::back}}' keeps its own owner alive:

// Bound to the elements of a map.
//
//   Hub -wires-> Wire -hub-> Hub
struct Hub;
struct Wire {
  std::shared_ptr<Hub> hub;
};
struct Hub : std::enable_shared_from_this<Hub> {
  void close() {
    for (auto &[number, wire] : wires)
      wire->hub = shared_from_this();
  }
  std::map<int, std::shared_ptr<Wire>> wires;
};
// CHECK: warning: 'Wire::hub' keeps its own owner alive: Wire -> hub -> Hub -> wires -> Wire; make it a std::weak_ptr
