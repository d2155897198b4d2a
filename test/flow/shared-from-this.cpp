// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// An object hands its own handle to what it keeps.
//
//   Client -channel-> Channel -client-> Client

#include <memory>

struct Client;
struct Channel {
  std::shared_ptr<Client> client;
};
struct Client : std::enable_shared_from_this<Client> {
  void connect() {
    channel = std::make_shared<Channel>();
    channel->client = shared_from_this();
  }
  std::shared_ptr<Channel> channel;
};
// CHECK: warning: 'Channel::client' keeps its own owner alive: Channel -> client -> Client -> channel -> Channel; make it a std::weak_ptr
// CHECK: :[[@LINE-5]]:21: note: here 'Channel::client' gets its 'Client'

// A weak handle of itself.
struct Player;
struct Deck {
  std::weak_ptr<Player> player;
};
struct Player : std::enable_shared_from_this<Player> {
  void load() {
    deck = std::make_shared<Deck>();
    deck->player = weak_from_this();
  }
  std::shared_ptr<Deck> deck;
};
