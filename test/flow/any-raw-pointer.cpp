// A raw pointer in a std::any owns nothing.
//
//   Piece -body-> Frame -data-> (Piece, by a raw pointer)
//
// RUN: %check_default %s -- %mock | count 0

#include <any>
#include <memory>

struct Frame {
  std::any data;
};
struct Piece {
  std::shared_ptr<Frame> body;
};
void decorate(const std::shared_ptr<Frame> &frame,
              const std::shared_ptr<Piece> &piece) {
  piece->body = frame;
  frame->data = piece.get();
}
