/// The Python of exported notebooks, figures.py, which comes with the program.
#pragma once

#include <stddef.h>

const unsigned char *_Nonnull cells_bytes(void);
size_t cells_count(void);
