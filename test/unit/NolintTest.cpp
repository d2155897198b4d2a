//===- NolintTest.cpp - The lines that NOLINT comments suppress -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each expectation is what clang-tidy (16, 19 and 22 agree) does with a warning
// on that line.
//
//===----------------------------------------------------------------------===//

#include "extract/Nolint.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace ownership {
namespace {

constexpr StringLiteral Check = "ownership-shared-ptr-cycle";

/// The lines of \p Text with code on them (marked by `;`) that are suppressed.
std::vector<unsigned> suppressed(StringRef Text) {
  std::vector<LineRange> Ranges = suppressedLines(Text, Check);
  EXPECT_TRUE(is_sorted(Ranges, [](const LineRange &L, const LineRange &R) {
    return L.first < R.first;
  }));
  SmallVector<StringRef, 16> Lines;
  Text.split(Lines, '\n');
  std::vector<unsigned> Result;
  for (unsigned L = 1; L <= Lines.size(); ++L)
    if (Lines[L - 1].contains(';') && any_of(Ranges, [&](const LineRange &R) {
          return R.first <= L && L <= R.second;
        }))
      Result.push_back(L);
  return Result;
}

using Lines = std::vector<unsigned>;

TEST(SuppressedLines, NoComment) {
  EXPECT_EQ(suppressedLines("", Check), std::vector<LineRange>());
  EXPECT_EQ(suppressed("int a;\nint b;\n"), Lines());
}

TEST(SuppressedLines, BareCommentCountsForItsLine) {
  EXPECT_EQ(suppressed("int a;\nint b; // NOLINT\nint c;\n"), Lines{2});
  EXPECT_EQ(suppressedLines("int a;\nint b; // NOLINT\nint c;\n", Check),
            (std::vector<LineRange>{{2, 2}}));
  EXPECT_EQ(suppressed("int a; /* NOLINT */\nint b;\n"), Lines{1});
}

TEST(SuppressedLines, LastLineWithoutEnd) {
  EXPECT_EQ(suppressed("int a;\nint b; // NOLINT"), Lines{2});
}

TEST(SuppressedLines, SeveralOnOneLine) {
  EXPECT_EQ(suppressed("int a; // NOLINT(foo) NOLINT(ownership-*)\nint b;\n"),
            Lines{1});
}

TEST(SuppressedLines, CarriageReturns) {
  EXPECT_EQ(suppressed("int a;\r\nint b; // NOLINT\r\nint c;\r\n"), Lines{2});
}

TEST(SuppressedLines, ListMustNameTheCheck) {
  EXPECT_EQ(
      suppressed("int a; // NOLINT(ownership-shared-ptr-cycle)\n"
                 "int b; // NOLINT(modernize-use-auto)\n"
                 "int c; // NOLINT(foo, ownership-shared-ptr-cycle ,bar)\n"
                 "int d; // NOLINT(ownership-shared-ptr)\n"
                 "int e; // NOLINT(shared-ptr-cycle)\n"),
      (Lines{1, 3}));
}

TEST(SuppressedLines, EmptyListNamesNothing) {
  EXPECT_EQ(suppressed("int a; // NOLINT()\nint b; // NOLINT( )\n"), Lines());
}

TEST(SuppressedLines, ListMustFollowAtOnceAndClose) {
  EXPECT_EQ(suppressed("int a; // NOLINT (foo)\n"
                       "int b; // NOLINT(foo\n"
                       "int c; // NOLINT: see (foo)\n"),
            (Lines{1, 2, 3}));
}

TEST(SuppressedLines, Globs) {
  EXPECT_EQ(suppressed("int a; // NOLINT(*)\n"
                       "int b; // NOLINT(ownership-*)\n"
                       "int c; // NOLINT(*-cycle)\n"
                       "int d; // NOLINT(o*-*-p*e)\n"
                       "int e; // NOLINT(*ptr)\n"
                       "int f; // NOLINT(modernize-*)\n"),
            (Lines{1, 2, 3, 4}));
}

// A NOLINT only ever adds to what is suppressed.
TEST(SuppressedLines, NegativeGlobsTakeNothingBack) {
  EXPECT_EQ(suppressed("int a; // NOLINT(*,-ownership-*)\n"
                       "int b; // NOLINT(-ownership-*,ownership-shared*)\n"
                       "int c; // NOLINT(*,-modernize-*)\n"
                       "int d; // NOLINT(*, -ownership-*)\n"),
            (Lines{1, 2, 3, 4}));
}

TEST(SuppressedLines, NegativeGlobsNameNothing) {
  EXPECT_EQ(suppressed("int a; // NOLINT(-modernize-*)\n"
                       "int b; // NOLINT(-ownership-*)\n"),
            Lines());
}

TEST(SuppressedLines, NextLine) {
  EXPECT_EQ(suppressed("int a; // NOLINTNEXTLINE\n"
                       "int b;\n"
                       "int c;\n"
                       "// NOLINTNEXTLINE(ownership-*)\n"
                       "int d;\n"
                       "// NOLINTNEXTLINE(modernize-*)\n"
                       "int e;\n"),
            (Lines{2, 5}));
}

TEST(SuppressedLines, NextLineReachesOneLineOnly) {
  EXPECT_EQ(suppressed("// NOLINTNEXTLINE\n\nint a;\n"), Lines());
}

TEST(SuppressedLines, Block) {
  EXPECT_EQ(suppressed("int a;\n"
                       "// NOLINTBEGIN\n"
                       "int b;\n"
                       "int c;\n"
                       "// NOLINTEND\n"
                       "int d;\n"),
            (Lines{3, 4}));
}

TEST(SuppressedLines, BlockWithList) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN(ownership-*)\n"
                       "int a;\n"
                       "// NOLINTEND(ownership-*)\n"
                       "// NOLINTBEGIN(modernize-*)\n"
                       "int b;\n"
                       "// NOLINTEND(modernize-*)\n"
                       "// NOLINTBEGIN( ownership-* )\n"
                       "int c;\n"
                       "// NOLINTEND(ownership-*)\n"),
            (Lines{2, 8}));
}

