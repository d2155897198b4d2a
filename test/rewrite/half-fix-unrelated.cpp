// A cycle without a fix says nothing about one of other objects.
//
//     Child -> parent -> Parent -> kids -> Child
//     Page -> book -> Book -> pages -> Page
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its address is taken
  std::shared_ptr<Parent> *slot() { return &parent; }
};
struct Page;
struct Book {
  std::vector<std::shared_ptr<Page>> pages;
};
struct Page {
  std::shared_ptr<Book> book;
};
// CHECK: {{^}}-  std::shared_ptr<Book> book;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Book> book;

void link() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parent = parent;
  auto book = std::make_shared<Book>();
  auto page = std::make_shared<Page>();
  book->pages.push_back(page);
  page->book = book;
}
