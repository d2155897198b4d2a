// RUN: %check_tidy %s -- %mock | count 0

// A comment at the field that the warning is for.
//
//   Held -back-> Holder -forth-> Held

#include <memory>

namespace bare {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT
};
} // namespace bare

namespace named {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(ownership-shared-ptr-cycle)
};
} // namespace named

namespace globbed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(ownership-*)
};
} // namespace globbed

namespace listed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(bugprone-*, ownership-shared-ptr-cycle)
};
} // namespace listed

namespace afterProse {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // accepted: NOLINT(ownership-shared-ptr-cycle)
};
} // namespace afterProse

namespace inBlockComment {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; /* NOLINT(ownership-shared-ptr-cycle) */
};
} // namespace inBlockComment

namespace nextLine {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTNEXTLINE
  std::shared_ptr<Holder> back;
};
} // namespace nextLine

namespace nextLineNamed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTNEXTLINE(ownership-shared-ptr-cycle)
  std::shared_ptr<Holder> back;
};
} // namespace nextLineNamed

namespace nextLineGlobbed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTNEXTLINE(*-cycle)
  std::shared_ptr<Holder> back;
};
} // namespace nextLineGlobbed

namespace between {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN
  std::shared_ptr<Holder> back;
  // NOLINTEND
};
} // namespace between

namespace betweenNamed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN(ownership-shared-ptr-cycle)
  std::shared_ptr<Holder> back;
  // NOLINTEND(ownership-shared-ptr-cycle)
};
} // namespace betweenNamed

namespace betweenGlobbed {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN(ownership*)
  std::shared_ptr<Holder> back;
  // NOLINTEND(ownership*)
};
} // namespace betweenGlobbed

namespace betweenNested {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  // NOLINTBEGIN(ownership-shared-ptr-cycle)
  // NOLINTBEGIN(bugprone-*)
  std::shared_ptr<Holder> back;
  // NOLINTEND(bugprone-*)
  // NOLINTEND(ownership-shared-ptr-cycle)
};
} // namespace betweenNested

// clang-tidy does not let a list take anything back.
namespace excepted {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // NOLINT(*,-ownership-*)
};
} // namespace excepted

// Nor does it ask for a word of its own.
namespace anotherWord {
struct Held;
struct Holder {
  std::shared_ptr<Held> forth;
};
struct Held {
  std::shared_ptr<Holder> back; // notaNOLINT
};
} // namespace anotherWord
