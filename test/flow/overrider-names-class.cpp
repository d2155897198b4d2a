// A virtual call runs an overrider's store: the chain should name the class that
// has the field, and not the base class through which it was called.
//
//   Recorder -host-> Host -plugins-> Recorder
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>
#include <vector>

struct Host;
struct Plugin {
  virtual ~Plugin() = default;
  virtual void attach(std::shared_ptr<Host>) {}
};
struct Recorder : Plugin {
  void attach(std::shared_ptr<Host> h) override { host = h; }
  std::shared_ptr<Host> host;
};
struct Host : std::enable_shared_from_this<Host> {
  void add(std::shared_ptr<Plugin> p) {
    plugins.push_back(p);
    p->attach(shared_from_this());
  }
  std::vector<std::shared_ptr<Plugin>> plugins;
};
void start(const std::shared_ptr<Host> &host) {
  host->add(std::make_shared<Recorder>());
}
// CHECK: warning: 'Recorder::host' keeps its own owner alive: Recorder -> host -> Host -> plugins -> Recorder; make it a std::weak_ptr
