// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// One of the overriders of a virtual function keeps what it is given.
//
//   Host -plugins-> Plugin, which is a Recorder -host-> Host

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
// CHECK: warning: 'Recorder::host' keeps its own owner alive:

// None of them does.
struct Desk;
struct Tool {
  virtual ~Tool() = default;
  virtual void attach(std::shared_ptr<Desk>) {}
};
struct Ruler : Tool {
  void attach(std::shared_ptr<Desk> d) override { desk = d; }
  std::weak_ptr<Desk> desk;
};
struct Desk : std::enable_shared_from_this<Desk> {
  void add(std::shared_ptr<Tool> t) {
    tools.push_back(t);
    t->attach(shared_from_this());
  }
  std::vector<std::shared_ptr<Tool>> tools;
};
void furnish(const std::shared_ptr<Desk> &desk) {
  desk->add(std::make_shared<Ruler>());
}
