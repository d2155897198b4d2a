// What a capture-default captures gets a capture of its own.
//
//     Dialog -> ok, cancel, help -> lambda -> dialog -> Dialog
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Dialog {
  std::function<void()> ok, cancel, help;
  int result = 0;
};

// CHECK: {{^}}+  dialog->ok = [=, weakDialog = std::weak_ptr<Dialog>(dialog)] { auto dialog = weakDialog.lock(); if (!dialog) return; dialog->result = 1; };
// CHECK-NEXT: {{^}}+  dialog->cancel = [=, weakDialog = std::weak_ptr<Dialog>(dialog), &helped]() mutable {
// CHECK-NEXT: {{^}}+    auto dialog = weakDialog.lock();
// CHECK-NEXT: {{^}}+    if (!dialog) return;
// CHECK: {{^}}+  dialog->help = [&, weakDialog = std::weak_ptr<Dialog>(dialog)] { auto dialog = weakDialog.lock(); if (!dialog) return; helped += dialog->result; };

int main() {
  int helped = 0;
  auto dialog = std::shared_ptr<Dialog>(new Dialog);
  dialog->ok = [=] { dialog->result = 1; };
  dialog->cancel = [=, &helped]() mutable {
    dialog->result = 2 + helped;
  };
  dialog->help = [&, dialog] { helped += dialog->result; };
  dialog->ok();
  dialog->help();
  dialog->cancel();
  std::cout << dialog->result << helped << '\n';
}
