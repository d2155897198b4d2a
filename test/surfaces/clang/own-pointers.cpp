// Left -right-> Right -left-> Left, once both pointers are known to own.
//
// RUN: %clang_plugin %s -fsyntax-only 2>&1 | count 0
namespace my {
template <typename T> struct Ref {
  T *p;
};
template <typename T> struct Ptr {
  T *p;
};
} // namespace my

struct Right;
struct Left {
  my::Ref<Right> right;
};
struct Right {
  my::Ptr<Left> left;
};
