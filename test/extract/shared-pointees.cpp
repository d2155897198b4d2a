// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Whatever is behind a shared pointer: an array, a const object, a container.

#include <memory>
#include <vector>

// Image -pixels-> Pixel -image-> Image
struct Pixel;
struct Image {
  std::shared_ptr<Pixel[]> pixels;
};
struct Pixel {
  std::shared_ptr<Image> image;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Pixel::image' can keep its own owner alive: Pixel -> image -> Image -> pixels -> Pixel; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Pixel::image' holds 'Image' directly
// CHECK: :[[@LINE-7]]:28: note: 'Image::pixels' holds 'Pixel' as element of array

// Book -reader-> Reader -book-> Book
struct Reader;
struct Book {
  std::shared_ptr<const Reader> reader;
};
struct Reader {
  const std::shared_ptr<volatile Book> book;
};
// CHECK: :[[@LINE-2]]:40: warning: 'Reader::book' can keep its own owner alive: Reader -> book -> Book -> reader -> Reader; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:40: note: 'Reader::book' holds 'Book' directly
// CHECK: :[[@LINE-7]]:33: note: 'Book::reader' holds 'Reader' directly

// Branch -leaves-> Leaf -branch-> Branch
struct Leaf;
struct Branch {
  std::shared_ptr<std::vector<std::shared_ptr<Leaf>>> leaves;
};
struct Leaf {
  std::shared_ptr<Branch> branch;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Leaf::branch' can keep its own owner alive: Leaf -> branch -> Branch -> leaves -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Leaf::branch' holds 'Branch' directly
// CHECK: :[[@LINE-7]]:55: note: 'Branch::leaves' holds 'Leaf' as element of vector

// Shared containers of what owns nothing, and pointers to shared pointers.
struct Back;
struct Holder {
  std::shared_ptr<std::vector<std::weak_ptr<Back>>> weak;
  std::shared_ptr<Back *> raw;
  std::shared_ptr<Back> *elsewhere;
  std::shared_ptr<Back> &reference;
};
struct Back {
  std::shared_ptr<Holder> holder;
};
