// A small standard library: names and shapes, no behaviour (what takes a lambda
// needs a body all the same, for a lambda has no linkage). Parses in no time,
// where libstdc++'s <memory> takes a second. Tests that run programs, or that
// depend on what real headers look like, use the real one.
#pragma once

namespace std {
using size_t = decltype(sizeof(0));
using nullptr_t = decltype(nullptr);

template <typename T> struct remove_reference { using type = T; };
template <typename T> struct remove_reference<T &> { using type = T; };
template <typename T> struct remove_reference<T &&> { using type = T; };
template <typename T> struct remove_extent { using type = T; };
template <typename T> struct remove_extent<T[]> { using type = T; };
template <typename T, size_t N> struct remove_extent<T[N]> { using type = T; };
// As far as references go, there is none to void.
template <typename T> struct add_reference { using type = T &; };
template <> struct add_reference<void> { using type = void; };
template <> struct add_reference<const void> { using type = void; };
template <> struct add_reference<volatile void> { using type = void; };
template <> struct add_reference<const volatile void> { using type = void; };
template <typename T>
constexpr typename remove_reference<T>::type &&move(T &&t) noexcept {
  return static_cast<typename remove_reference<T>::type &&>(t);
}
template <typename T>
constexpr T &&forward(typename remove_reference<T>::type &t) noexcept {
  return static_cast<T &&>(t);
}
template <typename T> void swap(T &, T &) noexcept;
template <typename T, typename U = T> T exchange(T &, U &&);

template <typename T> struct less {};
template <typename T> struct hash {};
template <typename T> struct equal_to {};
template <typename T> struct allocator {};
template <typename T> struct default_delete {};

template <typename T> class weak_ptr;
template <typename T> class shared_ptr {
public:
  using element_type = typename remove_extent<T>::type;
  shared_ptr() noexcept;
  shared_ptr(nullptr_t) noexcept;
  explicit shared_ptr(element_type *);
  template <typename Y, typename D> shared_ptr(Y *, D) {}
  template <typename Y>
  shared_ptr(const shared_ptr<Y> &, element_type *) noexcept;
  shared_ptr(const shared_ptr &) noexcept;
  shared_ptr(shared_ptr &&) noexcept;
  template <typename Y> shared_ptr(const shared_ptr<Y> &) noexcept;
  ~shared_ptr();
  shared_ptr &operator=(const shared_ptr &) noexcept;
  shared_ptr &operator=(shared_ptr &&) noexcept;
  element_type *get() const noexcept;
  typename add_reference<element_type>::type operator*() const noexcept;
  element_type *operator->() const noexcept;
  explicit operator bool() const noexcept;
  void reset() noexcept;
  void reset(element_type *);
  void swap(shared_ptr &) noexcept;
  long use_count() const noexcept;
};
template <typename T> class weak_ptr {
public:
  weak_ptr() noexcept;
  template <typename Y> weak_ptr(const shared_ptr<Y> &) noexcept;
  template <typename Y> weak_ptr &operator=(const shared_ptr<Y> &) noexcept;
  shared_ptr<T> lock() const noexcept;
  void reset() noexcept;
};
template <typename T, typename... Args> shared_ptr<T> make_shared(Args &&...args) {
  return shared_ptr<T>(new T(static_cast<Args &&>(args)...));
}
template <typename T, typename U>
shared_ptr<T> static_pointer_cast(const shared_ptr<U> &) noexcept;
template <typename T, typename U>
shared_ptr<T> dynamic_pointer_cast(const shared_ptr<U> &) noexcept;
template <typename T, typename U>
bool operator==(const shared_ptr<T> &, const shared_ptr<U> &) noexcept;
template <typename T, typename U>
bool operator!=(const shared_ptr<T> &, const shared_ptr<U> &) noexcept;
template <typename T> class enable_shared_from_this {
public:
  shared_ptr<T> shared_from_this();
  shared_ptr<const T> shared_from_this() const;
  weak_ptr<T> weak_from_this() noexcept;

private:
  weak_ptr<T> self;
};
template <typename T, typename D = default_delete<T>> class unique_ptr {
public:
  unique_ptr() noexcept;
  explicit unique_ptr(T *) noexcept;
  unique_ptr(unique_ptr &&) noexcept;
  unique_ptr &operator=(unique_ptr &&) noexcept;
  T *get() const noexcept;
  typename add_reference<T>::type operator*() const noexcept;
  T *operator->() const noexcept;
  void reset(T * = nullptr) noexcept;
};
template <typename T, typename... Args> unique_ptr<T> make_unique(Args &&...args) {
  return unique_ptr<T>(new T(static_cast<Args &&>(args)...));
}

template <typename T, size_t N> struct array { T elements[N]; };
template <typename T, typename A = allocator<T>> class vector {
public:
  T *begin();
  T *end();
  const T *begin() const;
  const T *end() const;
  T &operator[](size_t);
  T &front();
  T &back();
  size_t size() const;
  bool empty() const;
  void push_back(const T &);
  void push_back(T &&);
  template <typename... Args> T &emplace_back(Args &&...) { return back(); }
  T *erase(T *);
  void pop_back();
  void resize(unsigned long);
  void clear();
  void swap(vector &);
};
template <typename T, typename A = allocator<T>> class list {};
template <typename T, typename A = allocator<T>> class deque {};
template <typename T, typename C = less<T>, typename A = allocator<T>>
class set {
public:
  void insert(const T &);
  size_t erase(const T &);
  void clear();
};
template <typename A, typename B> struct pair { A first; B second; };
template <typename A, typename B> pair<A, B> make_pair(A a, B b) {
  return {a, b};
}
template <typename K, typename V, typename C = less<K>,
          typename A = allocator<K>>
class map {
public:
  pair<const K, V> *begin();
  pair<const K, V> *end();
  V &operator[](const K &);
  template <typename... Args> void emplace(Args &&...) {}
  size_t erase(const K &);
  void clear();
};
template <typename K, typename V, typename H = hash<K>,
          typename E = equal_to<K>, typename A = allocator<K>>
class unordered_map {};
template <typename T, typename A = allocator<T>> class forward_list {};
template <typename T, typename C = less<T>, typename A = allocator<T>>
class multiset {};
template <typename K, typename V, typename C = less<K>,
          typename A = allocator<K>>
class multimap {};
template <typename T, typename H = hash<T>, typename E = equal_to<T>,
          typename A = allocator<T>>
class unordered_set {};
template <typename K, typename V, typename H = hash<K>,
          typename E = equal_to<K>, typename A = allocator<K>>
class unordered_multimap {};
template <typename T, typename C = deque<T>> class stack { C c; };
template <typename T, typename C = deque<T>> class queue { C c; };
template <typename T, typename C = vector<T>, typename L = less<T>>
class priority_queue { C c; };
template <typename T> class future {};
template <typename T> class promise {};
template <typename T> class initializer_list { const T *first; size_t size; };
template <typename T> class reference_wrapper { T *target; };
class any {
public:
  any();
  any(const any &);
  template <typename T> any(const T &) {}
  any &operator=(const any &);
  template <typename T> any &operator=(const T &) { return *this; }
  void reset();
};
template <typename... T> class tuple {};
template <typename... T> class variant {};
template <typename T> class optional {
public:
  optional &operator=(const T &);
  template <typename... Args> T &emplace(Args &&...) { return **this; }
  T &operator*();
  T *operator->();
  void reset();
};
template <typename T> struct atomic {};
template <typename T> class function;
template <typename R, typename... A> class function<R(A...)> {
public:
  function() noexcept;
  function(nullptr_t) noexcept;
  function(const function &);
  function(function &&);
  template <typename F> function(F) {}
  function &operator=(nullptr_t) noexcept;
  function &operator=(const function &);
  function &operator=(function &&);
  template <typename F> function &operator=(F) { return *this; }
  explicit operator bool() const noexcept;
  void swap(function &) noexcept;
  R operator()(A...) const;
};
template <typename F, typename... Args> struct bound {
  void operator()() const;
};
template <typename F, typename... Args> bound<F, Args...> bind(F, Args...) {
  return {};
}
class thread {
public:
  thread() noexcept;
  thread(thread &&) noexcept;
  template <typename F, typename... Args> explicit thread(F &&, Args &&...) {}
  thread &operator=(thread &&) noexcept;
  void join();
  void detach();
};
class string {
public:
  string(const char *);
};
} // namespace std
