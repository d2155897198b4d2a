// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A class in three cycles, which no single field breaks.
//
//   Hub -printers-> Printer -hub-> Hub
//   Hub -scanners-> Scanner -hub-> Hub
//   Hub -plotters-> Plotter -hub-> Hub

#include <memory>
#include <vector>

struct Printer;
struct Scanner;
struct Plotter;
struct Hub {
  std::vector<std::shared_ptr<Printer>> printers;
  std::vector<std::shared_ptr<Scanner>> scanners;
  std::vector<std::shared_ptr<Plotter>> plotters;
};
struct Printer {
  std::shared_ptr<Hub> hub;
};
struct Scanner {
  std::shared_ptr<Hub> hub;
};
struct Plotter {
  std::shared_ptr<Hub> hub;
};
struct Mouse {
  std::shared_ptr<Hub> hub;
};
// CHECK: :[[@LINE-11]]:24: warning: 'Printer::hub' can keep its own owner alive: Printer -> hub -> Hub -> printers -> Printer; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-12]]:24: note: 'Printer::hub' holds 'Hub' directly
// CHECK: :[[@LINE-18]]:41: note: 'Hub::printers' holds 'Printer' as element of vector
// CHECK: :[[@LINE-11]]:24: warning: 'Scanner::hub' can keep its own owner alive: Scanner -> hub -> Hub -> scanners -> Scanner; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-12]]:24: note: 'Scanner::hub' holds 'Hub' directly
// CHECK: :[[@LINE-20]]:41: note: 'Hub::scanners' holds 'Scanner' as element of vector
// CHECK: :[[@LINE-11]]:24: warning: 'Plotter::hub' can keep its own owner alive: Plotter -> hub -> Hub -> plotters -> Plotter; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-12]]:24: note: 'Plotter::hub' holds 'Hub' directly
// CHECK: :[[@LINE-22]]:41: note: 'Hub::plotters' holds 'Plotter' as element of vector
