//===- KeptForOthers.h - Fields that keep what others refer to --*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_KEPTFOROTHERS_H
#define OWNERSHIP_REWRITE_KEPTFOROTHERS_H

#include "extract/OwnershipTypes.h"
#include "rewrite/Refusal.h"
#include "rewrite/Uses.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>

namespace ownership {

/// Why \p Field, of which \p Uses are all uses, may be there to keep alive what
/// another member of its class refers to; nothing if it is not seen to be.
std::optional<Refusal> keptForOthers(const clang::FieldDecl &Field,
                                     llvm::ArrayRef<const Use *> Uses,
                                     OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_KEPTFOROTHERS_H
