// A lambda that returns a pointer or an optional has a value for "gone".
//
//     Page -> next, title -> lambda -> page -> Page
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

struct Page {
  std::function<std::shared_ptr<Page>()> next, same;
  std::function<std::optional<int>()> number;
  std::shared_ptr<Page> following;
  int n = 5;
};

// CHECK: {{^}}+  page->next = [weakPage = std::weak_ptr<Page>(page)]() -> std::shared_ptr<Page> {
// CHECK-NEXT: {{^}}+    auto page = weakPage.lock();
// CHECK-NEXT: {{^}}+    if (!page) return nullptr;
// CHECK: {{^}}+  page->number = [weakPage = std::weak_ptr<Page>(page)]() -> std::optional<int> { auto page = weakPage.lock(); if (!page) return {}; return page->n; };
// CHECK-NEXT: {{^}}+  page->same = [weakPage = std::weak_ptr<Page>(page)] { auto page = weakPage.lock(); return page; };

int main() {
  auto page = std::make_shared<Page>();
  page->next = [page]() -> std::shared_ptr<Page> {
    return page->following;
  };
  page->number = [page]() -> std::optional<int> { return page->n; };
  page->same = [page] { return page; };
  std::cout << (page->next() == nullptr) << *page->number() << page->same()->n
            << '\n';
}
