#pragma once
#include <memory>
#include <string>

class Server;

// One client's connection.
class Session {
public:
  Session(std::shared_ptr<Server> server, std::string user);

  void send(const std::string &text);
  const std::string &user() const { return user_; }

private:
  std::shared_ptr<Server> server_;
  std::string user_;
};
