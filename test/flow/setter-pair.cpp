// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Each object is given to the other through a setter.
//
//   View -presenter-> Presenter -view-> View

#include <memory>

class Presenter;
class View {
public:
  void setPresenter(std::shared_ptr<Presenter> p) { presenter = p; }

private:
  std::shared_ptr<Presenter> presenter;
};
class Presenter {
public:
  void setView(std::shared_ptr<View> v) { view = v; }

private:
  std::shared_ptr<View> view;
};
static void wire() {
  auto view = std::make_shared<View>();
  auto presenter = std::make_shared<Presenter>();
  view->setPresenter(presenter);
  presenter->setView(view);
}
// CHECK: warning: '{{View::presenter|Presenter::view}}' keeps its own owner alive:
// CHECK-DAG: :[[@LINE-19]]:63: note: here 'View::presenter' gets its 'Presenter'
// CHECK-DAG: :[[@LINE-13]]:48: note: here 'Presenter::view' gets its 'View'

// Both setters are called, with objects that do not meet.
class Model;
class Form {
public:
  void setModel(std::shared_ptr<Model> m) { model = m; }

private:
  std::shared_ptr<Model> model;
};
class Model {
public:
  void setForm(std::shared_ptr<Form> f) { form = f; }

private:
  std::shared_ptr<Form> form;
};
static void apart() {
  std::make_shared<Form>()->setModel(std::make_shared<Model>());
  std::make_shared<Model>()->setForm(std::make_shared<Form>());
}
int main() { wire(), apart(); }
