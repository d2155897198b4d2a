// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Two classes that know each other through interfaces only.
//
//   Presenter -view-> IView, which is a View -presenter-> IPresenter

#include <memory>

struct IView {
  virtual ~IView() = default;
};
struct IPresenter {
  virtual ~IPresenter() = default;
};
struct View : IView {
  std::shared_ptr<IPresenter> presenter;
};
struct Presenter : IPresenter {
  explicit Presenter(std::shared_ptr<IView> v) : view(v) {}
  std::shared_ptr<IView> view;
};
void wire() {
  auto view = std::make_shared<View>();
  auto presenter = std::make_shared<Presenter>(view);
  view->presenter = presenter;
}
// CHECK: warning: '{{View::presenter|Presenter::view}}' keeps its own owner alive: {{View -> presenter -> Presenter -> view -> View|Presenter -> view -> View -> presenter -> Presenter}};
