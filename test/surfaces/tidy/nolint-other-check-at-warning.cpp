// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Comments that speak of another check, or of another line, at the field that the
// warning is for.
//
//   Held -back-> Holder -forth-> Held

#include <memory>

namespace otherCheck {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(bugprone-use-after-move)
};
} // namespace otherCheck
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherGlob {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(modernize-*,bugprone-*)
};
} // namespace otherGlob
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace nobody {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT()
};
} // namespace nobody
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherNextLine {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTNEXTLINE(bugprone-use-after-move)
  std::shared_ptr<Holder> back;
};
} // namespace otherNextLine
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-9]]:25: note: 'Holder::forth' holds 'Held' directly

namespace lineTooFar {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTNEXTLINE

  std::shared_ptr<Holder> back;
};
} // namespace lineTooFar
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:25: note: 'Holder::forth' holds 'Held' directly

namespace otherBetween {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN(bugprone-*)
  std::shared_ptr<Holder> back;
  // NOLINTEND(bugprone-*)
};
} // namespace otherBetween
// CHECK: :[[@LINE-4]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-5]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:25: note: 'Holder::forth' holds 'Held' directly

namespace afterTheEnd {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN
  // NOLINTEND
  std::shared_ptr<Holder> back;
};
} // namespace afterTheEnd
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:25: note: 'Holder::forth' holds 'Held' directly

namespace beforeTheBegin {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
  // NOLINTBEGIN
  // NOLINTEND
};
} // namespace beforeTheBegin
// CHECK: :[[@LINE-5]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-6]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:25: note: 'Holder::forth' holds 'Held' directly

namespace longerWord {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINTED NOLINTNEXTLINES
};
} // namespace longerWord
// CHECK: :[[@LINE-3]]:27: warning: 'Held::back' can keep its own owner alive: Held -> back -> Holder -> forth -> Held
// CHECK: :[[@LINE-4]]:27: note: 'Held::back' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:25: note: 'Holder::forth' holds 'Held' directly
