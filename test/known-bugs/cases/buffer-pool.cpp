// Missed: what a deleter captures is not read.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Pool of network buffers. A buffer that is no longer used returns to the pool
// by means of its deleter.

struct Buffer {
    explicit Buffer(int n) : number(n) {}
    int number;
    std::string bytes;
};

using BufferPtr = std::shared_ptr<Buffer>;

class BufferPool : public std::enable_shared_from_this<BufferPool> {
public:
    explicit BufferPool(std::size_t reserve) : reserve_(reserve) {}

    BufferPtr acquire() {
        if (!ready_.empty()) {
            BufferPtr b = std::move(ready_.back());
            ready_.pop_back();
            return b;
        }
        return wrap(std::make_unique<Buffer>(++made_));
    }

    // Keeps some buffers at hand for the next burst.
    void prefetch() {
        while (ready_.size() < reserve_) ready_.push_back(wrap(std::make_unique<Buffer>(++made_)));
    }

    std::string state() const {
        return "made " + std::to_string(made_) + " ready " + std::to_string(ready_.size()) + " spare " +
               std::to_string(spare_.size());
    }

private:
    BufferPtr wrap(std::unique_ptr<Buffer> b) {
        auto pool = shared_from_this();
        return BufferPtr(b.release(), [pool](Buffer* p) { pool->giveBack(std::unique_ptr<Buffer>(p)); });
    }

    void giveBack(std::unique_ptr<Buffer> b) {
        b->bytes.clear();
        spare_.push_back(std::move(b));
    }

    std::size_t reserve_;
    int made_ = 0;
    std::vector<BufferPtr> ready_;
    std::vector<std::unique_ptr<Buffer>> spare_;
};

static void scenario() {
    auto pool = std::make_shared<BufferPool>(2);
    {
        auto a = pool->acquire();
        a->bytes = "GET /";
        std::cout << "buffer " << a->number << ": " << a->bytes << '\n';
    }
    std::cout << pool->state() << '\n';
    pool->prefetch();
    std::cout << pool->state() << '\n';
    auto b = pool->acquire();
    std::cout << "buffer " << b->number << " of pool: " << pool->state() << '\n';
}

int main() {
    scenario();
    return 0;
}
