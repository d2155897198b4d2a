// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A factory returns a pair that it linked.
//
//   Door -key-> Key -door-> Door

#include <memory>

class Key;
class Door {
public:
  static std::shared_ptr<Door> create();

private:
  std::shared_ptr<Key> key;
};
class Key {
  friend class Door;
  std::shared_ptr<Door> door;
};
std::shared_ptr<Door> Door::create() {
  auto door = std::make_shared<Door>();
  door->key = std::make_shared<Key>();
  door->key->door = door;
  return door;
}
// CHECK: warning: 'Key::door' keeps its own owner alive: Key -> door -> Door -> key -> Key; make it a std::weak_ptr
// CHECK: :[[@LINE-4]]:19: note: here 'Key::door' gets its 'Door'
// CHECK: :[[@LINE-6]]:13: note: here 'Door::key' gets its 'Key'

// Each is made for the other, by another factory.
class Lock;
class Safe {
public:
  static std::shared_ptr<Safe> create();

private:
  std::shared_ptr<Lock> lock;
};
class Lock {
public:
  static std::shared_ptr<Lock> create();

private:
  std::shared_ptr<Safe> safe;
};
std::shared_ptr<Safe> Safe::create() {
  auto safe = std::make_shared<Safe>();
  safe->lock = std::make_shared<Lock>();
  return safe;
}
std::shared_ptr<Lock> Lock::create() {
  auto lock = std::make_shared<Lock>();
  lock->safe = std::make_shared<Safe>();
  return lock;
}
