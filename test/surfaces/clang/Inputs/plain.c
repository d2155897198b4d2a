struct Node {
  struct Node *next;
};
