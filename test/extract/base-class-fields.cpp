// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// What a base class holds, its derived class holds.

#include <memory>
#include <vector>

// Scene -sprites-> Sprite is a Component -scene-> Scene
struct Sprite;
struct Scene {
  std::vector<std::shared_ptr<Sprite>> sprites;
};
struct Component {
  std::shared_ptr<Scene> scene;
};
struct Sprite : Component {};
// CHECK: :[[@LINE-3]]:26: warning: 'Component::scene' can keep its own owner alive: Sprite -> scene -> Scene -> sprites -> Sprite; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:26: note: 'Component::scene', which 'Sprite' has through base 'Component', holds 'Scene' directly
// CHECK: :[[@LINE-8]]:40: note: 'Scene::sprites' holds 'Sprite' as element of vector

// Pool -worker-> Worker -pool-> ThreadPool is a Pool
struct Worker;
struct Pool {
  std::shared_ptr<Worker> worker;
};
struct ThreadPool : private Pool {};
struct Worker {
  std::shared_ptr<ThreadPool> pool;
};
// CHECK: :[[@LINE-2]]:31: warning: 'Worker::pool' can keep its own owner alive: Worker -> pool -> ThreadPool -> worker -> Worker; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:31: note: 'Worker::pool' holds 'ThreadPool' directly
// CHECK: :[[@LINE-8]]:27: note: 'Pool::worker', which 'ThreadPool' has through base 'Pool', holds 'Worker' directly

// Start -deepest-> Deepest -start-> Start, inherited twice on either side
struct Deepest;
struct StartBase {
  std::shared_ptr<Deepest> deepest;
};
struct StartMiddle : StartBase {};
struct Start : StartMiddle {};
struct Deepest {
  std::shared_ptr<Start> start;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Deepest::start' can keep its own owner alive: Deepest -> start -> Start -> deepest -> Deepest; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Deepest::start' holds 'Start' directly
// CHECK: :[[@LINE-9]]:28: note: 'StartBase::deepest', which 'Start' has through base 'StartBase', holds 'Deepest' directly

// A weak pointer in the base is weak in the derived class.
struct Button;
struct Window {
  std::shared_ptr<Button> button;
};
struct Widget {
  std::weak_ptr<Window> window;
};
struct Button : Widget {};
