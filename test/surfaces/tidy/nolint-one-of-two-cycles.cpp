// RUN: %check_tidy %s -- %mock | FileCheck %s --implicit-check-not=warning:

// An accepted hop takes the cycles that it is part of, and no other.
//
//   Hub -printers-> Printer -hub-> Hub         accepted
//   Hub -scanners-> Scanner -hub-> Hub

#include <memory>
#include <vector>

struct Printer;
struct Scanner;
struct Hub {
  std::vector<std::shared_ptr<Printer>> printers; // NOLINT
  std::vector<std::shared_ptr<Scanner>> scanners;
};
struct Printer {
  std::shared_ptr<Hub> hub;
};
struct Scanner {
  std::shared_ptr<Hub> hub;
};
// CHECK: :[[@LINE-2]]:24: warning: 'Scanner::hub' can keep its own owner alive: Scanner -> hub -> Hub -> scanners -> Scanner
