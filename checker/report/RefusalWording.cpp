//===- RefusalWording.cpp - Why there is no fix, in words -----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The note stands at the code that is in the way, so "here" and "this" are what
// the reader looks at. "It" is the field or capture that the note names.
//
//===----------------------------------------------------------------------===//

#include "report/RefusalWording.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace ownership {
namespace {

/// What \p R is about, as a subject and as whose.
struct Pronoun {
  StringRef It, Its;
};
Pronoun pronounOf(const Refusal &R) {
  switch (R.Subject) {
  case Refusal::Field:
    return {"it", "its"};
  case Refusal::Element:
    return {"an element of it", "an element's"};
  case Refusal::Iterator:
    return {"an iterator into it", "an iterator's"};
  }
  llvm_unreachable("unknown subject");
}

/// \p Use needs the object for longer than the expression that reads it.
std::string lasting(StringRef Use) {
  return formatv("{0}, and a weak pointer does not keep the object alive for "
                 "that long",
                 Use);
}

std::string reason(const Refusal &R) {
  const auto [It, Its] = pronounOf(R);
  const std::string &Name = R.Name;
  StringRef With = R.IsWithOthers ? "together with the other fixes" : "with it";
  switch (R.Reason) {
  case Refusal::FileDoesNotCompile:
    return "the file does not compile";
  case Refusal::ProgramTooLarge:
    return "the file is too large to find out who else keeps the object alive";
  case Refusal::OtherFieldMayBeWeak:
    return formatv("other files may show that '{0}' is the one to make weak",
                   Name);
  case Refusal::OtherKeepsAlive:
    return formatv("'{0}' would still keep these objects alive, and it has no "
                   "fix",
                   Name);
  case Refusal::ConvertedTogether:
    return formatv("what fixes {0}'{1}' makes this one weak as well",
                   R.OfCapture ? "the capture " : "", Name);
  case Refusal::OverlappingEdits:
    return formatv("{0}this text would have to change in two ways",
                   R.IsWithOthers ? "together with the other fixes, " : "");
  case Refusal::WouldNotCompile:
    return formatv("{0}, this would not compile: {1}", With, Name);
  case Refusal::WouldWarn:
    return formatv("{0}, the compiler would warn here: {1}", With, Name);
  case Refusal::NotParsedAgain:
    return formatv("the file cannot be parsed a second time to test the fix: "
                   "{0}",
                   Name);

  case Refusal::NotAMember:
    return "it is not an ordinary data member";
  case Refusal::InSpecialization:
    return "it is declared in a partial specialization";
  case Refusal::DeclaredInSpecialization:
    return "this specialization of its class declares it once more";
  case Refusal::DeclaredInMacro:
    return "it is declared in a macro";
  case Refusal::DeclaredWithOthers:
    return "it is declared together with another member, and the two cannot be "
           "separated";
  case Refusal::DefaultedComparison:
    return "its class has a defaulted comparison, and weak pointers cannot be "
           "compared";
  case Refusal::NotInContainer:
    return "its pointer is inside a type that is no container of the standard "
           "library";
  case Refusal::PointerIsKey:
    return "its pointers are keys, and a weak pointer cannot be looked up";
  case Refusal::ContainerPolicy:
    return "its container has a comparator, hash or allocator for the "
           "pointers";
  case Refusal::SeveralPointerTypes:
    return "it holds pointers of several types";
  case Refusal::DependentType:
    return "its type depends on a template parameter";
  case Refusal::NoWeakCounterpart:
    return "its pointer type has no weak counterpart";
  case Refusal::WeakNotDeclared:
    return formatv("'{0}' is not declared here, or lacks a member that the fix "
                   "needs",
                   Name);
  case Refusal::TypeFromMacro:
    return "its type is written in a macro";
  case Refusal::TypeFromOtherNamespace:
    return formatv("its type is named through another namespace than that of "
                   "'{0}'",
                   Name);
  case Refusal::TypeNotSpelledOut:
    return "its container is named through an alias template";
  case Refusal::AliasOutOfReach:
    return "its type is an alias that is declared in a template or a macro";
  case Refusal::AliasInOtherFiles:
    return "its type is this alias, which other files may use as well";
  case Refusal::AliasUsedElsewhere:
    return "its type is an alias that something else uses here";
  case Refusal::PointeeNotSpellable:
    return "its type is an alias, and the class that it points to has no name "
           "that can be written here";
  case Refusal::InitializedWithObject:
    return "its default initializer gives it an object";
  case Refusal::InitializedByMacro:
    return "its default initializer is a macro";

  case Refusal::PublicInHeader:
    return "it is not private and its class is in a header, so other files may "
           "use it";
  case Refusal::MembersInOtherFiles:
    return "members and friends of its class are defined in other files, and "
           "may use it";
  case Refusal::NotInOpenFile:
    return "a fix would have to change this file too, and an editor changes "
           "the open one only; clang-tidy --fix may offer one";
  case Refusal::MadeByLibrary:
    return "its class is an aggregate, of which the standard library may "
           "initialize objects";
  case Refusal::UnusualPointer:
    return "the pointer that is made here may own another object than it "
           "points to, or none, and then a weak pointer has nothing to lock";
  case Refusal::ConstCast:
    return "with this cast a function may change a pointer that it takes as "
           "const";
  case Refusal::InactiveCode:
    return "its name stands here, in text that is not compiled now";
  case Refusal::BodyNotRead:
    return "its name stands here, in a header that an editor reads without the "
           "bodies of functions; clang-tidy --fix may offer one";
  case Refusal::DependentUse:
    return "whether this is a use of it depends on the template's arguments";
  case Refusal::TemplateNotInstantiated:
    return "it is used in a template that this file does not instantiate";
  case Refusal::InstancesDiffer:
    return "the instances of this template would need different fixes";
  case Refusal::InMacro:
    return "this is in a macro";

  case Refusal::OutlivesSuspension:
    return lasting("what is read here outlives a suspension of the coroutine");
  case Refusal::KeptInVariable:
    return lasting("what is read here is kept in a variable");
  case Refusal::KeptInMember:
    return lasting("what is read here is stored in a member");
  case Refusal::KeptSomewhere:
    return lasting("what is read here is kept");
  case Refusal::Captured:
    return lasting("a lambda captures what is read here");
  case Refusal::Thrown:
    return lasting("what is read here is thrown");
  case Refusal::GivenToPointerOfNothing:
    return lasting(
        "what is read here is given to a pointer that does not own it");
  case Refusal::Assigned:
    return lasting(
        "what is read here is assigned to something that does not own it");
  case Refusal::MayBeKept:
    return lasting(
        "what is read here may be kept by the function that takes it");
  case Refusal::Returned:
    return lasting("what is read here is returned");
  case Refusal::LoopedOver:
    return lasting("this loop runs over what is read here");
  case Refusal::MayBeReturnedByLambda:
    return lasting("what the lambda returns may refer to the object");
  case Refusal::KeptForMember:
    return formatv("it keeps the object alive to which '{0}' may refer", Name);
  case Refusal::OnlyKept:
    return formatv("it is never read, so it may be there to keep alive what "
                   "'{0}' refers to",
                   Name);
  case Refusal::ReachedFromDestructor:
    return "a destructor may run this, and a weak pointer to an object that is "
           "being destroyed is empty";
  case Refusal::ObjectNeeded:
    return "its object may be gone, and the code here cannot do without it";

  case Refusal::AddressTaken:
    return formatv("{0} address is taken", Its);
  case Refusal::MemberPointerFormed:
    return "a pointer to this member is formed here";
  case Refusal::TypeNamed:
    return formatv("this code depends on {0} type", Its);
  case Refusal::BoundByStructure:
    return "a structured binding names it";
  case Refusal::InitializedInParentheses:
    return "the object that holds it is initialized in parentheses here";
  case Refusal::InitializedWithoutBraces:
    return "the object that holds it is initialized without braces of its own";
  case Refusal::InitializedByFunction:
    return formatv("'{0}' initializes it from these arguments", Name);
  case Refusal::OffsetAsked:
    return "its offset is asked for here";
  case Refusal::Indexed:
    return formatv("{0} is indexed like an array", It);
  case Refusal::Discarded:
    return formatv("{0} is named here without being used", It);
  case Refusal::OperatorApplied:
    return formatv("'operator{0}' is applied to {1}", Name, It);
  case Refusal::MemberCalled:
    return formatv("'{0}' is called on {1}, which is not known to work with "
                   "weak pointers",
                   Name, It);
  case Refusal::ChosenByCondition:
    return formatv("{0} is chosen by '?:' here, and not only read", It);
  case Refusal::UnknownUse:
    return formatv("{0} is used in a way that no fix is known for", It);
  case Refusal::Ordered:
    return formatv("{0} is compared by 'operator{1}', and the order would "
                   "change when the object is destroyed",
                   It, Name);
  case Refusal::OwnOperator:
    return formatv("{0} is compared by an 'operator{1}' of your own", It, Name);
  case Refusal::OwnersCounted:
    return formatv("'{0}' counts the owners, and a weak pointer is none", Name);
  case Refusal::DeleterAsked:
    return formatv("{0} deleter is asked for, and a weak pointer has none",
                   Its);
  case Refusal::BoundToReference:
    return formatv("a reference is bound to {0}", It);
  case Refusal::ReferenceReturned:
    return formatv("a reference to {0} is returned", It);
  case Refusal::ChangedThroughReference:
    return formatv("{0} may be changed through the reference '{1}'", It, Name);
  case Refusal::ReferenceMayBeKept:
    return formatv("'{0}', which refers to {1}, may be kept", Name, It);
  case Refusal::ChangedBesideReference:
    return formatv("{0} may be changed while the reference '{1}' is used", It,
                   Name);
  case Refusal::CapturedAgain:
    return formatv("this lambda captures a strong copy of {0}, which may close "
                   "the cycle again",
                   It);

  case Refusal::FunctionUnknown:
    return formatv("{0} is passed to a function that is not known here", It);
  case Refusal::FunctionOutOfSight:
    return formatv("{0} is passed by reference to '{1}', whose body is not in "
                   "sight",
                   It, Name);
  case Refusal::VariadicFunction:
    return formatv("{0} is passed to '{1}' through an ellipsis", It, Name);
  case Refusal::FunctionObject:
    return formatv("{0} is passed to a function object, which may keep a "
                   "reference to it or use it as a key",
                   It);
  case Refusal::PassedByReference:
    return formatv("{0} is passed by reference to '{1}', and a weak pointer "
                   "has no shared one to refer to",
                   It, Name);
  case Refusal::ReferenceArgumentKept:
    return formatv("{0} is passed by reference to '{1}', which may keep the "
                   "reference",
                   It, Name);
  case Refusal::ReferenceKeptByConstructor:
    return formatv("{0} is passed through '{1}' to a constructor that may keep "
                   "a reference to it",
                   It, Name);
  case Refusal::OverloadForTemporaries:
    return formatv("{0} is passed to '{1}', which has another overload for "
                   "temporaries",
                   It, Name);
  case Refusal::ResultMayRefer:
    return formatv("what '{1}' returns may refer to {0} for too long", It,
                   Name);

  case Refusal::SoleOwner:
    return formatv("{0} is given an object here that nothing else owns", It);
  case Refusal::MadeOfWeak:
    return "this throws if the object is gone, which a copy of the weak "
           "pointer would not";
  case Refusal::MovedFromElsewhere:
    return formatv("what is moved into {0} here would only be copied, and "
                   "would still own the object",
                   It);
  case Refusal::UsedAfterMove:
    return formatv("'{1}' is used again after it was moved into {0}", It, Name);
  case Refusal::InitializedBySeveral:
    return "it is initialized with several arguments, of which no weak pointer "
           "can be made";
  case Refusal::AssignmentIsValue:
    return formatv("the value of this assignment to {0} is used", It);
  case Refusal::InParentheses:
    return formatv("{0} is assigned in parentheses", It);
  case Refusal::TiedToUnseen:
    return formatv("'std::tie' assigns {0} a value that is not written here",
                   It);
  case Refusal::ElementOfSeveral:
    return formatv("'{0}' makes an element of several arguments here", Name);
  case Refusal::WeakNotSpellable:
    return "the type of the weak pointer cannot be written here";

  case Refusal::MovedWithinExpression:
    return formatv("{0} is moved out in the middle of an expression, which "
                   "takes 'std::exchange' of C++14",
                   It);
  case Refusal::MovedForNothing:
    return formatv("'std::move' is applied to {0}, and whether that empties it "
                   "is not known",
                   It);
  case Refusal::SwappedWithShared:
    return formatv("{0} is swapped with a shared pointer", It);

  case Refusal::ReturnedMutable:
    return formatv("a reference to {0} is returned, through which it may be "
                   "changed",
                   It);
  case Refusal::GetterCannotChange:
    return formatv("a reference to {0} is returned, and '{1}' cannot be "
                   "changed to return a copy",
                   It, Name);
  case Refusal::GetterCalledElsewhere:
    return formatv("a reference to {0} is returned, and other files may call "
                   "'{1}'",
                   It, Name);
  case Refusal::GetterUsedByTemplate:
    return formatv("a template uses the reference that '{0}' returns", Name);
  case Refusal::ResultCannotChange:
    return formatv("'{1}' returns {0}, and its result type cannot be changed",
                   It, Name);

  case Refusal::MustKeepType:
    return "this is used together with it, but would keep the old type";
  case Refusal::ContainerCopied:
    return "it is copied as a whole, and the copy would not keep its elements "
           "alive";
  case Refusal::ElementsCopied:
    return "its elements are copied, and the copies would not keep their "
           "objects alive";
  case Refusal::PassedToConstructor:
    return formatv("{0} is passed to the constructor of '{1}'", It, Name);
  case Refusal::PassedToFunction:
    return formatv("{0} is passed to '{1}', whose parameter cannot be changed",
                   It, Name);
  case Refusal::PassedThroughTemplate:
    return formatv("it is passed through the template '{0}', which cannot be "
                   "changed",
                   Name);
  case Refusal::CallersOutOfSight:
    return formatv("it is passed on by '{0}', whose callers are not all known",
                   Name);
  case Refusal::TypeCannotChange:
    return formatv("the type of '{0}' would have to change with it", Name);
  case Refusal::AlgorithmUnknown:
    return formatv("{0} is passed to '{1}', which is not known to work with "
                   "weak pointers",
                   It, Name);
  case Refusal::AlgorithmCallsFunction:
    return formatv("'{0}' calls something that is no lambda written here",
                   Name);
  case Refusal::AlgorithmOfPointers:
    return formatv("'{0}' works on the pointers themselves here", Name);
  case Refusal::SearchedByExpression:
    return "what is searched for here is no plain variable or member that each "
           "element could be compared with";
  case Refusal::VariableOfWrittenType:
    return formatv("the type of '{0}' is written out and would have to change "
                   "with it",
                   Name);
  case Refusal::VariableMayOutlive:
    return formatv("{0} is kept in '{1}', which may outlive the function", It,
                   Name);

  case Refusal::LoopInCoroutine:
    return "this loop is in a coroutine, which may keep an element for as long "
           "as it is suspended";
  case Refusal::LoopChangesElements:
    return "this loop changes elements that it runs over";
  case Refusal::NoPlaceForLocal:
    return "there is no place here to declare a variable that keeps the "
           "element";
  case Refusal::LambdaOfSeveralTypes:
    return "this lambda is called with arguments of several types";
  case Refusal::LambdaTakesOther:
    return "this lambda takes something else than elements";
  case Refusal::LambdaConverts:
    return "this lambda takes a converted copy of the element";
  case Refusal::ElementChanged:
    return "the element is changed here";
  case Refusal::CapturedByLastingLambda:
    return formatv("a lambda that captures {0} by reference may outlive it",
                   It);

  case Refusal::CaptureNotPlain:
    return "it is not itself a shared pointer, but only holds one";
  case Refusal::CaptureUnsupported:
    return "a capture that is written like this cannot be made weak";
  case Refusal::WholeObjectCaptured:
    return "the whole object is copied into the lambda";
  case Refusal::CaptureTypeVaries:
    return "its type depends on a template parameter, so it may be something "
           "else in other files";
  case Refusal::InSystemHeader:
    return "it is in a system header";
  case Refusal::ClosureNotFound:
    return "the lambda or bind that it belongs to is not found";
  case Refusal::LambdaIsCoroutine:
    return "the lambda is a coroutine, which may go on after the object is "
           "gone";
  case Refusal::LambdaOnlyKeeps:
    return "the lambda does nothing but keep it";
  case Refusal::LambdaNeverUses:
    return "the lambda never names it, so what it is kept alive for is not "
           "known";
  case Refusal::LambdaDeclaresName:
    return "the lambda's body declares its name again here";
  case Refusal::LambdaSignatureUses:
    return "the lambda's signature names it";
  case Refusal::PointerCannotBeTested:
    return "its pointer type cannot be tested for null";
  case Refusal::NothingToReturnWithoutThis:
    return "the lambda works on 'this', which it keeps alive, and has no value "
           "to return without it";
  case Refusal::CaptureOfThisMayBeNull:
    return "the lambda works on 'this', which it keeps alive, but it may be "
           "null as well";
  case Refusal::CopiedByMutableLambda:
    return "a mutable lambda inside captures it again";
  case Refusal::CaptureMovedOut:
    return "the lambda moves it out";
  case Refusal::CaptureChanged:
    return "the lambda changes it";
  case Refusal::CaptureMovedFromReused:
    return "what is moved into it here is used elsewhere too";
  case Refusal::NoPlaceForVariable:
    return "before C++14 the weak pointer must be a variable, and it cannot be "
           "declared before this statement";

  case Refusal::NotPlainBind:
    return "only a 'std::bind' outside of macros can become a lambda";
  case Refusal::BindCallsOther:
    return "the bind calls something else than a plain function";
  case Refusal::BindCallsOverloaded:
    return formatv("the bind calls '{0}', which is overloaded", Name);
  case Refusal::BindLeavesArguments:
    return formatv("the bind does not give '{0}' all of its arguments", Name);
  case Refusal::BindFindsOther:
    return formatv("another member hides the '{0}' that the bind calls", Name);
  case Refusal::BindArgumentMayChange:
    return formatv("'{0}' may change what the bind keeps", Name);
  case Refusal::BindTypeNotSpellable:
    return formatv("a type in the signature of '{0}' cannot be written here",
                   Name);
  case Refusal::BindKeepsArgument:
    return "the bind passes it as an argument, and only the object that it "
           "calls can be made weak";
  case Refusal::BindNotStored:
    return "the bind is not stored in a callable here, so what it is called "
           "with is not known";
  case Refusal::BindArgumentIsLater:
    return "a lambda would evaluate this argument of the bind at each call";
  case Refusal::BindKeepsTwice:
    return "the bind keeps it twice";
  case Refusal::BindPlaceholders:
    return "the bind uses a placeholder twice, or one that gets nothing";
  case Refusal::BindNameTaken:
    return "a parameter of the lambda would have the name of something else";
  }
  llvm_unreachable("unknown reason");
}

} // namespace

std::string describe(const Refusal &R) {
  if (R.Reason == Refusal::ConvertedTogether)
    return reason(R);
  std::string Getter =
      R.Getter.empty()
          ? ""
          : formatv(", to which '{0}' returns a reference", R.Getter).str();
  return formatv("no fix is offered for {0}'{1}'{2}: {3}",
                 R.OfCapture ? "the capture " : "", R.Of, Getter, reason(R));
}

} // namespace ownership
