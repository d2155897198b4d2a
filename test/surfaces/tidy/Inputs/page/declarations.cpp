#include <memory>
#include <vector>

struct Page;
struct Image;
struct Link;
struct Note;
struct Book {
  std::vector<std::shared_ptr<Page>> pages;
  std::vector<std::shared_ptr<Image>> images;
  std::vector<std::shared_ptr<Link>> links;
  std::vector<std::shared_ptr<Note>> notes;
};
using BookPtr = std::shared_ptr<Book>;
using std::shared_ptr;

struct Page {
  BookPtr book;
};
struct Image {
  shared_ptr<const Book> book = nullptr;
};
struct Link {
  const std::shared_ptr<Book> book;
};
struct Note {
  std::shared_ptr<Book> book, other;
};

void fill(const BookPtr &book) {
  auto page = std::make_shared<Page>();
  page->book = book;
  book->pages.push_back(page);
  auto image = std::make_shared<Image>();
  image->book = book;
  book->images.push_back(image);
  book->links.push_back(std::shared_ptr<Link>(new Link{book}));
  auto note = std::make_shared<Note>();
  note->book = book;
  book->notes.push_back(note);
}
