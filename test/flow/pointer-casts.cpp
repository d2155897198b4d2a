// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A cast pointer leads to the same object.
//
//   Boss -team-> Worker -lead-> Employee, which is the Boss

#include <memory>
#include <vector>

struct Employee {
  virtual ~Employee() = default;
};
struct Worker : Employee {
  std::shared_ptr<Employee> lead;
};
struct Boss : Employee {
  std::vector<std::shared_ptr<Worker>> team;
};
void hire(const std::shared_ptr<Boss> &boss) {
  auto worker = std::make_shared<Worker>();
  worker->lead = std::static_pointer_cast<Employee>(boss);
  boss->team.push_back(worker);
}
// CHECK: warning: 'Worker::lead' keeps its own owner alive: Worker -> lead -> Boss -> team -> Worker; make it a std::weak_ptr
// CHECK: :[[@LINE-4]]:16: note: here 'Worker::lead' gets its 'Boss'
