// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

// Input form with pluggable checks.

class Form;

struct Field {
    std::string name;
    std::string text;
    std::function<bool(const std::string&)> check;
};

struct MaxLength {
    std::size_t limit;
    bool operator()(const std::string& s) const { return s.size() <= limit; }
};

// Compares with another field of the same form.
struct SameAs {
    std::shared_ptr<Form> form;
    std::string other;
    bool operator()(const std::string& s) const;
};

class Form {
public:
    explicit Form(std::string title) : title_(std::move(title)) {}

    Field& field(const std::string& name) {
        for (auto& f : fields_)
            if (f.name == name) return f;
        fields_.push_back(Field{name, "", nullptr});
        return fields_.back();
    }

    std::vector<std::string> errors() const {
        std::vector<std::string> out;
        for (const auto& f : fields_)
            if (f.check && !f.check(f.text)) out.push_back(f.name);
        return out;
    }

    const std::string& title() const { return title_; }

private:
    std::string title_;
    std::vector<Field> fields_;
};

bool SameAs::operator()(const std::string& s) const { return form->field(other).text == s; }

static void show(const Form& f) {
    std::cout << f.title() << ":";
    for (const auto& e : f.errors()) std::cout << " !" << e;
    std::cout << '\n';
}

static std::shared_ptr<Form> signUp() {
    auto form = std::make_shared<Form>("sign up");
    form->field("name").check = MaxLength{8};
    form->field("password").check = [](const std::string& s) { return s.size() >= 4; };
    form->field("repeat").check = SameAs{form, "password"};
    return form;
}

static void scenario() {
    auto form = signUp();
    show(*form);
    form->field("name").text = "maximilian";
    form->field("password").text = "secret";
    show(*form);
    form->field("name").text = "max";
    form->field("repeat").text = "secret";
    show(*form);
}

int main() {
    scenario();
    return 0;
}
