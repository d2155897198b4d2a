// RUN: %check_default %s -- %mock | count 0
//
// A thread owns what its function captured only until that is done.
//
//   Saver -> lambda -self-> Saver

#include <memory>
#include <thread>

struct Saver : std::enable_shared_from_this<Saver> {
  void start() {
    std::thread([self = shared_from_this()] { self->run(); }).detach();
  }
  void run() {}
  std::thread last;
};
