// RUN: %check_default %s -- %mock | count 0
//
// Another class that implements the interface is not what was stored.
//
//   Presenter -view-> IView, which is a PlainView
//   RichView -presenter-> Presenter

#include <memory>

struct IView {
  virtual ~IView() = default;
};
struct PlainView : IView {};
class Presenter {
public:
  explicit Presenter(std::shared_ptr<PlainView> v) : view(v) {}

private:
  std::shared_ptr<IView> view;
};
struct RichView : IView {
  std::shared_ptr<Presenter> presenter;
};
void wire() {
  auto presenter = std::make_shared<Presenter>(std::make_shared<PlainView>());
  auto rich = std::make_shared<RichView>();
  rich->presenter = presenter;
}
