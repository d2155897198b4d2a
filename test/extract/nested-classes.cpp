// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Nested classes have the names of their enclosing classes in front.

#include <memory>
#include <vector>

// Graph -vertices-> Graph::Vertex -graph-> Graph
class Graph {
  struct Vertex {
    std::shared_ptr<Graph> graph;
  };
  std::vector<std::shared_ptr<Vertex>> vertices;
};
// CHECK: :[[@LINE-4]]:28: warning: 'Graph::Vertex::graph' can keep its own owner alive: Graph::Vertex -> graph -> Graph -> vertices -> Graph::Vertex; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-5]]:28: note: 'Graph::Vertex::graph' holds 'Graph' directly
// CHECK: :[[@LINE-4]]:40: note: 'Graph::vertices' holds 'Graph::Vertex' as element of vector

// Engine -part-> Engine::Part -bolt-> Engine::Part::Bolt -engine-> Engine
class Engine {
  struct Part {
    struct Bolt;
    std::shared_ptr<Bolt> bolt;
  };
  std::shared_ptr<Part> part;
};
struct Engine::Part::Bolt {
  std::shared_ptr<Engine> engine;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Engine::Part::Bolt::engine' can keep its own owner alive: Engine::Part::Bolt -> engine -> Engine -> part -> Engine::Part -> bolt -> Engine::Part::Bolt; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Engine::Part::Bolt::engine' holds 'Engine' directly
// CHECK: :[[@LINE-7]]:25: note: 'Engine::part' holds 'Engine::Part' directly
// CHECK: :[[@LINE-10]]:27: note: 'Engine::Part::bolt' holds 'Engine::Part::Bolt' directly

// To be nested is not to be owned.
class Schedule {
  struct Entry {
    std::shared_ptr<Schedule> schedule;
  };
  Entry *first;
};
