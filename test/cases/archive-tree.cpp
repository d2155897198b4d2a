// RUN: %judge_case %s %t

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

// In-memory archive listing. Folders own their members; a member keeps a plain
// pointer to the folder it sits in.

class ArchiveFolder;

class ArchiveMember {
public:
    using Ptr = std::shared_ptr<ArchiveMember>;

    ArchiveMember(std::string name, unsigned crc) : m_name(std::move(name)), m_crc(crc) {}
    virtual ~ArchiveMember() = default;
    virtual unsigned checksum() const { return m_crc; }
    std::string fullName() const;

protected:
    friend class ArchiveFolder;
    std::string m_name;
    unsigned m_crc;
    ArchiveFolder* m_folder = nullptr;
};

class ArchiveFolder : public ArchiveMember {
public:
    using Ptr = std::shared_ptr<ArchiveFolder>;

    explicit ArchiveFolder(std::string name) : ArchiveMember(std::move(name), 0) {}

    ~ArchiveFolder() override {
        for (auto& m : m_members) m->m_folder = nullptr;
    }

    template <class T>
    std::shared_ptr<T> store(std::shared_ptr<T> m) {
        m->m_folder = this;
        m_members.push_back(m);
        return m;
    }

    ArchiveMember::Ptr take(const std::string& name) {
        auto it = std::find_if(m_members.begin(), m_members.end(),
                               [&](const ArchiveMember::Ptr& m) { return m->m_name == name; });
        if (it == m_members.end()) return nullptr;
        auto m = *it;
        m->m_folder = nullptr;
        m_members.erase(it);
        return m;
    }

    unsigned checksum() const override {
        unsigned h = 17;
        for (const auto& m : m_members) h = h * 31 + m->checksum();
        return h;
    }

    ArchiveFolder* enclosing() const { return m_folder; }

private:
    std::vector<ArchiveMember::Ptr> m_members;
};

std::string ArchiveMember::fullName() const { return m_folder ? m_folder->fullName() + "/" + m_name : m_name; }

int main() {
    auto root = std::make_shared<ArchiveFolder>("backup.tar");
    auto src = root->store(std::make_shared<ArchiveFolder>("src"));
    auto mainFile = src->store(std::make_shared<ArchiveMember>("main.c", 0x11));
    src->store(std::make_shared<ArchiveMember>("util.c", 0x22));
    root->store(std::make_shared<ArchiveMember>("README", 0x33));
    std::printf("%s %u\n", mainFile->fullName().c_str(), root->checksum());
    auto taken = src->take("main.c");
    std::printf("%s %u\n", taken->fullName().c_str(), root->checksum());
    root->store(taken);
    std::printf("%s in %d\n", taken->fullName().c_str(), src->enclosing() == root.get());
    root.reset();
    std::printf("%s\n", src->fullName().c_str());
    std::fflush(stdout);
    return 0;
}
