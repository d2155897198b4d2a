// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// An explicit and a partial specialisation have fields of their own.

#include <memory>

template <typename T> struct Cell {
  std::weak_ptr<T> harmless;
};

// Room -cell-> Cell<Room> -owner-> Room
struct Room;
template <> struct Cell<Room> {
  std::shared_ptr<Room> owner;
};
struct Room {
  std::shared_ptr<Cell<Room>> cell;
};
// CHECK: :[[@LINE-5]]:25: warning: 'Cell::owner' can keep its own owner alive: Cell<Room> -> owner -> Room -> cell -> Cell<Room>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:25: note: 'Cell::owner' holds 'Room' directly
// CHECK: :[[@LINE-4]]:31: note: 'Room::cell' holds 'Cell<Room>' directly

// Yard -cell-> Cell<Yard *> -pointee-> Yard
struct Yard;
template <typename T> struct Cell<T *> {
  std::shared_ptr<T> pointee;
};
struct Yard {
  std::shared_ptr<Cell<Yard *>> cell;
};
template struct Cell<Yard *>;
// CHECK: :[[@LINE-3]]:33: warning: 'Yard::cell' can keep its own owner alive: Yard -> cell -> Cell<Yard *> -> pointee -> Yard; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:33: note: 'Yard::cell' holds 'Cell<Yard *>' directly
// CHECK: :[[@LINE-8]]:22: note: 'Cell::pointee' holds 'Yard' directly

// The primary template's field is weak.
struct Hall {
  std::shared_ptr<Cell<Hall>> cell;
};
template struct Cell<Hall>;
