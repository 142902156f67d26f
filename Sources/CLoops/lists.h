// Sums and distances of whole lists.
#pragma once

#include "lanes.h"

static void combine(
    size_t count, double a, const double *xs, double b, const double *ys, double *result) {
  for (size_t i = 0; i < count; i += width) {
    size_t left = count - i;
    lanes x = load_some(xs + i, left), y = load_some(ys + i, left);
    store_some(result + i, plus(a, x, b * y), left);
  }
}

static double distances(size_t count, double x, double y, const double *xs, const double *ys) {
  lanes sum = 0;
  for (size_t i = 0; i < count; i += width) {
    size_t left = count - i;
    lanes dx = load_some(xs + i, left) - x, dy = load_some(ys + i, left) - y;
    // The plain root: hypot, safe from overflow, is ten times slower.
    lanes distance = __builtin_elementwise_sqrt(plus(dx, dx, dy * dy));
    if (left < width) {
      const whole_lanes place = {0, 1, 2, 3, 4, 5, 6, 7};
      distance = place < (int64_t)left ? distance : 0;
    }
    sum += distance;
  }
  double total = 0;
  for (int lane = 0; lane < width; lane++) total += sum[lane];
  return total;
}
