// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A shared_ptr<void> owns what was stored into it.
//
//   Shape -data-> (Pawn) -body-> Shape

#include <memory>

struct Shape {
  std::shared_ptr<void> data;
};
struct Pawn {
  std::shared_ptr<Shape> body;
};
void place(const std::shared_ptr<Shape> &shape,
           const std::shared_ptr<Pawn> &pawn) {
  pawn->body = shape;
  shape->data = pawn;
}
// CHECK: warning: '{{Shape::data|Pawn::body}}' keeps its own owner alive:

// Something else was.
struct Frame {
  std::shared_ptr<void> data;
};
struct Piece {
  std::shared_ptr<Frame> body;
};
void decorate(const std::shared_ptr<Frame> &frame,
              const std::shared_ptr<Piece> &piece) {
  piece->body = frame;
  frame->data = std::make_shared<int>();
}
