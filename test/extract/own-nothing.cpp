// RUN: %check_tidy %s -- %mock | count 0

// What keeps nothing alive: raw pointers, references, weak pointers, static
// members, functions, and what is only mentioned in a type.

#include <memory>
#include <vector>

struct Peer;
struct Holder {
  Peer *raw;
  Peer &reference;
  const std::shared_ptr<Peer> &referenceToPointer;
  std::shared_ptr<Peer> *pointerToPointer;
  std::weak_ptr<Peer> weak;
  std::shared_ptr<std::weak_ptr<Peer>> sharedWeak;
  static std::shared_ptr<Peer> shared;
  static inline std::vector<std::shared_ptr<Peer>> peers;
  std::shared_ptr<Peer> (*function)();
  std::shared_ptr<Peer> Peer::*member;
  std::shared_ptr<Peer> (Peer::*method)();
  std::shared_ptr<Peer> make();
  Peer byValue(std::shared_ptr<Peer>);
  using Pointer = std::shared_ptr<Peer>;
  friend struct Peer;
  enum class Kind { A } kind;
};
struct Peer {
  std::shared_ptr<Holder> holder;
};

// A function type is no owner of what it returns.
template <typename Signature> struct Signal {
  Signature *slot;
};
struct Sender {
  Signal<std::shared_ptr<struct Receiver>(Sender &)> signal;
};
struct Receiver {
  std::shared_ptr<Sender> sender;
};

// A variable is no member.
extern std::shared_ptr<struct Global> global;
struct Global {
  std::shared_ptr<int> number;
};
