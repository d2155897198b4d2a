// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Comments that speak of another check, or of another line, at a hop.
//
//   Held -back-> Holder -forth-> Held

#include <memory>

namespace otherCheck {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(bugprone-use-after-move)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace otherCheck
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherGlob {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(modernize-*,bugprone-*)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace otherGlob
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace nobody {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT()
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace nobody
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherNextLine {
struct Held;
struct Holder {
  // NOLINTNEXTLINE(bugprone-use-after-move)
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace otherNextLine
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace lineTooFar {
struct Held;
struct Holder {
  // NOLINTNEXTLINE

  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace lineTooFar
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherBetween {
struct Held;
struct Holder {
  // NOLINTBEGIN(bugprone-*)
  std::shared_ptr<Held> forth;
  // NOLINTEND(bugprone-*)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace otherBetween
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-9]]:25: note: 'Holder::forth' holds 'Held' directly

namespace afterTheEnd {
struct Held;
struct Holder {
  // NOLINTBEGIN
  // NOLINTEND
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace afterTheEnd
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace beforeTheBegin {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
  // NOLINTBEGIN
  // NOLINTEND
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace beforeTheBegin
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:25: note: 'Holder::forth' holds 'Held' directly

namespace longerWord {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINTED NOLINTNEXTLINES
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace longerWord
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly
