// A capture that is never named: nobody knows what it is kept for.
//
//     Cache -> onDrop -> lambda -> cache -> Cache
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Cache {
  std::function<void()> onDrop;
};

int main() {
  auto cache = std::make_shared<Cache>();
  int *buffer = new int(3);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'cache': the lambda never names it, so what it is kept alive for is not known
  cache->onDrop = [cache, buffer] { delete buffer; };
  cache->onDrop();
}
