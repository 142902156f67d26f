// For any processor: SSE2 on x86-64, NEON on ARM.
#include "choice.h"
#include "kernels.h"

const struct loops loops_plain = KERNELS("plain");
