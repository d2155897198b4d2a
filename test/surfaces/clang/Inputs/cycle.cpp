#include "cycle.h"
int main() {}
