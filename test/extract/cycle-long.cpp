// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A cycle of more hops than people read is shortened in the middle.

#include <memory>

struct Stage1;
struct Stage2;
struct Stage3;
struct Stage4;
struct Stage5;
struct Stage6;
struct Stage7;
struct Stage8;
struct Stage9;
struct Stage10;
struct Stage11;
struct Stage12;
struct Stage13;
struct Stage1 {
  std::shared_ptr<Stage2> later;
};
struct Stage2 {
  std::shared_ptr<Stage3> later;
};
struct Stage3 {
  std::shared_ptr<Stage4> later;
};
struct Stage4 {
  std::shared_ptr<Stage5> later;
};
struct Stage5 {
  std::shared_ptr<Stage6> later;
};
struct Stage6 {
  std::shared_ptr<Stage7> later;
};
struct Stage7 {
  std::shared_ptr<Stage8> later;
};
struct Stage8 {
  std::shared_ptr<Stage9> later;
};
struct Stage9 {
  std::shared_ptr<Stage10> later;
};
struct Stage10 {
  std::shared_ptr<Stage11> later;
};
struct Stage11 {
  std::shared_ptr<Stage12> later;
};
struct Stage12 {
  std::shared_ptr<Stage13> later;
};
struct Stage13 {
  std::shared_ptr<Stage1> former;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Stage13::former' can keep its own owner alive: Stage13 -> former -> Stage1 -> later -> Stage2 -> later -> Stage3 -> later -> Stage4 -> later -> ... (3 more) -> Stage8 -> later -> Stage9 -> later -> Stage10 -> later -> Stage11 -> later -> Stage12 -> later -> Stage13; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Stage13::former' holds 'Stage1' directly
// CHECK: :[[@LINE-40]]:27: note: 'Stage1::later' holds 'Stage2' directly
// CHECK: :[[@LINE-38]]:27: note: 'Stage2::later' holds 'Stage3' directly
// CHECK: :[[@LINE-36]]:27: note: 'Stage3::later' holds 'Stage4' directly
// CHECK: :[[@LINE-34]]:27: note: 'Stage4::later' holds 'Stage5' directly
// CHECK: :[[@LINE-26]]:27: note: 3 more hops lie between, up to this one
// CHECK: :[[@LINE-24]]:27: note: 'Stage8::later' holds 'Stage9' directly
// CHECK: :[[@LINE-22]]:28: note: 'Stage9::later' holds 'Stage10' directly
// CHECK: :[[@LINE-20]]:28: note: 'Stage10::later' holds 'Stage11' directly
// CHECK: :[[@LINE-18]]:28: note: 'Stage11::later' holds 'Stage12' directly
// CHECK: :[[@LINE-16]]:28: note: 'Stage12::later' holds 'Stage13' directly
