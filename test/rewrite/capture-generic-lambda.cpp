// A generic lambda has one body as written.
//
//     Console -> print, show -> lambda -> console -> Console
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <string>

struct Console {
  std::function<void(int)> print;
  std::function<void(const std::string &)> show;
  std::string text;
};

// CHECK: {{^}}+  auto append = [weakConsole = std::weak_ptr<Console>(console)](const auto &what) {
// CHECK-NEXT: {{^}}+    auto console = weakConsole.lock();
// CHECK-NEXT: {{^}}+    if (!console) return;
// CHECK: {{^}}+  console->show = [weakConsole = std::weak_ptr<Console>(console)](auto &&what) -> void { auto console = weakConsole.lock(); if (!console) return; console->text += what; };

int main() {
  auto console = std::make_shared<Console>();
  auto append = [console](const auto &what) {
    console->text += std::to_string(what);
  };
  console->print = append;
  console->show = [console](auto &&what) -> void { console->text += what; };
  console->print(1);
  console->show("two");
  std::cout << console->text << '\n';
}
