//===- ReportCommand.h - clang-ownership report --------------- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_TOOLS_REPORTCOMMAND_H
#define OWNERSHIP_TOOLS_REPORTCOMMAND_H

#include "llvm/ADT/ArrayRef.h"

namespace ownership {

/// \p Arguments are those after "report". Returns the exit status: 0 if nothing
/// was found that the baseline does not accept, 1 if something was, 2 if the
/// arguments or what they name cannot be used.
int runReport(llvm::ArrayRef<const char *> Arguments);

} // namespace ownership

#endif // OWNERSHIP_TOOLS_REPORTCOMMAND_H
