/// What this machine's arithmetic can do at best, in one thread.
#pragma once

#include <stddef.h>

/// Does 48 `rounds` multiply-adds that need not wait for each other, and returns a number that
/// depends on all.
double peak_multiply_adds(size_t rounds);

/// Raises 2 to 512 numbers, `rounds` times, by the kernels' own polynomial.
double peak_exponentials(size_t rounds);
