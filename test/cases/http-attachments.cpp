// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Requests accept opaque attachments from the layers they pass through.

class Request {
public:
    explicit Request(std::string path) : m_path(std::move(path)) {}

    void attach(int tag, std::shared_ptr<void> what) { m_attachments.push_back(Attachment{tag, std::move(what)}); }

    template <class T>
    T* attachment(int tag) const {
        for (const auto& a : m_attachments)
            if (a.tag == tag) return static_cast<T*>(a.what.get());
        return nullptr;
    }

    const std::string& path() const { return m_path; }

private:
    struct Attachment {
        int tag;
        std::shared_ptr<void> what;
    };
    std::string m_path;
    std::vector<Attachment> m_attachments;
};

enum Tags { TagTiming = 1, TagTrace = 2 };

struct Timing {
    int start;
    int end;
};

// Remembers which requests belong together.
class Trace {
public:
    explicit Trace(int id) : m_id(id) {}
    void record(const std::shared_ptr<Request>& r) { m_requests.push_back(r); }
    void print() const {
        std::printf("trace %d:", m_id);
        for (const auto& r : m_requests) std::printf(" %s", r->path().c_str());
        std::printf("\n");
    }

private:
    int m_id;
    std::vector<std::shared_ptr<Request>> m_requests;
};

class Pipeline {
public:
    void handle(const std::shared_ptr<Request>& r, const std::shared_ptr<Trace>& trace) {
        auto t = std::make_shared<Timing>(Timing{m_clock, 0});
        r->attach(TagTiming, t);
        if (trace) {
            r->attach(TagTrace, trace);
            trace->record(r);
        }
        m_clock += static_cast<int>(r->path().size());
        r->attachment<Timing>(TagTiming)->end = m_clock;
    }

private:
    int m_clock = 0;
};

static void finish(const Request& r) {
    const auto* t = r.attachment<Timing>(TagTiming);
    std::printf("%s took %d\n", r.path().c_str(), t->end - t->start);
    if (auto* trace = r.attachment<Trace>(TagTrace)) trace->print();
}

static void scenario() {
    Pipeline p;
    auto trace = std::make_shared<Trace>(7);
    auto plain = std::make_shared<Request>("/img/logo");
    auto login = std::make_shared<Request>("/login");
    auto home = std::make_shared<Request>("/home");
    p.handle(plain, nullptr);
    p.handle(login, trace);
    p.handle(home, trace);
    for (const auto& r : {plain, login, home}) finish(*r);
}

int main() {
    scenario();
    std::fflush(stdout);
    return 0;
}
