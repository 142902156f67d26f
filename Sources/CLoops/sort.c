#include <stdlib.h>
#include <string.h>

#include "CLoops.h"

enum { digit = 11, digits = 6, values = 1 << digit };

/// May stand in the place of a double.
typedef uint64_t key __attribute__((may_alias));

/// Bits whose order as whole numbers is the numbers' own: all are turned over below zero, and the
/// sign's alone above.
static key key_of(double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  return bits ^ (-(bits >> 63) | 1ull << 63);
}

static double number_of(uint64_t key) {
  uint64_t bits = key ^ ((key >> 63) - 1 | 1ull << 63);
  double number;
  memcpy(&number, &bits, sizeof number);
  return number;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/// Places the keys in order of one digit; `starts` holds how many keys have each of its values.
/// Keys that all have the same are left alone; whether they moved.
static int move(
    size_t count, const key *from, key *to, uint32_t *starts, int shift) {
  if (starts[from[0] >> shift & values - 1] == count) return 0;
  uint32_t start = 0;
  for (int value = 0; value < values; value++) {
    uint32_t here = starts[value];
    starts[value] = start;
    start += here;
  }
  for (size_t i = 0; i < count; i++) to[starts[from[i] >> shift & values - 1]++] = from[i];
  return 1;
}

/// By digits of 11 bits, the lowest first: six passes whatever the numbers are, where comparing
/// takes log2(count) and guesses half of them wrong.
void loops_sort(size_t count, double *numbers, double *room) {
  if (count < 200 || count > UINT32_MAX) {
    qsort(numbers, count, sizeof *numbers, compare);
    return;
  }
  key *keys = (key *)numbers, *others = (key *)room;
  uint32_t counts[digits][values];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < count; i++) {
    uint64_t bits = keys[i] = key_of(numbers[i]);
    for (int d = 0; d < digits; d++) counts[d][bits >> d * digit & values - 1]++;
  }
  for (int d = 0; d < digits; d++)
    if (move(count, keys, others, counts[d], d * digit)) {
      key *moved = others;
      others = keys;
      keys = moved;
    }
  for (size_t i = 0; i < count; i++) numbers[i] = number_of(keys[i]);
}
