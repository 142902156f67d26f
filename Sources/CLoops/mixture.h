// Log density and score of a mixture, by sums of exponentials that can't overflow.
#pragma once

#include "lanes.h"

enum { some_components = 16 };

/// What is below 2^-70 of the largest term counts as nothing: 100,000 such terms don't reach the
/// last digit of a sum. Each is left out by itself, so that leaving many out at once, where that is
/// fast, gives the same bits.
static const double negligible = -70;

struct mixture_sums {
  lanes top;  // the largest exponent so far; the sums are over 2^(exponent - top)
  lanes total, x, y;
};

/// The exponents of some components at eight places; returns the largest of them and of `top`.
INLINE lanes exponents(
    lanes x, lanes y, int plane, size_t count, const double *part, lanes top, double *powers) {
  for (size_t k = 0; k < count; k++, part += 4, powers += width) {
    lanes dx = part[0] - x, dy = part[1] - y;
    lanes exponent = plus(plane ? plus(dx, dx, dy * dy) : dx * dx, part[3], part[2]);
    store(powers, exponent);
    top = larger(exponent, top);
  }
  return top;
}

INLINE void raise(size_t count, lanes top, double *powers) {
  for (size_t k = 0; k < count; k++, powers += width)
    store(powers, power_of_two_above(negligible, load(powers) - top));
}

/// Adds to the sums the powers, and the pulls towards each centre that they weigh.
INLINE void gather(
    lanes x, lanes y, int plane, size_t count, const double *part, const double *powers,
    struct mixture_sums *sums) {
  lanes total = sums->total, sum_x = sums->x, sum_y = sums->y;
  for (size_t k = 0; k < count; k++, part += 4, powers += width) {
    lanes power = load(powers), weight = power * part[3];
    total += power;
    sum_x = plus(weight, part[0] - x, sum_x);
    if (plane) sum_y = plus(weight, part[1] - y, sum_y);
  }
  sums->total = total, sums->x = sum_x, sums->y = sum_y;
}

INLINE void shrink(struct mixture_sums *sums, lanes top) {
  lanes factor = power_of_two_above(negligible, sums->top - top);
  sums->total *= factor, sums->x *= factor, sums->y *= factor;
}

INLINE int all_below(lanes x, double bound) {
  return __builtin_reduce_and((whole_lanes)(x < bound)) != 0;
}

/// The largest exponent is found before any is raised; by some components at a time, so that the
/// exponents stay in the first cache however many there are.
INLINE struct mixture_sums sums_at(
    lanes x, lanes y, int plane, size_t components, const double *parts) {
  double powers[some_components * width] __attribute__((aligned(64)));
  struct mixture_sums sums = {-__builtin_inf(), 0, 0, 0};
  for (size_t first = 0; first < components; first += some_components) {
    size_t left = components - first, count = left < some_components ? left : some_components;
    const double *part = parts + 4 * first;
    if (first == 0) {
      sums.top = exponents(x, y, plane, count, part, sums.top, powers);
    } else {
      lanes here = exponents(x, y, plane, count, part, -__builtin_inf(), powers);
      if (all_below(here - sums.top, negligible)) continue;
      lanes top = larger(here, sums.top);
      shrink(&sums, top);
      sums.top = top;
    }
    raise(count, sums.top, powers);
    gather(x, y, plane, count, part, powers, &sums);
  }
  return sums;
}

/// log(2) (top + log2(total)); what is no number stays none, though no maximum has seen it.
INLINE lanes log_density(struct mixture_sums sums, lanes x, lanes y) {
  lanes log = plus(sums.top, 0x1.62e42fefa39efp-1, logarithm(sums.total));
  return x == x && y == y ? log : x + y;
}

INLINE void evaluate_mixture(
    size_t count, const double *xs, const double *ys, int plane, size_t components,
    const double *parts, double *score_xs, double *score_ys, double *logs) {
  for (size_t i = 0; i < count; i += width) {
    size_t left = count - i;
    lanes x = load_some(xs + i, left), y = plane ? load_some(ys + i, left) : 0;
    struct mixture_sums sums = sums_at(x, y, plane, components, parts);
    // The parts have -log2(e) / 2 over the variance.
    lanes scale = -0x1.62e42fefa39efp0 / sums.total;
    store_some(score_xs + i, sums.x * scale, left);
    if (plane) store_some(score_ys + i, sums.y * scale, left);
    if (logs) store_some(logs + i, log_density(sums, x, y), left);
  }
}

static void mixture(
    size_t count, const double *xs, const double *ys, size_t components, const double *parts,
    double *score_xs, double *score_ys, double *logs) {
  if (ys && score_ys)
    evaluate_mixture(count, xs, ys, 1, components, parts, score_xs, score_ys, logs);
  else
    evaluate_mixture(count, xs, NULL, 0, components, parts, score_xs, NULL, logs);
}
