#pragma once
#include "session.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

// Keeps the sessions, which keep the server: nobody is ever destroyed.
class Server : public std::enable_shared_from_this<Server> {
public:
  std::shared_ptr<Session> open(const std::string &user);
  void broadcast(const std::string &from, const std::string &text);
  std::size_t sent() const { return log_.size(); }

private:
  std::map<std::string, std::shared_ptr<Session>> sessions_;
  std::vector<std::string> log_;
};
