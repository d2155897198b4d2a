// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Hotel bookings with designated initialisers throughout.

struct Guest;

struct Booking {
    int room = 0;
    int nights = 1;
    std::shared_ptr<Guest> guest = {};
    std::optional<std::string> wish = std::nullopt;
};

struct Guest {
    std::string name;
    std::optional<Booking> current = std::nullopt;
    std::vector<std::tuple<int, int>> past = {};
};

class Desk {
public:
    std::shared_ptr<Guest> arrive(std::string name) const { return std::make_shared<Guest>(Guest{.name = std::move(name)}); }

    void book(const std::shared_ptr<Guest>& g, int room, int nights) {
        checkOut(*g);
        g->current.emplace(Booking{.room = room, .nights = nights, .guest = g});
        ++bookings_;
    }

    // Keeps room and nights only.
    void checkOut(Guest& g) {
        if (!g.current) return;
        g.past.emplace_back(g.current->room, g.current->nights);
        g.current.reset();
    }

    static std::string label(const Booking& b) {
        return b.guest->name + " in " + std::to_string(b.room) + (b.wish ? " wants " + *b.wish : "");
    }

    int bookings() const { return bookings_; }

private:
    int bookings_ = 0;
};

static void scenario() {
    Desk desk;
    auto ruth = desk.arrive("Ruth");
    auto paul = desk.arrive("Paul");
    desk.book(ruth, 101, 2);
    ruth->current->wish = "quiet";
    std::cout << Desk::label(*ruth->current) << '\n';
    desk.book(ruth, 205, 1);
    desk.book(paul, 101, 3);
    std::cout << Desk::label(*ruth->current) << '\n' << Desk::label(*paul->current) << '\n';
    desk.checkOut(*paul);
    for (const auto& g : {ruth, paul}) {
        int nights = 0;
        for (const auto& [room, n] : g->past) nights += n + 0 * room;
        std::cout << g->name << " stayed " << nights << (g->current ? ", still here" : ", left") << '\n';
    }
    std::cout << desk.bookings() << " bookings\n";
}

int main() {
    scenario();
    return 0;
}
