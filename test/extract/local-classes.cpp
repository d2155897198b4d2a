// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Classes that are declared inside functions, of whatever kind.

#include <memory>

void function() {
  struct InFunction;
  struct Holder {
    std::shared_ptr<InFunction> one;
  };
  struct InFunction {
    std::shared_ptr<Holder> other;
  };
}
// CHECK: :[[@LINE-3]]:29: warning: 'InFunction::other' can keep its own owner alive: InFunction -> other -> Holder -> one -> InFunction; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:29: note: 'InFunction::other' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:33: note: 'Holder::one' holds 'InFunction' directly

class Class {
  void method() {
    if (this) {
      struct InMethod;
      struct Holder {
        std::shared_ptr<InMethod> one;
      };
      struct InMethod {
        std::shared_ptr<Holder> other;
      };
    }
  }
};
// CHECK: :[[@LINE-5]]:33: warning: 'InMethod::other' can keep its own owner alive: InMethod -> other -> Holder -> one -> InMethod; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:33: note: 'InMethod::other' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:35: note: 'Holder::one' holds 'InMethod' directly

void lambda() {
  auto f = [] {
    struct InLambda;
    struct Holder {
      std::shared_ptr<InLambda> one;
    };
    struct InLambda {
      std::shared_ptr<Holder> other;
    };
  };
}
// CHECK: :[[@LINE-4]]:31: warning: 'InLambda::other' can keep its own owner alive: InLambda -> other -> Holder -> one -> InLambda; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-5]]:31: note: 'InLambda::other' holds 'Holder' directly
// CHECK: :[[@LINE-9]]:33: note: 'Holder::one' holds 'InLambda' directly

void methodOfLocalClass() {
  struct Local {
    void method() {
      struct InLocalMethod;
      struct Holder {
        std::shared_ptr<InLocalMethod> one;
      };
      struct InLocalMethod {
        std::shared_ptr<Holder> other;
      };
    }
  };
}
// CHECK: :[[@LINE-5]]:33: warning: 'InLocalMethod::other' can keep its own owner alive: InLocalMethod -> other -> Holder -> one -> InLocalMethod; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:33: note: 'InLocalMethod::other' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:40: note: 'Holder::one' holds 'InLocalMethod' directly

auto global = [] {
  struct InGlobalLambda;
  struct Holder {
    std::shared_ptr<InGlobalLambda> one;
  };
  struct InGlobalLambda {
    std::shared_ptr<Holder> other;
  };
};
// CHECK: :[[@LINE-3]]:29: warning: 'InGlobalLambda::other' can keep its own owner alive: InGlobalLambda -> other -> Holder -> one -> InGlobalLambda; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:29: note: 'InGlobalLambda::other' holds 'Holder' directly
// CHECK: :[[@LINE-8]]:37: note: 'Holder::one' holds 'InGlobalLambda' directly

struct WithInitializer {
  int value = [] {
    struct InInitializer;
    struct Holder {
      std::shared_ptr<InInitializer> one;
    };
    struct InInitializer {
      std::shared_ptr<Holder> other;
    };
    return 0;
  }();
};
// CHECK: :[[@LINE-5]]:31: warning: 'InInitializer::other' can keep its own owner alive: InInitializer -> other -> Holder -> one -> InInitializer; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:31: note: 'InInitializer::other' holds 'Holder' directly
// CHECK: :[[@LINE-10]]:38: note: 'Holder::one' holds 'InInitializer' directly

template <typename T> void functionTemplate() {
  struct InTemplate;
  struct Holder {
    std::shared_ptr<InTemplate> one;
  };
  struct InTemplate {
    T value;
    std::shared_ptr<Holder> other;
  };
  Holder holder;
}
template void functionTemplate<int>();
// CHECK: :[[@LINE-5]]:29: warning: 'InTemplate::other' can keep its own owner alive: InTemplate -> other -> Holder -> one -> InTemplate; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:29: note: 'InTemplate::other' holds 'Holder' directly
// CHECK: :[[@LINE-11]]:33: note: 'Holder::one' holds 'InTemplate' directly

void genericLambda() {
  auto f = [](auto value) {
    struct InGeneric;
    struct Holder {
      std::shared_ptr<InGeneric> one;
    };
    struct InGeneric {
      std::shared_ptr<Holder> other;
    };
    Holder holder;
  };
  f(1);
}
// CHECK: :[[@LINE-6]]:31: warning: 'InGeneric::other' can keep its own owner alive: InGeneric -> other -> Holder -> one -> InGeneric; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:31: note: 'InGeneric::other' holds 'Holder' directly
// CHECK: :[[@LINE-11]]:34: note: 'Holder::one' holds 'InGeneric' directly

// Classes of one name in two functions are two classes.
void open() {
  struct Peer;
  struct Local {
    std::shared_ptr<Peer> peer;
  };
  struct Peer {};
}
void close() {
  struct Local;
  struct Peer {
    std::shared_ptr<Local> local;
  };
  struct Local {};
}
