//===- Refusal.h - Why a field is not converted -----------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reason is a value here and becomes a sentence in report/RefusalWording.cpp.
// A new one is an entry in either.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_REFUSAL_H
#define OWNERSHIP_REWRITE_REFUSAL_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/Twine.h"
#include <string>

namespace ownership {

struct Refusal {
  /// Where a comment names something, the reason has that as its Name.
  enum ReasonTy {
    // The program as a whole.
    FileDoesNotCompile,
    ProgramTooLarge,
    /// The other field.
    OtherFieldMayBeWeak,
    /// The other field.
    OtherKeepsAlive,
    /// The field or capture whose fix makes this one weak too.
    ConvertedTogether,
    OverlappingEdits,
    /// In these three, what the compiler says.
    WouldNotCompile,
    WouldWarn,
    NotParsedAgain,

    // The declaration.
    NotAMember,
    InSpecialization,
    DeclaredInSpecialization,
    DeclaredInMacro,
    DeclaredWithOthers,
    DefaultedComparison,
    NotInContainer,
    PointerIsKey,
    ContainerPolicy,
    SeveralPointerTypes,
    DependentType,
    NoWeakCounterpart,
    /// The weak pointer's class.
    WeakNotDeclared,
    TypeFromMacro,
    /// The weak pointer's class.
    TypeFromOtherNamespace,
    TypeNotSpelledOut,
    AliasOutOfReach,
    AliasInOtherFiles,
    AliasUsedElsewhere,
    PointeeNotSpellable,
    InitializedWithObject,
    InitializedByMacro,

    // What is not in sight.
    PublicInHeader,
    MembersInOtherFiles,
    NotInOpenFile,
    MadeByLibrary,
    UnusualPointer,
    ConstCast,
    InactiveCode,
    BodyNotRead,
    DependentUse,
    TemplateNotInstantiated,
    InstancesDiffer,
    InMacro,

    // Uses that need the object for longer than a weak pointer keeps it.
    OutlivesSuspension,
    KeptInVariable,
    KeptInMember,
    KeptSomewhere,
    Captured,
    Thrown,
    GivenToPointerOfNothing,
    Assigned,
    MayBeKept,
    Returned,
    LoopedOver,
    MayBeReturnedByLambda,
    ReachedFromDestructor,
    /// In these two, the other member.
    KeptForMember,
    OnlyKept,
    ObjectNeeded,

    // Uses of the pointer itself.
    AddressTaken,
    MemberPointerFormed,
    TypeNamed,
    BoundByStructure,
    InitializedInParentheses,
    InitializedWithoutBraces,
    /// The function.
    InitializedByFunction,
    OffsetAsked,
    Indexed,
    Discarded,
    /// The operator.
    OperatorApplied,
    /// The function.
    MemberCalled,
    ChosenByCondition,
    UnknownUse,
    /// The operator.
    Ordered,
    /// The operator.
    OwnOperator,
    /// The function.
    OwnersCounted,
    DeleterAsked,
    BoundToReference,
    ReferenceReturned,
    /// In these three, the reference.
    ChangedThroughReference,
    ReferenceMayBeKept,
    ChangedBesideReference,
    /// The lambda's own capture.
    CapturedAgain,

    // Functions that take it; the name is theirs.
    FunctionUnknown,
    FunctionOutOfSight,
    VariadicFunction,
    FunctionObject,
    PassedByReference,
    ReferenceArgumentKept,
    ReferenceKeptByConstructor,
    OverloadForTemporaries,
    ResultMayRefer,

    // Stores.
    SoleOwner,
    MadeOfWeak,
    MovedFromElsewhere,
    /// The variable.
    UsedAfterMove,
    AssignmentIsValue,
    InitializedBySeveral,
    InParentheses,
    TiedToUnseen,
    /// The function.
    ElementOfSeveral,
    WeakNotSpellable,

    // Moves and swaps.
    MovedWithinExpression,
    MovedForNothing,
    SwappedWithShared,

    // Functions that return it; the name is theirs.
    ReturnedMutable,
    GetterCannotChange,
    GetterCalledElsewhere,
    GetterUsedByTemplate,
    ResultCannotChange,

    // Containers.
    MustKeepType,
    ContainerCopied,
    ElementsCopied,
    /// The class.
    PassedToConstructor,
    /// In the next seven, the function.
    PassedToFunction,
    PassedThroughTemplate,
    CallersOutOfSight,
    TypeCannotChange,
    AlgorithmUnknown,
    AlgorithmCallsFunction,
    AlgorithmOfPointers,
    SearchedByExpression,
    /// In these two, the variable.
    VariableOfWrittenType,
    VariableMayOutlive,

    // Loops and lambdas over elements.
    LoopInCoroutine,
    LoopChangesElements,
    NoPlaceForLocal,
    LambdaOfSeveralTypes,
    LambdaTakesOther,
    LambdaConverts,
    ElementChanged,
    CapturedByLastingLambda,

    // Captures.
    CaptureNotPlain,
    CaptureUnsupported,
    WholeObjectCaptured,
    CaptureTypeVaries,
    InSystemHeader,
    ClosureNotFound,
    LambdaIsCoroutine,
    LambdaOnlyKeeps,
    LambdaNeverUses,
    LambdaDeclaresName,
    LambdaSignatureUses,
    PointerCannotBeTested,
    NothingToReturnWithoutThis,
    CaptureOfThisMayBeNull,
    CopiedByMutableLambda,
    CaptureMovedOut,
    CaptureChanged,
    CaptureMovedFromReused,
    NoPlaceForVariable,

    // Binds.
    NotPlainBind,
    BindCallsOther,
    /// In the next five, the function that is called.
    BindCallsOverloaded,
    BindLeavesArguments,
    BindFindsOther,
    BindArgumentMayChange,
    BindTypeNotSpellable,
    BindKeepsArgument,
    BindNotStored,
    BindArgumentIsLater,
    BindKeepsTwice,
    BindPlaceholders,
    BindNameTaken,
  };

  /// What of the field the reason is about.
  enum SubjectTy { Field, Element, Iterator };

  ReasonTy Reason;
  /// As the comment at the reason says.
  std::string Name;
  clang::SourceLocation Where;
  SubjectTy Subject = Field;

  /// The field or the capture that is not converted.
  std::string Of;
  bool OfCapture = false;
  /// The function that returns a reference to the field, if it is a call of
  /// that which is refused.
  std::string Getter;
  /// The fix alone would do.
  bool IsWithOthers = false;

  Refusal(ReasonTy Reason, clang::SourceLocation Where = {})
      : Reason(Reason), Where(Where) {}
  Refusal(ReasonTy Reason, const llvm::Twine &Name,
          clang::SourceLocation Where = {})
      : Reason(Reason), Name(Name.str()), Where(Where) {}
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_REFUSAL_H
