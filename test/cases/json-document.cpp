// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

// JSON-like values; containers share their elements.

namespace json {

class Value;
using Ref = std::shared_ptr<Value>;
using Array = std::vector<Ref>;
using Object = std::map<std::string, Ref>;

class Value {
public:
    Value() = default;
    template <class T>
    explicit Value(T v) : data_(std::move(v)) {}

    Ref at(const std::string& key) {
        if (!std::holds_alternative<Object>(data_)) data_ = Object{};
        auto& slot = std::get<Object>(data_)[key];
        if (!slot) slot = std::make_shared<Value>();
        return slot;
    }

    void push(Ref v) {
        if (!std::holds_alternative<Array>(data_)) data_ = Array{};
        std::get<Array>(data_).push_back(std::move(v));
    }

    template <class T>
    void set(T v) {
        data_ = std::move(v);
    }

    // Elements of the copy are new values, not references to the old ones.
    Ref clone() const {
        auto c = std::make_shared<Value>();
        if (auto* a = std::get_if<Array>(&data_))
            for (const auto& e : *a) c->push(e->clone());
        else if (auto* o = std::get_if<Object>(&data_))
            for (const auto& [k, v] : *o) c->at(k)->data_ = v->clone()->data_;
        else
            c->data_ = data_;
        return c;
    }

    void write(std::ostream& os) const {
        if (auto* a = std::get_if<Array>(&data_)) {
            os << '[';
            for (std::size_t i = 0; i < a->size(); ++i) {
                if (i) os << ',';
                (*a)[i]->write(os);
            }
            os << ']';
        } else if (auto* o = std::get_if<Object>(&data_)) {
            os << '{';
            for (const auto& [k, v] : *o) {
                os << k << ':';
                v->write(os);
                os << ';';
            }
            os << '}';
        } else if (auto* s = std::get_if<std::string>(&data_)) {
            os << '\'' << *s << '\'';
        } else if (auto* i = std::get_if<int>(&data_)) {
            os << *i;
        } else {
            os << "null";
        }
    }

private:
    std::variant<std::monostate, int, std::string, Array, Object> data_;
};

inline std::string text(const Ref& v) {
    std::ostringstream os;
    v->write(os);
    return os.str();
}

}  // namespace json

static void scenario() {
    auto doc = std::make_shared<json::Value>();
    doc->at("name")->set(std::string("router"));
    doc->at("ports")->push(std::make_shared<json::Value>(80));
    doc->at("ports")->push(std::make_shared<json::Value>(443));
    auto backup = doc->clone();
    doc->at("fallback")->push(backup);
    doc->at("fallback")->push(backup->at("ports"));
    doc->at("owner")->at("mail");
    std::cout << json::text(doc) << '\n';
    backup->at("ports")->push(std::make_shared<json::Value>(8080));
    std::cout << json::text(doc) << '\n' << json::text(backup) << '\n';
}

int main() {
    scenario();
    return 0;
}
