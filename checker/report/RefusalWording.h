//===- RefusalWording.h - Why there is no fix, in words ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REPORT_REFUSALWORDING_H
#define OWNERSHIP_REPORT_REFUSALWORDING_H

#include "rewrite/Refusal.h"
#include <string>

namespace ownership {

/// The note that stands at R.Where.
std::string describe(const Refusal &R);

} // namespace ownership

#endif // OWNERSHIP_REPORT_REFUSALWORDING_H
