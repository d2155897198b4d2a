// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Cycles of two to six classes. Each is broken at the last field, all others
// being equal.

#include <memory>

// Shop -cart-> Cart -shop-> Shop
struct Cart;
struct Shop {
  std::shared_ptr<Cart> cart;
};
struct Cart {
  std::shared_ptr<Shop> shop;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Cart::shop' can keep its own owner alive: Cart -> shop -> Shop -> cart -> Cart; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:25: note: 'Cart::shop' holds 'Shop' directly
// CHECK: :[[@LINE-7]]:25: note: 'Shop::cart' holds 'Cart' directly

// ThreeA -> ThreeB -> ThreeC -> ThreeA
struct ThreeB;
struct ThreeC;
struct ThreeA {
  std::shared_ptr<ThreeB> two;
};
struct ThreeB {
  std::shared_ptr<ThreeC> three;
};
struct ThreeC {
  std::shared_ptr<ThreeA> one;
};
// CHECK: :[[@LINE-2]]:27: warning: 'ThreeC::one' can keep its own owner alive: ThreeC -> one -> ThreeA -> two -> ThreeB -> three -> ThreeC; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'ThreeC::one' holds 'ThreeA' directly
// CHECK: :[[@LINE-10]]:27: note: 'ThreeA::two' holds 'ThreeB' directly
// CHECK: :[[@LINE-8]]:27: note: 'ThreeB::three' holds 'ThreeC' directly

// FourA -> FourB -> FourC -> FourD -> FourA
struct FourB;
struct FourC;
struct FourD;
struct FourA {
  std::shared_ptr<FourB> two;
};
struct FourB {
  std::shared_ptr<FourC> three;
};
struct FourC {
  std::shared_ptr<FourD> four;
};
struct FourD {
  std::shared_ptr<FourA> one;
};
// CHECK: :[[@LINE-2]]:26: warning: 'FourD::one' can keep its own owner alive: FourD -> one -> FourA -> two -> FourB -> three -> FourC -> four -> FourD; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'FourD::one' holds 'FourA' directly
// CHECK: :[[@LINE-13]]:26: note: 'FourA::two' holds 'FourB' directly
// CHECK: :[[@LINE-11]]:26: note: 'FourB::three' holds 'FourC' directly
// CHECK: :[[@LINE-9]]:26: note: 'FourC::four' holds 'FourD' directly

// FiveA -> FiveB -> FiveC -> FiveD -> FiveE -> FiveA
struct FiveB;
struct FiveC;
struct FiveD;
struct FiveE;
struct FiveA {
  std::shared_ptr<FiveB> two;
};
struct FiveB {
  std::shared_ptr<FiveC> three;
};
struct FiveC {
  std::shared_ptr<FiveD> four;
};
struct FiveD {
  std::shared_ptr<FiveE> five;
};
struct FiveE {
  std::shared_ptr<FiveA> one;
};
// CHECK: :[[@LINE-2]]:26: warning: 'FiveE::one' can keep its own owner alive: FiveE -> one -> FiveA -> two -> FiveB -> three -> FiveC -> four -> FiveD -> five -> FiveE; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'FiveE::one' holds 'FiveA' directly
// CHECK: :[[@LINE-16]]:26: note: 'FiveA::two' holds 'FiveB' directly
// CHECK: :[[@LINE-14]]:26: note: 'FiveB::three' holds 'FiveC' directly
// CHECK: :[[@LINE-12]]:26: note: 'FiveC::four' holds 'FiveD' directly
// CHECK: :[[@LINE-10]]:26: note: 'FiveD::five' holds 'FiveE' directly

// SixA -> SixB -> SixC -> SixD -> SixE -> SixF -> SixA
struct SixB;
struct SixC;
struct SixD;
struct SixE;
struct SixF;
struct SixA {
  std::shared_ptr<SixB> two;
};
struct SixB {
  std::shared_ptr<SixC> three;
};
struct SixC {
  std::shared_ptr<SixD> four;
};
struct SixD {
  std::shared_ptr<SixE> five;
};
struct SixE {
  std::shared_ptr<SixF> six;
};
struct SixF {
  std::shared_ptr<SixA> one;
};
// CHECK: :[[@LINE-2]]:25: warning: 'SixF::one' can keep its own owner alive: SixF -> one -> SixA -> two -> SixB -> three -> SixC -> four -> SixD -> five -> SixE -> six -> SixF; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:25: note: 'SixF::one' holds 'SixA' directly
// CHECK: :[[@LINE-19]]:25: note: 'SixA::two' holds 'SixB' directly
// CHECK: :[[@LINE-17]]:25: note: 'SixB::three' holds 'SixC' directly
// CHECK: :[[@LINE-15]]:25: note: 'SixC::four' holds 'SixD' directly
// CHECK: :[[@LINE-13]]:25: note: 'SixD::five' holds 'SixE' directly
// CHECK: :[[@LINE-11]]:25: note: 'SixE::six' holds 'SixF' directly

// OpenA -> OpenB -> OpenC -> (weak)
struct OpenB;
struct OpenC;
struct OpenA {
  std::shared_ptr<OpenB> two;
};
struct OpenB {
  std::shared_ptr<OpenC> three;
};
struct OpenC {
  std::weak_ptr<OpenA> one;
};
