// Missed: the data decide. A string says which language refers to which.
// XFAIL: *
// RUN: %judge_case %s %t

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Resolvers of message texts per language. Each may have a substitute.

class Texts {
public:
    virtual ~Texts() = default;
    virtual std::string find(const std::string& key, int depth = 0) const = 0;
};

class NoTexts : public Texts {
public:
    std::string find(const std::string& key, int) const override { return "{" + key + "}"; }
};

class Language : public Texts {
public:
    explicit Language(std::string code) : code_(std::move(code)), substitute_(std::make_shared<NoTexts>()) {}

    Language& text(const std::string& key, const std::string& s) {
        texts_[key] = s;
        return *this;
    }

    void substitute(std::shared_ptr<const Texts> t) { substitute_ = std::move(t); }

    std::string find(const std::string& key, int depth) const override {
        auto it = texts_.find(key);
        if (it != texts_.end()) return it->second;
        return depth < 3 ? substitute_->find(key, depth + 1) : "?" + key + "@" + code_;
    }

private:
    std::string code_;
    std::map<std::string, std::string> texts_;
    std::shared_ptr<const Texts> substitute_;
};

class Catalogue {
public:
    std::shared_ptr<Language> language(const std::string& code) {
        auto& l = all_[code];
        if (!l) l = std::make_shared<Language>(code);
        return l;
    }

    // "pt:es es:pt fr:en" style list out of the settings file
    void substitutes(const std::string& spec) {
        for (std::size_t i = 0; i + 4 < spec.size() + 1; i += 6)
            language(spec.substr(i, 2))->substitute(language(spec.substr(i + 3, 2)));
    }

private:
    std::map<std::string, std::shared_ptr<Language>> all_;
};

static void scenario(const std::string& settings) {
    Catalogue c;
    c.language("en")->text("ok", "OK").text("quit", "Quit");
    c.language("pt")->text("ok", "Certo");
    c.language("es")->text("quit", "Salir");
    c.substitutes(settings);
    for (const char* code : {"pt", "es", "fr"})
        std::cout << code << ": " << c.language(code)->find("ok", 0) << ' ' << c.language(code)->find("quit", 0) << ' '
                  << c.language(code)->find("help", 0) << '\n';
}

int main() {
    scenario("fr:en");
    scenario("pt:es es:pt fr:en");
    return 0;
}
