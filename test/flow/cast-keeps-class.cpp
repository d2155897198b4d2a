// What a dynamic cast finds is an object of the class that it asks for: the
// chain should name that, and not the base class, which has no such field.
//
//   Worker -lead-> Boss -team-> Worker
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>
#include <vector>

struct Employee {
  virtual ~Employee() = default;
};
struct Boss;
struct Worker : Employee {
  std::shared_ptr<Boss> lead;
};
struct Boss : Employee {
  std::vector<std::shared_ptr<Employee>> team;
};
void hire(const std::shared_ptr<Boss> &boss,
          const std::shared_ptr<Employee> &employee) {
  if (auto worker = std::dynamic_pointer_cast<Worker>(employee)) {
    worker->lead = boss;
    boss->team.push_back(worker);
  }
}
// CHECK: warning: 'Worker::lead' keeps its own owner alive: Worker -> lead -> Boss -> team -> Worker; make it a std::weak_ptr
