#include <functional>
#include <memory>

class Button : public std::enable_shared_from_this<Button> {
  int clicks_ = 0;

public:
  std::function<void(int)> onClick;
  void init() {
    auto self = shared_from_this();
    onClick = [self](int n) {
      self->clicks_ += n;
    };
  }
};

int main() {
  auto button = std::make_shared<Button>();
  button->init();
}
