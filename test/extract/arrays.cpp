// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Arrays own their elements.

#include <array>
#include <memory>

struct InArray;
struct OwnerOfArray {
  std::shared_ptr<InArray> parts[4];
};
struct InArray {
  std::shared_ptr<OwnerOfArray> owner;
};
// CHECK: :[[@LINE-2]]:33: warning: 'InArray::owner' can keep its own owner alive: InArray -> owner -> OwnerOfArray -> parts -> InArray; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'InArray::owner' holds 'OwnerOfArray' directly
// CHECK: :[[@LINE-7]]:28: note: 'OwnerOfArray::parts' holds 'InArray' as element of array

struct InMatrix;
struct OwnerOfMatrix {
  std::shared_ptr<InMatrix> parts[2][3];
};
struct InMatrix {
  std::shared_ptr<OwnerOfMatrix> owner;
};
// CHECK: :[[@LINE-2]]:34: warning: 'InMatrix::owner' can keep its own owner alive: InMatrix -> owner -> OwnerOfMatrix -> parts -> InMatrix; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'InMatrix::owner' holds 'OwnerOfMatrix' directly
// CHECK: :[[@LINE-7]]:29: note: 'OwnerOfMatrix::parts' holds 'InMatrix' as element of array, element of array

struct InStdArray;
struct OwnerOfStdArray {
  std::array<std::shared_ptr<InStdArray>, 4> parts;
};
struct InStdArray {
  std::shared_ptr<OwnerOfStdArray> owner;
};
// CHECK: :[[@LINE-2]]:36: warning: 'InStdArray::owner' can keep its own owner alive: InStdArray -> owner -> OwnerOfStdArray -> parts -> InStdArray; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:36: note: 'InStdArray::owner' holds 'OwnerOfStdArray' directly
// CHECK: :[[@LINE-7]]:46: note: 'OwnerOfStdArray::parts' holds 'InStdArray' as element of array

// Arrays of weak or raw pointers, and pointers to arrays.
struct Back;
struct Holder {
  std::weak_ptr<Back> weak[4];
  Back *raw[4];
  std::array<std::weak_ptr<Back>, 2> array;
  std::shared_ptr<Back> (*elsewhere)[4];
};
struct Back {
  std::shared_ptr<Holder> holder;
};