TEST(SuppressedLines, BlockEndsOnItsLastLine) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN\n"
                       "int a; // NOLINTEND\n"
                       "int b;\n"),
            Lines{2});
}

// What stands before the comment on its line comes before the block.
TEST(SuppressedLines, BlockBeginsAfterItsComment) {
  EXPECT_EQ(suppressed("int a; // NOLINTBEGIN\n"
                       "int b;\n"
                       "// NOLINTEND\n"),
            Lines{2});
}

TEST(SuppressedLines, UnmatchedBeginAndEndSuppressNothing) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN\nint a;\n"), Lines());
  EXPECT_EQ(suppressed("int a;\n// NOLINTEND\nint b;\n"), Lines());
}

TEST(SuppressedLines, EndNeedsTheListOfItsBegin) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN(ownership-*)\n"
                       "int a;\n"
                       "// NOLINTEND\n"),
            Lines());
  EXPECT_EQ(suppressed("// NOLINTBEGIN(ownership-*)\n"
                       "int a;\n"
                       "// NOLINTEND(ownership-shared-ptr-cycle)\n"),
            Lines());
}

// To clang-tidy no list and a list of everything are two lists.
TEST(SuppressedLines, NoListIsNotTheListOfAll) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN\n"
                       "int a;\n"
                       "// NOLINTEND(*)\n"),
            Lines());
}

TEST(SuppressedLines, BlocksNest) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN(modernize-*)\n"
                       "int a;\n"
                       "// NOLINTBEGIN(ownership-*)\n"
                       "int b;\n"
                       "// NOLINTEND(ownership-*)\n"
                       "int c;\n"
                       "// NOLINTEND(modernize-*)\n"),
            Lines{4});
  // The outer one spans the inner, which has lines of its own.
  EXPECT_EQ(suppressed("// NOLINTBEGIN\n"
                       "int a;\n"
                       "// NOLINTBEGIN(ownership-*)\n"
                       "int b;\n"
                       "// NOLINTEND(ownership-*)\n"
                       "int c;\n"
                       "// NOLINTEND\n"
                       "int d;\n"),
            (Lines{2, 4, 6}));
}

TEST(SuppressedLines, AnEndInsideAnotherBlockMatchesNothing) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN(ownership-*)\n"
                       "int a;\n"
                       "// NOLINTBEGIN(modernize-*)\n"
                       "// NOLINTEND(ownership-*)\n"
                       "int b;\n"),
            Lines());
}

TEST(SuppressedLines, MoreLettersMakeAnotherWord) {
  EXPECT_EQ(suppressed("int a; // NOLINTS\n"
                       "int b; // NOLINTLINE(ownership-*)\n"
                       "int c; // NOLINTed\n"
                       "int d; // NOLINTNEXTLINEs\n"
                       "int e;\n"),
            Lines());
}

TEST(SuppressedLines, AnythingButALetterMayFollow) {
  EXPECT_EQ(suppressed("int a; // NOLINT_x\n"
                       "int b; // NOLINT2\n"
                       "int c; // NOLINT-x\n"
                       "int d; // NOLINT.\n"),
            (Lines{1, 2, 3, 4}));
}

TEST(SuppressedLines, WhatStandsBeforeTheWordDoesNotMatter) {
  EXPECT_EQ(suppressed("int a; //NOLINT\n"
                       "int b; // see NOLINT\n"
                       "int c; // xNOLINT\n"),
            (Lines{1, 2, 3}));
}

TEST(SuppressedLines, CaseMatters) {
  EXPECT_EQ(suppressed("int a; // nolint\n"), Lines());
}

} // namespace
} // namespace ownership
