// Elements of a container: the declaration and the body of a loop change.
//
//     Room -doors-> Door -rooms-> Room
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include <memory>
#include <vector>

struct Room;
struct Door {
  // CHECK: elements.cpp:[[#@LINE+1]]:38: warning: 'Door::rooms' keeps its own owner alive
  std::vector<std::shared_ptr<Room>> rooms;
};
struct Room {
  std::vector<std::shared_ptr<Door>> doors;
  int lights = 0;
};
struct House {
  std::vector<std::shared_ptr<Room>> rooms;
  void connect(std::shared_ptr<Room> room) {
    auto door = std::make_shared<Door>();
    rooms.push_back(room);
    door->rooms.push_back(room);
    room->doors.push_back(door);
  }
};
int lights(const Door &door) {
  int sum = 0;
  for (const auto &room : door.rooms)
    sum += room->lights;
  return sum;
}
// CHECK:     fixed:
// CHECK:     -std::vector<std::shared_ptr<Room>> rooms;
// CHECK:     +std::vector<std::weak_ptr<Room>> rooms;
// CHECK-DAG: +const auto room = weakRoom.lock();
