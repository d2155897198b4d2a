// A weak pointer in a std::any owns nothing.
//
//   Piece -body-> Frame -data-> (Piece, weakly)
//
// RUN: %check_default %s -- -std=c++17 | count 0

#include <any>
#include <memory>

struct Frame {
  std::any data;
};
struct Piece {
  std::shared_ptr<Frame> body;
};
int main() {
  auto frame = std::make_shared<Frame>();
  auto piece = std::make_shared<Piece>();
  piece->body = frame;
  frame->data = std::weak_ptr<Piece>(piece);
}
