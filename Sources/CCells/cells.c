#include "CCells.h"

// #embed is of C23; clang has it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char source[] = {
#embed "figures.py"
};

const unsigned char *cells_bytes(void) { return source; }

size_t cells_count(void) { return sizeof source; }
