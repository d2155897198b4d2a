// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// An aliasing pointer points to a part and owns the whole.
//
//   Mixer -channel-> Channel -gain-> (Mixer)

#include <memory>

struct Gain {};
struct Channel {
  std::shared_ptr<Gain> gain;
};
struct Mixer : std::enable_shared_from_this<Mixer> {
  void add() {
    channel = std::make_shared<Channel>();
    channel->gain = std::shared_ptr<Gain>(shared_from_this(), &master);
  }
  std::shared_ptr<Channel> channel;
  Gain master;
};
// CHECK: warning: '{{Mixer::channel|Channel::gain}}' keeps its own owner alive:
// CHECK-DAG: :[[@LINE-6]]:19: note: here 'Channel::gain' gets its 'Mixer'
// CHECK-DAG: :[[@LINE-8]]:13: note: here 'Mixer::channel' gets its 'Channel'

// One with an empty owner owns nothing.
//
//   Scene -node-> Node -scene-> (nothing)
struct Scene;
struct Node {
  std::shared_ptr<Scene> scene;
};
struct Scene {
  void add() {
    node = std::make_shared<Node>();
    node->scene = std::shared_ptr<Scene>(std::shared_ptr<void>(), this);
  }

private:
  std::shared_ptr<Node> node;
};
