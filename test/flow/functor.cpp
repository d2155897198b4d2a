// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A functor's fields are what its function owns.
//
//   Form -check-> SameAs -form-> Form

#include <functional>
#include <memory>

struct Form;
struct SameAs {
  std::shared_ptr<Form> form;
  bool operator()() const { return bool(form); }
};
struct Form : std::enable_shared_from_this<Form> {
  void require() { check = SameAs{shared_from_this()}; }
  std::function<bool()> check;
};
// CHECK: warning: 'SameAs::form' keeps its own owner alive: SameAs -> form -> Form -> check -> SameAs; make it a std::weak_ptr

// A functor that refers to it.
struct Page;
struct Longer {
  Page *page;
  bool operator()() const { return page; }
};
struct Page : std::enable_shared_from_this<Page> {
  void require() { check = Longer{this}; }
  std::function<bool()> check;
};
