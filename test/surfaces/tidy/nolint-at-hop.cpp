// RUN: %check_tidy %s -- %mock | count 0

// A comment at another field of the cycle: who accepts a hop accepts the cycle.
//
//   Held -back-> Holder -forth-> Held

#include <memory>

namespace bare {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace bare

namespace named {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(ownership-shared-ptr-cycle)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace named

namespace globbed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(ownership-*)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace globbed

namespace listed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(bugprone-*, ownership-shared-ptr-cycle)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace listed

namespace afterProse {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // accepted: NOLINT(ownership-shared-ptr-cycle)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace afterProse

namespace inBlockComment {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; /* NOLINT(ownership-shared-ptr-cycle) */
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace inBlockComment

namespace nextLine {
struct Held;
struct Holder {
  // NOLINTNEXTLINE
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace nextLine

namespace nextLineNamed {
struct Held;
struct Holder {
  // NOLINTNEXTLINE(ownership-shared-ptr-cycle)
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace nextLineNamed

namespace nextLineGlobbed {
struct Held;
struct Holder {
  // NOLINTNEXTLINE(*-cycle)
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace nextLineGlobbed

namespace between {
struct Held;
struct Holder {
  // NOLINTBEGIN
  std::shared_ptr<Held> forth;
  // NOLINTEND
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace between

namespace betweenNamed {
struct Held;
struct Holder {
  // NOLINTBEGIN(ownership-shared-ptr-cycle)
  std::shared_ptr<Held> forth;
  // NOLINTEND(ownership-shared-ptr-cycle)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace betweenNamed

namespace betweenGlobbed {
struct Held;
struct Holder {
  // NOLINTBEGIN(ownership*)
  std::shared_ptr<Held> forth;
  // NOLINTEND(ownership*)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace betweenGlobbed

namespace betweenNested {
struct Held;
struct Holder {
  // NOLINTBEGIN(ownership-shared-ptr-cycle)
  // NOLINTBEGIN(bugprone-*)
  std::shared_ptr<Held> forth;
  // NOLINTEND(bugprone-*)
  // NOLINTEND(ownership-shared-ptr-cycle)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace betweenNested

// clang-tidy does not let a list take anything back.
namespace excepted {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // NOLINT(*,-ownership-*)
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace excepted

// Nor does it ask for a word of its own.
namespace anotherWord {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth; // notaNOLINT
};
struct Held {
  std::shared_ptr<Holder> back;
};
} // namespace anotherWord
