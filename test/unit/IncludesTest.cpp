//===- IncludesTest.cpp - Headers that a rewrite needs --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Includes.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// A file that is only looked at: its headers need not exist.
class File {
public:
  explicit File(StringRef Text)
      : Text(Text), Unit(tooling::buildASTFromCode("")),
        ID(Unit->getSourceManager().createFileID(
            MemoryBuffer::getMemBufferCopy(Text))) {}

  std::optional<Edit> add(StringRef Header) {
    return addInclude(ID, Header, Unit->getASTContext());
  }

  std::string apply(const Edit &E) {
    if (E.Range.isInvalid())
      return "there already";
    const SourceManager &SM = Unit->getSourceManager();
    unsigned Begin = SM.getFileOffset(E.Range.getBegin());
    unsigned End = SM.getFileOffset(E.Range.getEnd());
    EXPECT_LT(Begin, End);
    return (StringRef(Text).take_front(Begin) + E.Text +
            StringRef(Text).drop_front(End))
        .str();
  }

private:
  std::string Text;
  std::unique_ptr<ASTUnit> Unit;
  FileID ID;
};

/// \p Text with <utility> included.
std::string withUtility(StringRef Text) {
  File F(Text);
  std::optional<Edit> E = F.add("utility");
  return E ? F.apply(*E) : "refused";
}

TEST(AddInclude, AfterTheOneBefore) {
  EXPECT_EQ(
      withUtility("#include <memory>\n#include <vector>\nint x;\n"),
      "#include <memory>\n#include <utility>\n#include <vector>\nint x;\n");
  EXPECT_EQ(withUtility("#include <vector>\n#include <memory>\n"),
            "#include <vector>\n#include <memory>\n#include <utility>\n");
}

TEST(AddInclude, AmongStandardHeaders) {
  EXPECT_EQ(
      withUtility("#include \"a.h\"\n#include <memory>\n#include <zip.h>\n"),
      "#include \"a.h\"\n#include <memory>\n#include <utility>\n"
      "#include <zip.h>\n");
  EXPECT_EQ(withUtility("#include \"a.h\"\n"),
            "#include \"a.h\"\n#include <utility>\n");
}

TEST(AddInclude, ThereAlready) {
  EXPECT_EQ(withUtility("#include <utility>\n"), "there already");
  EXPECT_EQ(
      withUtility("#pragma once\n#include <memory>\n# include <utility>\n"),
      "there already");
}

TEST(AddInclude, NothingToExtend) {
  EXPECT_EQ(withUtility(""), "refused");
  EXPECT_EQ(withUtility("int x;\n"), "refused");
  EXPECT_EQ(withUtility("// #include <memory>\nint x;\n"), "refused");
  EXPECT_EQ(withUtility("#define HEADER <memory>\n#include HEADER\n"),
            "refused");
}

TEST(AddInclude, OnlyAtTheTop) {
  EXPECT_EQ(withUtility("namespace n {\n#include \"part.inc\"\n}\n"),
            "refused");
  EXPECT_EQ(withUtility("int x;\n#include <utility>\n"), "refused");
  EXPECT_EQ(withUtility("#include <memory>\nint x;\n#include <utility>\n"),
            "#include <memory>\n#include <utility>\nint x;\n"
            "#include <utility>\n");
}

TEST(AddInclude, ConditionalsMayHide) {
  EXPECT_EQ(withUtility("#ifdef FAST\n#include <utility>\n#endif\n"),
            "refused");
  EXPECT_EQ(withUtility("#if 1\n#include <utility>\n#else\n#include <memory>\n"
                        "#endif\n#include <map>\n"),
            "#if 1\n#include <utility>\n#else\n#include <memory>\n#endif\n"
            "#include <map>\n#include <utility>\n");
  EXPECT_EQ(withUtility("#ifdef __cplusplus\nextern \"C\" {\n#endif\n"
                        "#include <memory>\n"),
            "refused");
}

