// RUN: %check_tidy %s -- -std=c11 | count 0

// C has no owners.

struct shared_ptr {
  void *pointer;
};
struct tree {
  struct shared_ptr leaf;
  struct tree *parent;
  struct {
    struct tree *left, *right;
  };
};
int function(struct tree *t) { return t->left ? function(t->right) : 0; }
