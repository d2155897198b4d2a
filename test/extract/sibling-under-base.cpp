// RUN: %check_tidy %s -- %mock | count 0

// Classes that merely share a base are not the same object.
//
//   Left -right-> Right -> (Base)        Left is a Base, too
//
// A cycle would need an object that is both.

#include <memory>

struct Leaf {};
struct Base {
  std::shared_ptr<Leaf> leaf;
};
struct Right : Base {};
struct Left : Base {
  std::shared_ptr<Right> right;
};

// A pointer to the base does not lead to every class below it.
//
//   Window -widget-> Widget        Button -window-> Window
struct Widget {
  std::shared_ptr<Leaf> leaf;
};
struct Window {
  std::shared_ptr<Widget> widget;
};
struct Button : Widget {
  std::shared_ptr<Window> window;
};
