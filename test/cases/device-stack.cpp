// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Protocol stack put together from four parts with interfaces between them.

struct ILink {
    virtual ~ILink() {}
    virtual void transmit(const std::string& frame) = 0;
};
struct IReceiver {
    virtual ~IReceiver() {}
    virtual void received(const std::string& payload) = 0;
};
struct ILogger {
    virtual ~ILogger() {}
    virtual void log(const std::string& s) = 0;
};
struct IClock {
    virtual ~IClock() {}
    virtual int now() const = 0;
};

class Wire : public ILink {
public:
    void connect(const std::shared_ptr<IReceiver>& r) { m_receiver = r; }
    void transmit(const std::string& frame) override {
        if (auto r = m_receiver.lock()) r->received(frame);
    }

private:
    std::weak_ptr<IReceiver> m_receiver;
};

class Stack : public IReceiver, public IClock {
public:
    Stack(std::shared_ptr<ILink> link, std::shared_ptr<ILogger> log) : m_link(std::move(link)), m_log(std::move(log)) {}

    void send(const std::string& s) {
        ++m_time;
        m_link->transmit("<" + s + ">");
    }
    void received(const std::string& payload) override {
        ++m_time;
        m_log->log("got " + payload);
    }
    int now() const override { return m_time; }

private:
    std::shared_ptr<ILink> m_link;
    std::shared_ptr<ILogger> m_log;
    int m_time = 0;
};

class StampedLog : public ILogger {
public:
    void setClock(std::shared_ptr<const IClock> c) { m_clock = std::move(c); }
    void log(const std::string& s) override { m_lines.push_back(std::to_string(m_clock ? m_clock->now() : -1) + " " + s); }
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    std::shared_ptr<const IClock> m_clock;
    std::vector<std::string> m_lines;
};

struct Device {
    std::shared_ptr<Stack> stack;
    std::shared_ptr<StampedLog> log;
};

static Device assemble(bool stamps) {
    auto wire = std::make_shared<Wire>();
    auto log = std::make_shared<StampedLog>();
    auto stack = std::make_shared<Stack>(wire, log);
    wire->connect(stack);
    if (stamps) log->setClock(stack);
    return {stack, log};
}

static void scenario(bool stamps) {
    Device d = assemble(stamps);
    d.stack->send("hello");
    d.stack->send("bye");
    for (const auto& l : d.log->lines()) std::printf("%s\n", l.c_str());
}

int main() {
    scenario(false);
    scenario(true);
    std::fflush(stdout);
    return 0;
}
