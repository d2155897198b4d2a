//===- UnreadReleases.h - What bodies out of sight let go -------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_UNREADRELEASES_H
#define OWNERSHIP_EXTRACT_UNREADRELEASES_H

namespace clang {
class FieldDecl;
} // namespace clang

namespace ownership {

/// A method in the class of \p Field, whose body a preamble has left out
/// (InSight.h), looks as if it emptied the field: `f.reset()`, `f = nullptr`,
/// `std::move(f)`. Only the text is asked, for more is not there; a true answer
/// means that a teardown may exist, and a finding would be a guess.
bool mayBeReleasedUnread(const clang::FieldDecl &Field);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_UNREADRELEASES_H
