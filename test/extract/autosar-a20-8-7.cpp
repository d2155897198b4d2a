// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The example of AUTOSAR A20-8-7 and of the coding standards built on it: a
// base class template that holds what its parameter says, by the pointer that
// its parameter says. One line to change, so one warning; each cycle is named.

#include <memory>

template <template <typename> class Pointer, typename Target> struct Base {
  Pointer<Target> pointer;
};
// CHECK: :[[@LINE-2]]:19: warning: 'Base::pointer' can keep its own owner alive: First -> pointer -> Second -> pointer -> First; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:19: note: 'Base::pointer', which 'First' has through base 'Base<std::shared_ptr, Second>', holds 'Second' directly
// CHECK: :[[@LINE-4]]:19: note: 'Base::pointer', which 'Second' has through base 'Base<std::shared_ptr, First>', holds 'First' directly
// CHECK: :[[@LINE-5]]:19: note: the same field closes Itself -> pointer -> Itself

// First -pointer-> Second -pointer-> First
class Second;
class First : public Base<std::shared_ptr, Second> {};
class Second : public Base<std::shared_ptr, First> {};

// Itself -pointer-> Itself
class Itself : public Base<std::shared_ptr, Itself> {};

// Owner -pointer-> Owned -pointer-> (weak)
class Owned;
class Owner : public Base<std::shared_ptr, Owned> {};
class Owned : public Base<std::weak_ptr, Owner> {};
