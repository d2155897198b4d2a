// RUN: %check_default %s -- %mock | count 0
//
// A callback that is cleared when its work is done.
//
//   Job -done-> lambda -self-> Job

#include <functional>
#include <memory>

class Job : public std::enable_shared_from_this<Job> {
public:
  void start() {
    done = [self = shared_from_this()] { self->count++; };
  }
  void finish() {
    done();
    done = nullptr;
  }

private:
  int count = 0;
  std::function<void()> done;
};
int main() {
  auto job = std::make_shared<Job>();
  job->start();
  job->finish();
}