TEST(AddInclude, GuardHidesNothing) {
  EXPECT_EQ(withUtility("// A header.\n#ifndef A_H\n#define A_H\n"
                        "#include <memory>\nint x;\n#if 0\n#else\n#endif\n"
                        "#endif // A_H\n"),
            "// A header.\n#ifndef A_H\n#define A_H\n"
            "#include <memory>\n#include <utility>\nint x;\n#if 0\n#else\n"
            "#endif\n#endif // A_H\n");
  EXPECT_EQ(withUtility("#pragma once\n#if !defined(A_H)\n#define A_H\n"
                        "#include <memory>\n#endif\n"),
            "#pragma once\n#if !defined(A_H)\n#define A_H\n#include <memory>\n"
            "#include <utility>\n#endif\n");
}

TEST(AddInclude, WhatLooksLikeAGuard) {
  EXPECT_EQ(
      withUtility("#ifndef SIZE\n#define SIZE 1\n#include <memory>\n#endif\n"
                  "int x;\n"),
      "refused");
  EXPECT_EQ(
      withUtility("#ifndef SIZE\n#define SIZE 1\n#include <memory>\n#endif\n"
                  "#include <map>\n"),
      "#ifndef SIZE\n#define SIZE 1\n#include <memory>\n#endif\n"
      "#include <map>\n#include <utility>\n");
  EXPECT_EQ(withUtility("#ifndef A\n#define A\n#include <memory>\n#else\n"
                        "int x;\n#endif\n"),
            "refused");
  EXPECT_EQ(withUtility("#ifndef A\n#define B\n#include <memory>\n#endif\n"),
            "refused");
  EXPECT_EQ(withUtility("#ifdef A\n#define A\n#include <memory>\n#endif\n"),
            "refused");
  EXPECT_EQ(withUtility("#include <map>\n#ifndef A\n#define A\n"
                        "#include <memory>\n#endif\n"),
            "#include <map>\n#include <utility>\n#ifndef A\n#define A\n"
            "#include <memory>\n#endif\n");
}

TEST(AddInclude, RestOfLineStays) {
  EXPECT_EQ(withUtility("#include <memory> // shared_ptr\n"),
            "#include <memory> // shared_ptr\n#include <utility>\n");
  EXPECT_EQ(withUtility("#include <memory> /* shared\n_ptr */\n"), "refused");
  EXPECT_EQ(withUtility("#include <memory> // shared \\\n_ptr\n"), "refused");
}

TEST(AddInclude, LooksLikeItsNeighbour) {
  EXPECT_EQ(withUtility("#include <memory>\r\nint x;\r\n"),
            "#include <memory>\r\n#include <utility>\r\nint x;\r\n");
  EXPECT_EQ(withUtility("#ifndef A\n#define A\n#  include <memory>\n#endif\n"),
            "#ifndef A\n#define A\n#  include <memory>\n#  include <utility>\n"
            "#endif\n");
  EXPECT_EQ(withUtility("#include <memory>"),
            "#include <memory>\n#include <utility>");
}

TEST(AddInclude, ModuleUnit) {
  EXPECT_EQ(withUtility("module;\n#include <memory>\nexport module m;\n"),
            "module;\n#include <memory>\n#include <utility>\n"
            "export module m;\n");
}

TEST(MergeIncludes, OfOneAnchor) {
  for (StringRef NewLine : {"\n", "\r\n"}) {
    std::string Text = ("#include <any>" + NewLine + "int x;" + NewLine).str();
    File F(Text);
    std::string Both =
        ("#include <any>" + NewLine + "#include <map>" + NewLine +
         "#include <utility>" + NewLine + "int x;" + NewLine)
            .str();
    std::optional<Edit> Merged =
        mergeIncludes(*F.add("utility"), *F.add("map"));
    ASSERT_TRUE(Merged.has_value());
    EXPECT_EQ(F.apply(*Merged), Both);
    Merged = mergeIncludes(*Merged, *F.add("utility"));
    ASSERT_TRUE(Merged.has_value());
    EXPECT_EQ(F.apply(*Merged), Both);
    Edit Foreign = *F.add("map");
    Foreign.Text = "<any> + 1";
    EXPECT_FALSE(mergeIncludes(Foreign, *F.add("map")).has_value());
  }
}

} // namespace
} // namespace ownership
