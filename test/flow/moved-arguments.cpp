// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Moving a pointer moves who holds, and not what.
//
//   Sender -reader-> Reader -sender-> Sender

#include <memory>

struct Reader;
struct Sender {
  std::shared_ptr<Reader> reader;
};
struct Reader {
  std::shared_ptr<Sender> sender;
};

static void connect() {
  auto sender = std::make_shared<Sender>();
  auto reader = std::make_shared<Reader>();
  reader->sender = sender;
  auto taken = std::move(reader);
  sender->reader = std::move(taken);
}
// CHECK: warning: 'Reader::sender' keeps its own owner alive: Reader -> sender -> Sender -> reader -> Reader; make it a std::weak_ptr

// The field itself is moved out of: it is empty again.
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
  std::shared_ptr<Giver> out = std::move(taker->giver);
}
int main() { connect(), returns(); }
