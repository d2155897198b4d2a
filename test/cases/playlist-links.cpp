// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <string>
#include <utility>

// Double linked list of songs. Links are strong in both directions because a
// player may keep its position while songs are removed.

class Song {
public:
    explicit Song(std::string t) : title(std::move(t)) {}
    std::string title;
    std::shared_ptr<Song> next;
    std::shared_ptr<Song> prev;

    void unlink() {
        if (prev) prev->next = next;
        if (next) next->prev = prev;
        prev.reset();
        next.reset();
    }
};

class Playlist {
public:
    Playlist() = default;
    Playlist(const Playlist&) = delete;
    Playlist& operator=(const Playlist&) = delete;

    ~Playlist() { clear(); }

    std::shared_ptr<Song> append(const std::string& title) {
        auto s = std::make_shared<Song>(title);
        if (last_) {
            s->prev = last_;
            last_->next = s;
        } else {
            first_ = s;
        }
        last_ = s;
        return s;
    }

    void remove(const std::shared_ptr<Song>& s) {
        if (s == first_) first_ = s->next;
        if (s == last_) last_ = s->prev;
        s->unlink();
    }

    void clear() {
        while (first_) remove(std::shared_ptr<Song>(first_));
    }

    void print() const {
        for (auto s = first_; s; s = s->next) std::cout << s->title << (s->next ? ", " : "\n");
    }

    void printReversed() const {
        for (auto s = last_; s; s = s->prev) std::cout << s->title << (s->prev ? ", " : "\n");
    }

private:
    std::shared_ptr<Song> first_;
    std::shared_ptr<Song> last_;
};

static void scenario() {
    std::shared_ptr<Song> position;
    {
        Playlist list;
        list.append("Blue Train");
        auto naima = list.append("Naima");
        list.append("Giant Steps");
        position = list.append("Spiral");
        list.print();
        list.remove(naima);
        list.printReversed();
        std::cout << "at " << position->title << " after " << position->prev->title << '\n';
        Playlist empty;
        empty.print();
    }
    std::cout << "at " << position->title << (position->prev ? " linked" : " alone") << '\n';
}

int main() {
    scenario();
    return 0;
}
