// RUN: %check_tidy %s -- %mock | FileCheck %s --check-prefixes=ALL,KEPT \
// RUN:   --implicit-check-not=warning:
// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.IgnoredRecords: "^generated::|^app::Legacy$"}}' \
// RUN:   -- %mock | FileCheck %s --check-prefix=KEPT \
// RUN:   --implicit-check-not=warning:
// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.IgnoredFields: "^generated::Tree::leaf$|::Legacy::"}}' \
// RUN:   -- %mock | FileCheck %s --check-prefix=KEPT \
// RUN:   --implicit-check-not=warning:

// Records and fields that the user accepts. Their names have namespaces and
// enclosing classes; a cycle through them is none.

#include <memory>

namespace generated {
// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// ALL: :[[@LINE-2]]:25: warning: 'Leaf::tree'
} // namespace generated

namespace app {
// Legacy -current-> Modern -former-> Legacy: one of the two is ignored
struct Modern;
struct Legacy {
  std::shared_ptr<Modern> current;
};
struct Modern {
  std::shared_ptr<Legacy> former;
};
// ALL: :[[@LINE-2]]:27: warning: 'Modern::former'

// Of the same names as what is ignored, but not the same.
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// KEPT: :[[@LINE-2]]:25: warning: 'Leaf::tree'
} // namespace app
