// RUN: %check_tidy %s -- %mock | count 0

// What a callable owns is what its target captured, and no type tells that:
// its signature holds nothing.
//
//   Button -clicked-> function<void(shared_ptr<Window>)>

#include <functional>
#include <memory>

struct Window;
struct Button {
  std::function<std::shared_ptr<Window>(std::shared_ptr<Window>)> clicked;
};
struct Window {
  std::shared_ptr<Button> button;
};
