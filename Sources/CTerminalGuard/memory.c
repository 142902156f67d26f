#include "CTerminalGuard.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

void terminal_guard_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}
#else
void terminal_guard_keep_memory(void) {}
#endif
