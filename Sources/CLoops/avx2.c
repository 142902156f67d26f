// For processors of x86-64 since 2013 (Intel) and 2015 (AMD).
#ifdef __x86_64__
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "choice.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop

const struct loops loops_avx2 = KERNELS("AVX2");
#endif
