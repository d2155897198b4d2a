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
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

// Sentences are joined rather than formatted: formatv() makes classes of which
// LLVM has changed the name, and a plugin that refers to one is refused by the
// dynamic linker of another version before VersionGuard can say why.

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
  return (Twine(Use) +
          ", and a weak pointer does not keep the object alive for that long")
      .str();
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
    return (Twine("other files may show that '") + Name +
            "' is the one to make weak")
        .str();
  case Refusal::OtherKeepsAlive:
    return (Twine("'") + Name +
            "' would still keep these objects alive, and it has no fix")
        .str();
  case Refusal::ConvertedTogether:
    return (Twine("what fixes ") + (R.OfCapture ? "the capture " : "") + "'" +
            Name + "' makes this one weak as well")
        .str();
  case Refusal::OverlappingEdits:
    return (Twine(R.IsWithOthers ? "together with the other fixes, " : "") +
            "this text would have to change in two ways")
        .str();
  case Refusal::WouldNotCompile:
    return (Twine(With) + ", this would not compile: " + Name).str();
  case Refusal::WouldWarn:
    return (Twine(With) + ", the compiler would warn here: " + Name).str();
  case Refusal::NotParsedAgain:
    return (Twine("the file cannot be parsed a second time to test the fix: ") +
            Name)
        .str();

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
    return (Twine("'") + Name +
            "' is not declared here, or lacks a member that the fix needs")
        .str();
  case Refusal::TypeFromMacro:
    return "its type is written in a macro";
  case Refusal::TypeFromOtherNamespace:
    return (Twine(
                "its type is named through another namespace than that of '") +
            Name + "'")
        .str();
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
    return (Twine("it keeps the object alive to which '") + Name +
            "' may refer")
        .str();
  case Refusal::OnlyKept:
    return (Twine("it is never read, so it may be there to keep alive what '") +
            Name + "' refers to")
        .str();
  case Refusal::ReachedFromDestructor:
    return "a destructor may run this, and a weak pointer to an object that is "
           "being destroyed is empty";
  case Refusal::ObjectNeeded:
    return "its object may be gone, and the code here cannot do without it";

  case Refusal::AddressTaken:
    return (Twine(Its) + " address is taken").str();
  case Refusal::MemberPointerFormed:
    return "a pointer to this member is formed here";
  case Refusal::TypeNamed:
    return (Twine("this code depends on ") + Its + " type").str();
  case Refusal::BoundByStructure:
    return "a structured binding names it";
  case Refusal::InitializedInParentheses:
    return "the object that holds it is initialized in parentheses here";
  case Refusal::InitializedWithoutBraces:
    return "the object that holds it is initialized without braces of its own";
  case Refusal::InitializedByFunction:
    return (Twine("'") + Name + "' initializes it from these arguments").str();
  case Refusal::OffsetAsked:
    return "its offset is asked for here";
  case Refusal::Indexed:
    return (Twine(It) + " is indexed like an array").str();
  case Refusal::Discarded:
    return (Twine(It) + " is named here without being used").str();
  case Refusal::OperatorApplied:
    return (Twine("'operator") + Name + "' is applied to " + It).str();
  case Refusal::MemberCalled:
    return (Twine("'") + Name + "' is called on " + It +
            ", which is not known to work with weak pointers")
        .str();
  case Refusal::ChosenByCondition:
    return (Twine(It) + " is chosen by '?:' here, and not only read").str();
  case Refusal::UnknownUse:
    return (Twine(It) + " is used in a way that no fix is known for").str();
  case Refusal::Ordered:
    return (Twine(It) + " is compared by 'operator" + Name +
            "', and the order would change when the object is destroyed")
        .str();
  case Refusal::OwnOperator:
    return (Twine(It) + " is compared by an 'operator" + Name + "' of your own")
        .str();
  case Refusal::OwnersCounted:
    return (Twine("'") + Name +
            "' counts the owners, and a weak pointer is none")
        .str();
  case Refusal::DeleterAsked:
    return (Twine(Its) + " deleter is asked for, and a weak pointer has none")
        .str();
  case Refusal::BoundToReference:
    return (Twine("a reference is bound to ") + It).str();
  case Refusal::ReferenceReturned:
    return (Twine("a reference to ") + It + " is returned").str();
  case Refusal::ChangedThroughReference:
    return (Twine(It) + " may be changed through the reference '" + Name + "'")
        .str();
  case Refusal::ReferenceMayBeKept:
    return (Twine("'") + Name + "', which refers to " + It + ", may be kept")
        .str();
  case Refusal::ChangedBesideReference:
    return (Twine(It) + " may be changed while the reference '" + Name +
            "' is used")
        .str();
  case Refusal::CapturedAgain:
    return (Twine("this lambda captures a strong copy of ") + It +
            ", which may close the cycle again")
        .str();

  case Refusal::FunctionUnknown:
    return (Twine(It) + " is passed to a function that is not known here")
        .str();
  case Refusal::FunctionOutOfSight:
    return (Twine(It) + " is passed by reference to '" + Name +
            "', whose body is not in sight")
        .str();
  case Refusal::VariadicFunction:
    return (Twine(It) + " is passed to '" + Name + "' through an ellipsis")
        .str();
  case Refusal::FunctionObject:
    return (Twine(It) + " is passed to a function object, which may keep a "
                        "reference to it or use it as a key")
        .str();
  case Refusal::PassedByReference:
    return (Twine(It) + " is passed by reference to '" + Name +
            "', and a weak pointer has no shared one to refer to")
        .str();
  case Refusal::ReferenceArgumentKept:
    return (Twine(It) + " is passed by reference to '" + Name +
            "', which may keep the reference")
        .str();
  case Refusal::ReferenceKeptByConstructor:
    return (Twine(It) + " is passed through '" + Name +
            "' to a constructor that may keep a reference to it")
        .str();
  case Refusal::OverloadForTemporaries:
    return (Twine(It) + " is passed to '" + Name +
            "', which has another overload for temporaries")
        .str();
  case Refusal::ResultMayRefer:
    return (Twine("what '") + Name + "' returns may refer to " + It +
            " for too long")
        .str();

  case Refusal::SoleOwner:
    return (Twine(It) + " is given an object here that nothing else owns")
        .str();
  case Refusal::MadeOfWeak:
    return "this throws if the object is gone, which a copy of the weak "
           "pointer would not";
  case Refusal::MovedFromElsewhere:
    return (Twine("what is moved into ") + It +
            " here would only be copied, and would still own the object")
        .str();
  case Refusal::UsedAfterMove:
    return (Twine("'") + Name + "' is used again after it was moved into " + It)
        .str();
  case Refusal::InitializedBySeveral:
    return "it is initialized with several arguments, of which no weak pointer "
           "can be made";
  case Refusal::AssignmentIsValue:
    return (Twine("the value of this assignment to ") + It + " is used").str();
  case Refusal::InParentheses:
    return (Twine(It) + " is assigned in parentheses").str();
  case Refusal::TiedToUnseen:
    return (Twine("'std::tie' assigns ") + It +
            " a value that is not written here")
        .str();
  case Refusal::ElementOfSeveral:
    return (Twine("'") + Name + "' makes an element of several arguments here")
        .str();
  case Refusal::WeakNotSpellable:
    return "the type of the weak pointer cannot be written here";

  case Refusal::MovedWithinExpression:
    return (Twine(It) + " is moved out in the middle of an expression, which "
                        "takes 'std::exchange' of C++14")
        .str();
  case Refusal::MovedForNothing:
    return (Twine("'std::move' is applied to ") + It +
            ", and whether that empties it is not known")
        .str();
  case Refusal::SwappedWithShared:
    return (Twine(It) + " is swapped with a shared pointer").str();

  case Refusal::ReturnedMutable:
    return (Twine("a reference to ") + It +
            " is returned, through which it may be changed")
        .str();
  case Refusal::GetterCannotChange:
    return (Twine("a reference to ") + It + " is returned, and '" + Name +
            "' cannot be changed to return a copy")
        .str();
  case Refusal::GetterCalledElsewhere:
    return (Twine("a reference to ") + It +
            " is returned, and other files may call '" + Name + "'")
        .str();
  case Refusal::GetterUsedByTemplate:
    return (Twine("a template uses the reference that '") + Name + "' returns")
        .str();
  case Refusal::ResultCannotChange:
    return (Twine("'") + Name + "' returns " + It +
            ", and its result type cannot be changed")
        .str();

  case Refusal::MustKeepType:
    return "this is used together with it, but would keep the old type";
  case Refusal::ContainerCopied:
    return "it is copied as a whole, and the copy would not keep its elements "
           "alive";
  case Refusal::ElementsCopied:
    return "its elements are copied, and the copies would not keep their "
           "objects alive";
  case Refusal::PassedToConstructor:
    return (Twine(It) + " is passed to the constructor of '" + Name + "'")
        .str();
  case Refusal::PassedToFunction:
    return (Twine(It) + " is passed to '" + Name +
            "', whose parameter cannot be changed")
        .str();
  case Refusal::PassedThroughTemplate:
    return (Twine("it is passed through the template '") + Name +
            "', which cannot be changed")
        .str();
  case Refusal::CallersOutOfSight:
    return (Twine("it is passed on by '") + Name +
            "', whose callers are not all known")
        .str();
  case Refusal::TypeCannotChange:
    return (Twine("the type of '") + Name + "' would have to change with it")
        .str();
  case Refusal::AlgorithmUnknown:
    return (Twine(It) + " is passed to '" + Name +
            "', which is not known to work with weak pointers")
        .str();
  case Refusal::AlgorithmCallsFunction:
    return (Twine("'") + Name +
            "' calls something that is no lambda written here")
        .str();
  case Refusal::AlgorithmOfPointers:
    return (Twine("'") + Name + "' works on the pointers themselves here")
        .str();
  case Refusal::SearchedByExpression:
    return "what is searched for here is no plain variable or member that each "
           "element could be compared with";
  case Refusal::VariableOfWrittenType:
    return (Twine("the type of '") + Name +
            "' is written out and would have to change with it")
        .str();
  case Refusal::VariableMayOutlive:
    return (Twine(It) + " is kept in '" + Name +
            "', which may outlive the function")
        .str();

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
    return (Twine("a lambda that captures ") + It +
            " by reference may outlive it")
        .str();

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
    return (Twine("the bind calls '") + Name + "', which is overloaded").str();
  case Refusal::BindLeavesArguments:
    return (Twine("the bind does not give '") + Name + "' all of its arguments")
        .str();
  case Refusal::BindFindsOther:
    return (Twine("another member hides the '") + Name +
            "' that the bind calls")
        .str();
  case Refusal::BindArgumentMayChange:
    return (Twine("'") + Name + "' may change what the bind keeps").str();
  case Refusal::BindTypeNotSpellable:
    return (Twine("a type in the signature of '") + Name +
            "' cannot be written here")
        .str();
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
          : (Twine(", to which '") + R.Getter + "' returns a reference").str();
  return (Twine("no fix is offered for ") +
          (R.OfCapture ? "the capture " : "") + "'" + R.Of + "'" + Getter +
          ": " + reason(R))
      .str();
}

} // namespace ownership
