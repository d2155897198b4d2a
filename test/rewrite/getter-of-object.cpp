// `return *f` by reference, whose every call names a member: the getter returns
// the pointer, which keeps the object for as long as the reference did.
//
//     Plugin -> host -> Host -> plugins -> Plugin
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

class Host;
class Plugin {
public:
  explicit Plugin(std::shared_ptr<Host> host) : host_(std::move(host)) {}
  void run();

private:
  Host &host() const { return *host_; }
  Host& declared() const;
  std::shared_ptr<Host> host_;
};
class Host : public std::enable_shared_from_this<Host> {
public:
  void install() {
    plugins_.push_back(std::make_shared<Plugin>(shared_from_this()));
  }
  void run() {
    for (auto &plugin : plugins_)
      plugin->run();
  }
  int id() const { return 8; }
  int calls = 0;

private:
  std::vector<std::shared_ptr<Plugin>> plugins_;
};
Host& Plugin::declared() const { return *this->host_; }
void Plugin::run() {
  ++host().calls;
  std::cout << host().id() + this->declared().calls << '\n';
}
// CHECK: {{^}}-  Host &host() const { return *host_; }
// CHECK-NEXT: {{^}}-  Host& declared() const;
// CHECK-NEXT: {{^}}-  std::shared_ptr<Host> host_;
// CHECK-NEXT: {{^}}+  std::shared_ptr<Host> host() const { return host_.lock(); }
// CHECK-NEXT: {{^}}+  std::shared_ptr<Host> declared() const;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Host> host_;
// CHECK: {{^}}+std::shared_ptr<Host> Plugin::declared() const { return this->host_.lock(); }
// CHECK: {{^}}+  ++host()->calls;
// CHECK: {{^}}+  std::cout << host()->id() + this->declared()->calls << '\n';

int main() {
  auto host = std::make_shared<Host>();
  host->install();
  host->run();
}
