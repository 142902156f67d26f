#pragma once

#include "CLoops.h"

extern const struct loops loops_plain;
#ifdef __x86_64__
extern const struct loops loops_avx2;
#endif
