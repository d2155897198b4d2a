#include <functional>
#include <iostream>
#include <memory>
#include <string>

class Button : public std::enable_shared_from_this<Button> {
  int clicks_ = 0;

public:
  std::function<void(int)> onClick, onPress;
  std::function<std::string()> text;
  void press(int n) { clicks_ += n; }
  void init() {
    onClick = [self = shared_from_this()](int n) {
      self->clicks_ += n;
    };
    text = [self = shared_from_this()] {
      return std::to_string(self->clicks_);
    };
    onPress = std::bind(&Button::press, shared_from_this(), std::placeholders::_1);
  }
};

int main() {
  auto button = std::make_shared<Button>();
  button->init();
  button->onClick(1);
  std::cout << button->text();
}
