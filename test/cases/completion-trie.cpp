// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Word completion. Terminal nodes are handed out, the word is rebuilt by
// walking towards the root.

class TrieNode : public std::enable_shared_from_this<TrieNode> {
public:
    typedef std::shared_ptr<TrieNode> NodePtr;

    TrieNode(char c, NodePtr parent) : letter(c), parent_(parent) {}

    NodePtr descend(char c, bool create) {
        auto found = next_.find(c);
        if (found != next_.end()) return found->second;
        if (!create) return NodePtr();
        NodePtr child = std::make_shared<TrieNode>(c, shared_from_this());
        next_[c] = child;
        return child;
    }

    std::string word() const {
        if (!parent_) return std::string();
        return parent_->word() + letter;
    }

    void collect(std::vector<NodePtr>& out) {
        if (terminal) out.push_back(shared_from_this());
        for (auto& entry : next_) entry.second->collect(out);
    }

    bool terminal = false;
    int weight = 0;
    char letter;

private:
    NodePtr parent_;
    std::map<char, NodePtr> next_;
};

class Dictionary {
public:
    Dictionary() : root_(std::make_shared<TrieNode>('\0', nullptr)) {}

    void insert(const std::string& w, int weight) {
        TrieNode::NodePtr n = root_;
        for (char c : w) n = n->descend(c, true);
        n->terminal = true;
        n->weight += weight;
    }

    std::vector<TrieNode::NodePtr> complete(const std::string& prefix) const {
        std::vector<TrieNode::NodePtr> out;
        TrieNode::NodePtr n = root_;
        for (char c : prefix) {
            n = n->descend(c, false);
            if (!n) return out;
        }
        n->collect(out);
        return out;
    }

private:
    TrieNode::NodePtr root_;
};

static void query(const Dictionary& d, const std::string& prefix) {
    std::cout << prefix << ":";
    for (const auto& n : d.complete(prefix)) std::cout << ' ' << n->word() << '(' << n->weight << ')';
    std::cout << '\n';
}

static void run() {
    Dictionary d;
    d.insert("car", 3);
    d.insert("cart", 1);
    d.insert("care", 2);
    d.insert("dog", 7);
    d.insert("car", 1);
    query(d, "car");
    query(d, "d");
    query(d, "x");
}

int main() {
    run();
    return 0;
}
