#include <memory>
#include <vector>

class Server;
class Session : public std::enable_shared_from_this<Session> {
public:
  void attach(const std::shared_ptr<Server> &server);
  int load() const;

private:
  std::shared_ptr<Server> server_;
};
class Server {
public:
  std::vector<std::shared_ptr<Session>> sessions;
};
