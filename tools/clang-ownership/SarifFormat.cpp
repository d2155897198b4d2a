//===- SarifFormat.cpp - Findings as SARIF --------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's writer makes the document; what it has no words for is added to its
// JSON: paths relative to the root of the repository, the texts of related
// locations, fingerprints, and the rule's page.
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "ReportFormats.h"
#include "report/Report.h"
#include "report/RuleWording.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/Sarif.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace ownership {
namespace {

/// \p Path in the characters that a URI may hold, as clang's writer does it.
std::string asUri(StringRef Path) {
  std::string Uri;
  for (unsigned char C : Path)
    if (isAlnum(C) || StringRef("-._~:@!$&'()*+,;=/").contains(C))
      Uri += C;
    else
      raw_string_ostream(Uri) << '%' << format("%02X", C);
  return Uri;
}

class SarifReport {
public:
  SarifReport(const clang::SourceManager &Sources, StringRef Root)
      : Sources(Sources), Writer(Sources), RootUri("file://" + asUri(Root)) {
    if (!StringRef(RootUri).ends_with("/"))
      RootUri += "/";
  }

  json::Value write(ArrayRef<ReportedFinding> Findings);

private:
  const clang::SourceManager &Sources;
  clang::SarifDocumentWriter Writer;
  std::string RootUri;

  clang::CharSourceRange range(const ReportPlace &P) const;
  void append(const ReportedFinding &F, size_t Rule);
  void describeTool(json::Object &Driver) const;
  void complete(json::Object &Result, const ReportedFinding &F) const;
  void makeRelative(json::Value &V) const;
};

/// The token at \p P.
clang::CharSourceRange SarifReport::range(const ReportPlace &P) const {
  unsigned Length = clang::Lexer::MeasureTokenLength(P.Location, Sources,
                                                     clang::LangOptions());
  return clang::CharSourceRange::getCharRange(
      P.Location, P.Location.getLocWithOffset(Length));
}

void SarifReport::append(const ReportedFinding &F, size_t Rule) {
  auto Result =
      clang::SarifResult::create(Rule)
          .setRuleId(F.Check)
          .setDiagnosticMessage(json::fixUTF8(F.Text))
          .setDiagnosticLevel(F.IsError ? clang::SarifResultLevel::Error
                                        : clang::SarifResultLevel::Warning);
  Result = compat::withLocation(std::move(Result), range(F.Where));
  std::vector<clang::ThreadFlow> Steps;
  for (const ReportNote &N : F.Notes)
    if (N.Where.isValid())
      Steps.push_back(
          clang::ThreadFlow::create()
              .setRange(range(N.Where))
              .setMessage(json::fixUTF8(N.Text))
              .setImportance(clang::ThreadFlowImportance::Important));
  Result = Result.setThreadFlows(Steps);
  Writer.appendResult(Result);
}

/// Clang's writer takes the tool for a clang, and knows no page of a rule.
void SarifReport::describeTool(json::Object &Driver) const {
  Driver.erase("informationUri");
  json::Object *Rule = Driver.getArray("rules")->front().getAsObject();
  (*Rule)["shortDescription"] = json::Object{{"text", RuleTitle}};
  (*Rule)["help"] =
      json::Object{{"text", RuleDescription}, {"markdown", RulePage}};
  (*Rule)["properties"] =
      json::Object{{"tags", json::Array{"correctness", "memory-leak"}}};
}

void SarifReport::complete(json::Object &Result,
                           const ReportedFinding &F) const {
  Result["partialFingerprints"] =
      json::Object{{"ownershipCycle/v1", F.fingerprint()}};
  json::Array *Flows = Result.getArray("codeFlows");
  if (F.Notes.empty() || !Flows || Flows->empty()) {
    Result.erase("codeFlows");
    return;
  }
  json::Array Related;
  for (const json::Value &Flow :
       *Flows->front().getAsObject()->getArray("threadFlows"))
    for (const json::Value &Step : *Flow.getAsObject()->getArray("locations")) {
      json::Object Location = *Step.getAsObject()->getObject("location");
      Location["id"] = Related.size() + 1;
      Related.push_back(std::move(Location));
    }
  Result["relatedLocations"] = std::move(Related);
}

/// Paths below the root must not say where this checkout lies.
void SarifReport::makeRelative(json::Value &V) const {
  if (json::Array *Elements = V.getAsArray())
    for (json::Value &Element : *Elements)
      makeRelative(Element);
  json::Object *Members = V.getAsObject();
  if (!Members)
    return;
  for (auto &[Name, Member] : *Members)
    makeRelative(Member);
  std::string Uri = Members->getString("uri").value_or("").str();
  if (!StringRef(Uri).starts_with(RootUri))
    return;
  (*Members)["uri"] = Uri.substr(RootUri.size());
  (*Members)["uriBaseId"] = "%SRCROOT%";
}

json::Value SarifReport::write(ArrayRef<ReportedFinding> Findings) {
  Writer.createRun("clang-ownership", "clang-ownership", OWNERSHIP_VERSION);
  size_t Rule = Writer.createRule(clang::SarifRule::create()
                                      .setRuleId(CheckName)
                                      .setName(RuleName)
                                      .setDescription(RuleDescription)
                                      .setHelpURI(RuleLink));
  for (const ReportedFinding &F : Findings)
    append(F, Rule);
  json::Object Document = Writer.createDocument();
  json::Object &Run = *Document.getArray("runs")->front().getAsObject();
  describeTool(*Run.getObject("tool")->getObject("driver"));
  for (auto [Result, F] : zip(*Run.getArray("results"), Findings))
    complete(*Result.getAsObject(), F);
  json::Value Whole(std::move(Document));
  makeRelative(Whole);
  return Whole;
}

} // namespace

void writeSarif(raw_ostream &Out, ArrayRef<ReportedFinding> Findings,
                const clang::SourceManager &Sources, StringRef Root) {
  Out << formatv("{0:2}\n", SarifReport(Sources, Root).write(Findings));
}

} // namespace ownership
