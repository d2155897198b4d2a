//===- Cycles.h - From a summary to findings --------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   Summary --> what the stores do (ObjectFlow.h) --> judged cycles
//   (Verdicts.h)
//           --> graph of hops --> components that hold a shared hop
//           --> the fields to break (BreakFields.h)
//           --> one finding per field, with its clearest witness
//
// Nothing here knows an AST or a source text: the same function serves one
// translation unit in an editor and the linked summary of a whole program.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_CYCLES_H
#define OWNERSHIP_ANALYZE_CYCLES_H

#include "analyze/KeepAlive.h"
#include "analyze/Verdicts.h"
#include "model/Summary.h"
#include "llvm/Support/Regex.h"
#include <optional>
#include <vector>

namespace ownership {

/// One field to weaken, and why.
struct Finding {
  Verdict Level = Verdict::Possible;
  /// Where the finding is reported: the field to weaken, which is the first
  /// hop of every cycle.
  FieldRef Field;
  /// False if nothing in the cycle can be made weak. Then `Field` is a
  /// field of the cycle that the user's own code declares, if there is one.
  bool CanBeWeak = true;
  /// Stores that say why another field of the cycle was not chosen.
  std::vector<Loss> MustOwn;
  /// Who else keeps what the field holds, if the fields of all findings were
  /// weak.
  OtherOwners Others;
  /// Whether to make the field weak. Not for a class that holds its own kind
  /// through one field alone: there the field is the only owner of the rest of
  /// the list or tree.
  bool advisesWeak() const {
    return CanBeWeak && Others.Losses.empty() && Level > Verdict::Possible;
  }
  /// A shortest cycle through the field. Several if the field belongs to a
  /// class template: one for each instantiation, in the order of their names.
  std::vector<Witness> Cycles;
  /// Why the first cycle was judged so, if stores were in sight.
  std::optional<JudgedCycle> Evidence;
  /// How many instantiations close a cycle beyond those of `Cycles`.
  unsigned MoreInstantiations = 0;
  /// Size of the component that the cycle lies in.
  unsigned ComponentRecords = 0;
  unsigned ComponentFields = 0;
  /// The component closes more cycles than are reported. Set on the last
  /// finding of such a component.
  bool MoreInComponent = false;
};

struct AnalyzeOptions {
  Verdict Minimum = Verdict::Likely;
  /// Qualified names of records whose fields own nothing, as far as the user
  /// is concerned; and of such fields ("ns::Class::field").
  std::optional<llvm::Regex> IgnoredRecords;
  std::optional<llvm::Regex> IgnoredFields;
};

/// At most this many findings come from one component: who has fixed these
/// will look again. It keeps generated code with thousands of mutual classes
/// readable, and the analysis linear.
constexpr unsigned MaxFindingsPerComponent = 8;

/// At most this many findings rest on stores.
constexpr unsigned MaxFindings = 64;

/// So many instantiations of one field in one component get a witness.
constexpr unsigned MaxWitnessesPerField = 16;

/// All findings of a summary, ordered by the place of their field. Two fields
/// at the same place of the same class (instantiations of one pattern) give
/// one finding. Adds to \p S the hops that only stores show, which findings
/// refer to.
/// Puts the cycles that were judged but are not reported, for whatever reason,
/// into \p Silent.
std::vector<Finding> findCycles(Summary &S, const AnalyzeOptions &Options,
                                std::vector<JudgedCycle> *Silent = nullptr);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_CYCLES_H
