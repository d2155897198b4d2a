// A thread that runs until its owner is gone, and captures that owner.
//
//   Worker -thread-> lambda -self-> Worker
//
// XFAIL: *
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>
#include <thread>

struct Worker : std::enable_shared_from_this<Worker> {
  ~Worker() {
    stopped = true;
    thread.join();
  }
  void start() {
    thread = std::thread([self = shared_from_this()] { self->run(); });
  }
  void run() {
    while (!stopped)
      ;
  }
  volatile bool stopped = false;
  std::thread thread;
};
// CHECK: warning: 'Worker::thread' keeps its own owner alive by capturing 'self': Worker -> thread -> lambda -> self -> Worker; capture a std::weak_ptr
