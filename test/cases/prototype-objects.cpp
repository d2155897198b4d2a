// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Objects of a small prototype based language: a slot that is not found is
// looked up in the prototype.

class Object : public std::enable_shared_from_this<Object> {
public:
    using Ref = std::shared_ptr<Object>;

    explicit Object(Ref proto = nullptr) : proto_(std::move(proto)) {}

    Ref derive() { return std::make_shared<Object>(shared_from_this()); }

    Ref set(const std::string& slot, const std::string& value) {
        text_[slot] = value;
        return shared_from_this();
    }

    // Slots can hold other objects, which are copied in.
    Ref set(const std::string& slot, const Object& value) {
        objects_[slot] = std::make_shared<Object>(value);
        return shared_from_this();
    }

    std::string get(const std::string& slot) const {
        auto it = text_.find(slot);
        if (it != text_.end()) return it->second;
        return proto_ ? proto_->get(slot) : "undefined";
    }

    Ref object(const std::string& slot) const {
        auto it = objects_.find(slot);
        if (it != objects_.end()) return it->second;
        return proto_ ? proto_->object(slot) : nullptr;
    }

    int depth() const { return proto_ ? proto_->depth() + 1 : 0; }

private:
    Ref proto_;
    std::map<std::string, std::string> text_;
    std::map<std::string, Ref> objects_;
};

static void scenario() {
    auto animal = std::make_shared<Object>();
    animal->set("legs", "4")->set("sound", "...");
    auto dog = animal->derive()->set("sound", "woof");
    auto rex = dog->derive()->set("name", "rex");
    rex->set("friend", *rex);
    rex->set("parent", *dog);
    rex->set("name", "Rex!");

    std::vector<Object::Ref> chain{animal, dog, rex, rex->object("friend"), rex->object("parent")};
    for (const auto& o : chain)
        std::cout << o->depth() << ' ' << o->get("name") << ' ' << o->get("legs") << ' ' << o->get("sound") << '\n';
    auto buddy = rex->object("friend");
    std::cout << "friend of friend: " << (buddy->object("friend") ? "yes" : "no") << '\n';
    animal->set("legs", "many");
    std::cout << rex->get("legs") << ' ' << buddy->get("legs") << '\n';
}

int main() {
    scenario();
    return 0;
}
