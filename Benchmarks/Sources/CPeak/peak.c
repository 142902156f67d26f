#include "CPeak.h"

#if defined __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#endif
#include "../../../Sources/CLoops/lanes.h"

double peak_multiply_adds(size_t rounds) {
  // Twelve vectors of four: as many as hide a multiply-add's four cycles in two units, and fit the
  // sixteen registers.
  typedef double four __attribute__((ext_vector_type(4)));
  four sums[12], factor = 0.999999, term = 1e-3;
  for (int i = 0; i < 12; i++) sums[i] = i;
  for (size_t round = 0; round < rounds; round++)
    for (int i = 0; i < 12; i++) sums[i] = sums[i] * factor + term;
  double total = 0;
  for (int i = 0; i < 12; i++) total += sums[i][0] + sums[i][1] + sums[i][2] + sums[i][3];
  return total;
}

double peak_exponentials(size_t rounds) {
  double exponents[512];
  for (int i = 0; i < 512; i++) exponents[i] = -0.05 * i;
  lanes total = 0;
  for (size_t round = 0; round < rounds; round++) {
    for (int i = 0; i < 512; i += width) total += power_of_two(load(exponents + i));
    __asm__ volatile("" ::: "memory");
  }
  double sum = 0;
  for (int lane = 0; lane < width; lane++) sum += total[lane];
  return sum;
}

#if defined __x86_64__
#pragma clang attribute pop
#endif
