// RUN: %judge_case %s %t

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace edit {

class TextEditor;

class Command {
public:
    explicit Command(std::shared_ptr<TextEditor> target) : target_(std::move(target)) {}
    virtual ~Command() = default;
    virtual void apply() = 0;
    virtual void revert() = 0;

protected:
    std::shared_ptr<TextEditor> target_;
};

class UndoStack {
public:
    void push(std::shared_ptr<Command> cmd) {
        cmd->apply();
        entries_.resize(cursor_);
        entries_.push_back(std::move(cmd));
        cursor_ = entries_.size();
    }
    bool undo() {
        if (cursor_ == 0) return false;
        entries_[--cursor_]->revert();
        return true;
    }
    bool redo() {
        if (cursor_ == entries_.size()) return false;
        entries_[cursor_++]->apply();
        return true;
    }
    std::size_t depth() const { return cursor_; }

private:
    std::vector<std::shared_ptr<Command>> entries_;
    std::size_t cursor_ = 0;
};

class TextEditor : public std::enable_shared_from_this<TextEditor> {
public:
    TextEditor() : history_(new UndoStack) {}

    void insert(std::size_t pos, const std::string& s);
    void erase(std::size_t pos, std::size_t len);
    bool undo() { return history_->undo(); }
    bool redo() { return history_->redo(); }
    const std::string& text() const { return text_; }
    std::size_t depth() const { return history_->depth(); }

private:
    friend class InsertCommand;
    friend class EraseCommand;
    std::string text_;
    std::unique_ptr<UndoStack> history_;
};

class InsertCommand : public Command {
public:
    InsertCommand(std::shared_ptr<TextEditor> t, std::size_t pos, std::string s)
        : Command(std::move(t)), pos_(pos), s_(std::move(s)) {}
    void apply() override { target_->text_.insert(pos_, s_); }
    void revert() override { target_->text_.erase(pos_, s_.size()); }

private:
    std::size_t pos_;
    std::string s_;
};

class EraseCommand : public Command {
public:
    EraseCommand(std::shared_ptr<TextEditor> t, std::size_t pos, std::size_t len)
        : Command(std::move(t)), pos_(pos), removed_(target_->text_.substr(pos, len)) {}
    void apply() override { target_->text_.erase(pos_, removed_.size()); }
    void revert() override { target_->text_.insert(pos_, removed_); }

private:
    std::size_t pos_;
    std::string removed_;
};

void TextEditor::insert(std::size_t pos, const std::string& s) {
    history_->push(std::make_shared<InsertCommand>(shared_from_this(), pos, s));
}

void TextEditor::erase(std::size_t pos, std::size_t len) {
    history_->push(std::make_shared<EraseCommand>(shared_from_this(), pos, len));
}

}  // namespace edit

static void show(const char* what, const edit::TextEditor& ed) {
    std::printf("%-6s '%s' depth=%zu\n", what, ed.text().c_str(), ed.depth());
}

static void macro(const char* suffix) {
    auto ed = std::make_shared<edit::TextEditor>();
    ed->insert(0, "hello world");
    show("insert", *ed);
    ed->erase(0, 6);
    show("erase", *ed);
    ed->undo();
    show("undo", *ed);
    ed->redo();
    ed->insert(5, suffix);
    show("insert", *ed);
    while (ed->undo()) {
    }
    show("reset", *ed);
}

int main() {
    macro("!");
    macro(" (draft)");
    std::fflush(stdout);
    return 0;
}
