// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Qt's pointers and containers are known by name, and have counterparts of
// their own.

template <typename T> class QSharedPointer {
  T *pointer;
};
template <typename T> class QWeakPointer {
  QSharedPointer<T> toStrongRef();
};
template <typename T> class QList {
  T *begin;
};
template <typename K, typename V> class QHash {
  K *keys;
  V *values;
};

// Server -sessions-> Session -server-> Server
class Session;
class Server {
  QHash<int, QList<QSharedPointer<Session>>> sessions;
};
class Session {
  QSharedPointer<Server> server;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> sessions -> Session; make it a QWeakPointer to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:46: note: 'Server::sessions' holds 'Session' as value of QHash, element of QList

class Part;
class Whole {
  QSharedPointer<Part> part;
};
class Part {
  QWeakPointer<Whole> whole;
};
