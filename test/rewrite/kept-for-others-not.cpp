// A reference beside the field comes from elsewhere, and the field is read. Or
// nothing reads the field, and nothing beside it refers to anything.
//
//     Runner -> topic -> Topic -> runners -> Runner
//     Note   -> topic -> Topic -> notes   -> Note
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <string>
#include <vector>

class Topic;
class Runner {
  std::ostream &out;
  // CHECK: std::weak_ptr<Topic> topic;
  std::shared_ptr<Topic> topic;

public:
  Runner(std::ostream &o, std::shared_ptr<Topic> t) : out(o), topic(t) {}
  void run();
};
class Note {
  std::string text;
  // CHECK: std::weak_ptr<Topic> topic;
  std::shared_ptr<Topic> topic;

public:
  Note(std::string s, std::shared_ptr<Topic> t) : text(s), topic(t) {}
};
struct Topic : std::enable_shared_from_this<Topic> {
  std::vector<std::shared_ptr<Runner>> runners;
  std::vector<std::shared_ptr<Note>> notes;
  void start() {
    runners.push_back(std::make_shared<Runner>(std::cout, shared_from_this()));
    notes.push_back(std::make_shared<Note>("started", shared_from_this()));
  }
};
void Runner::run() { out << topic->notes.size() << '\n'; }
int main() {
  auto topic = std::make_shared<Topic>();
  topic->start();
  topic->runners.front()->run();
}
