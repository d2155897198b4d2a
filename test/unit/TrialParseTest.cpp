//===- TrialParseTest.cpp - Does the converted program still compile ------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No known program gets a conversion that does not compile, so the edits here
// are made up.
//
//===----------------------------------------------------------------------===//

#include "rewrite/TrialParse.h"
#include "report/RefusalWording.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class Program {
public:
  explicit Program(StringRef Main, std::vector<std::string> Flags = {},
                   tooling::FileContentMappings Mapped = {})
      : Headers(std::move(Mapped)) {
    Flags.insert(Flags.begin(), "-std=c++17");
    Unit = tooling::buildASTFromCodeWithArgs(
        Main, Flags, "main.cpp", "test",
        std::make_shared<PCHContainerOperations>(),
        tooling::getClangStripDependencyFileAdjuster(), Headers);
    Settings = parseSettings(Unit->getPreprocessor());
  }

  /// Where \p Text first stands in \p File, the main file by default.
  SourceLocation find(StringRef Text, StringRef File = "main.cpp") {
    FileID ID = idOf(File);
    return sources().getComposedLoc(ID, sources().getBufferData(ID).find(Text));
  }

  /// Replaces the first \p Old of \p File.
  void edit(StringRef Old, StringRef New, StringRef File = "main.cpp") {
    SourceLocation Begin = find(Old, File);
    Hints.push_back(FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(Begin,
                                      Begin.getLocWithOffset(Old.size())),
        New));
  }

  /// "" if the edited program compiles, or "line:column: reason".
  std::string judge() {
    TrialParse Trial(Unit->getASTContext(), Settings);
    std::optional<Refusal> Bad = Trial.judge(Hints);
    if (!Bad)
      return "";
    PresumedLoc At = sources().getPresumedLoc(Bad->Where);
    std::string Where =
        At.isInvalid()
            ? "?"
            : (Twine(At.getLine()) + ":" + Twine(At.getColumn())).str();
    std::string Said = describe(*Bad);
    StringRef Reason = Said;
    Reason.consume_front("no fix is offered for '': ");
    Reason.consume_front("with it, ");
    return (Where + ": " + Reason).str();
  }

private:
  /// The unit reads them, and has no copy.
  tooling::FileContentMappings Headers;
  std::unique_ptr<ASTUnit> Unit;
  ParseSettings Settings;
  std::vector<FixItHint> Hints;

  SourceManager &sources() { return Unit->getSourceManager(); }
  FileID idOf(StringRef Name) {
    for (auto It = sources().fileinfo_begin(); It != sources().fileinfo_end();
         ++It) {
      FileID ID = sources().translateFile(It->first);
      if (sources()
              .getFilename(sources().getLocForStartOfFile(ID))
              .ends_with(Name))
        return ID;
    }
    return {};
  }
};

TEST(TrialParse, GoodEdit) {
  Program P("int value;\nint get() { return value; }\n");
  P.edit("value", "number");
  P.edit("return value", "return number");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, NoEdit) {
  Program P("int value;\n");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, ErrorIsShownInTheOriginalText) {
  Program P("int value;\nint other;\nint get() { return other + value; }\n");
  P.edit("value", "a_much_longer_name");
  P.edit("return other", "return (other)");
  EXPECT_EQ(P.judge(), "3:28: this would not compile: use of undeclared "
                       "identifier 'value'");
}

TEST(TrialParse, ErrorInsideAnEdit) {
  Program P("int value = 1;\n");
  P.edit("1", "1 + lost");
  EXPECT_EQ(
      P.judge(),
      "1:13: this would not compile: use of undeclared identifier 'lost'");
}

TEST(TrialParse, SyntaxError) {
  Program P("int get() { return 1; }\n");
  P.edit("}", "");
  EXPECT_EQ(P.judge(), "1:24: this would not compile: expected '}'");
}

TEST(TrialParse, ErrorInALibraryIsShownWhereItIsUsed) {
  Program P(
      "#include <library.h>\nint number;\nint get() {\n  return size(1);\n}\n",
      {"-isystem", "/lib"},
      {{"/lib/library.h",
        "template <typename T> int size(T t) { return sizeof(t->x); }\n"
        "inline int size(int) { return 1; }\n"}});
  P.edit("size(1)", "size(&number)");
  EXPECT_EQ(P.judge(), "4:10: this would not compile: member reference base "
                       "type 'int' is not a structure or union");
}

TEST(TrialParse, EditedHeader) {
  tooling::FileContentMappings Headers = {
      {"/inc/one.h", "#pragma once\nint value;\n"},
      {"/inc/two.h", "#include \"../inc/./one.h\"\n"}};
  Program P(
      "#include \"one.h\"\n#include \"two.h\"\nint get() { return value; }\n",
      {"-I/inc"}, Headers);
  P.edit("value", "number", "one.h");
  EXPECT_EQ(
      P.judge(),
      "3:20: this would not compile: use of undeclared identifier 'value'");
  P.edit("value", "number");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, MacrosAndLanguageAreThoseOfTheProgram) {
  Program P(
      "#if NUMBER != 3 || __cplusplus < 202002L\n#error other\n#endif\n"
      "int value;\nint get() { return value; }\n",
      {"-DNUMBER=3", "-std=c++20", "-include", "/forced.h"},
      {{"/forced.h", "#ifdef FORCED\n#error again\n#endif\n#define FORCED\n"}});
  P.edit("value", "number");
  P.edit("return value", "return number");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, NewWarning) {
  Program P("int get(int x) {\n  int y = x;\n  return y;\n}\n");
  P.edit("return y", "return x");
  EXPECT_EQ(P.judge(),
            "2:7: the compiler would warn here: unused variable 'y'");
}

TEST(TrialParse, OldWarning) {
  Program P("int get(int x) {\n  int y = x;\n  int z;\n  return x;\n}\n");
  P.edit("x)", "n)");
  P.edit("= x", "= n");
  P.edit("return x", "return n");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, OneMoreWarningOfAKind) {
  Program P("int get(int x) {\n  int y = x;\n  int z = x;\n  return z;\n}\n");
  P.edit("return z", "return x");
  EXPECT_EQ(P.judge(),
            "3:7: the compiler would warn here: unused variable 'z'");
}

TEST(TrialParse, WarningThatTheUserDisables) {
  Program P("int get(int x) {\n  int y = x;\n  return y;\n}\n",
            {"-Wno-unused-variable"});
  P.edit("return y", "return x");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, WarningsAsErrors) {
  // Two warnings of the original: only an error of the edit may count.
  Program P("int get(int x) {\n  int y = x, z = x;\n  return x;\n}\n",
            {"-Werror"});
  P.edit("return x", "return x + 0");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, EqualEditsAreOne) {
  Program P("int value;\n");
  P.edit("value", "number");
  P.edit("value", "number");
  EXPECT_EQ(P.judge(), "");
}

TEST(TrialParse, OverlappingEdits) {
  Program P("int value;\n");
  P.edit("value", "number");
  P.edit("value", "amount");
  EXPECT_EQ(P.judge(), "?: this text would have to change in two ways");
}

TEST(TrialParse, ProgramThatDoesNotCompileItself) {
  Program P("int value;\n#error no\n");
  P.edit("value", "number");
  EXPECT_EQ(P.judge(),
            "2:2: the file cannot be parsed a second time to test the fix: no");
}

} // namespace
} // namespace ownership
