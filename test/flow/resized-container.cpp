// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A container that is cut to a length perhaps loses nothing; cut to none, it
// loses all.
//
//   Level -history-> Edit -undo-> lambda -self-> Level
//   Sheet -history-> Change -undo-> lambda -self-> Sheet

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class Level : public std::enable_shared_from_this<Level> {
public:
  struct Edit {
    std::function<void()> undo;
  };
  void place() {
    auto self = shared_from_this();
    perform({[self] { --self->tiles; }});
  }

private:
  void perform(Edit edit) {
    history.resize(position++);
    history.push_back(std::move(edit));
    ++tiles;
  }
  int tiles = 0, position = 0;
  std::vector<Edit> history;
};
// CHECK: warning: {{.*}} keeps its own owner alive
void play() { std::make_shared<Level>()->place(); }

class Sheet : public std::enable_shared_from_this<Sheet> {
public:
  struct Change {
    std::function<void()> undo;
  };
  void write() {
    auto self = shared_from_this();
    history.push_back({[self] { --self->lines; }});
  }
  void close() { history.resize(0); }

private:
  int lines = 0;
  std::vector<Change> history;
};
void edit() {
  auto sheet = std::make_shared<Sheet>();
  sheet->write();
  sheet->close();
}
