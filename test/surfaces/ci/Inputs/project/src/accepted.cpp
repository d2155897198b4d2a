// Key -> lock -> Lock -> keys -> Key
#include <memory>
#include <vector>
struct Key;
struct Lock {
  std::vector<std::shared_ptr<Key>> keys;
};
struct Key {
  std::shared_ptr<Lock> lock;
};
