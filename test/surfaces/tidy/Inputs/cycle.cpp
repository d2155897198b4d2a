// Server -sessions-> Session -server-> Server
#include <memory>
#include <vector>

struct Session;
struct Server {
  std::vector<std::shared_ptr<Session>> sessions;
};
struct Session {
  std::shared_ptr<Server> server;
};
