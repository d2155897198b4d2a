#include <memory>
#include "include-loop.h"
struct InLoop {
  std::shared_ptr<InLoop> itself;
};
