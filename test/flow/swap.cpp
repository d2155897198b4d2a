// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Swapping a parameter into a field stores it.
//
//   Bar -job-> Job -bar-> Bar

#include <memory>
#include <utility>

struct Job;
struct Bar {
  void attach(std::shared_ptr<Job> j) { std::swap(job, j); }
  std::shared_ptr<Job> job;
};
struct Job : std::enable_shared_from_this<Job> {
  void start() {
    bar = std::make_shared<Bar>();
    bar->attach(shared_from_this());
  }
  std::shared_ptr<Bar> bar;
};
// CHECK: warning: 'Bar::job' keeps its own owner alive: Bar -> job -> Job -> bar -> Bar; make it a std::weak_ptr
// CHECK: :[[@LINE-11]]:41: note: here 'Bar::job' gets its 'Job'

//   Meter -task-> Task -meter-> Meter, with the member function
struct Task;
struct Meter {
  void attach(std::shared_ptr<Task> t) { task.swap(t); }
  std::shared_ptr<Task> task;
};
struct Task : std::enable_shared_from_this<Task> {
  void start() {
    meter = std::make_shared<Meter>();
    meter->attach(shared_from_this());
  }
  std::shared_ptr<Meter> meter;
};
// CHECK: warning: 'Meter::task' keeps its own owner alive: Meter -> task -> Task -> meter -> Meter; make it a std::weak_ptr

// Swapped with an empty pointer, the field is empty.
struct Taker;
struct Giver {
  std::shared_ptr<Taker> taker;
};
struct Taker {
  std::shared_ptr<Giver> giver;
};

static void returns() {
  auto giver = std::make_shared<Giver>();
  auto taker = std::make_shared<Taker>();
  giver->taker = taker;
  taker->giver = giver;
  std::shared_ptr<Giver> none;
  taker->giver.swap(none);
}
int main() { returns(); }
