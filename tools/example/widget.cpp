#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// A tree whose nodes know their parent.
class Widget : public std::enable_shared_from_this<Widget> {
public:
  explicit Widget(std::string name) : name_(std::move(name)) {}

  void add(const std::shared_ptr<Widget> &child) {
    child->parent_ = shared_from_this();
    children_.push_back(child);
  }

  std::string path() const {
    return parent_ ? parent_->path() + "/" + name_ : name_;
  }

private:
  std::string name_;
  std::shared_ptr<Widget> parent_;
  std::vector<std::shared_ptr<Widget>> children_;
};

int main() {
  auto window = std::make_shared<Widget>("window");
  auto button = std::make_shared<Widget>("button");
  window->add(button);
  std::cout << button->path() << '\n';
}
