// Log density and score of blurred squares: products of intervals of the normal distribution.
#pragma once

#include "lanes.h"

/// The part of the standard normal distribution in an interval: 2^exponent body, and the mean of
/// the numbers in it. Digits stay where the interval is narrow or far out.
struct interval {
  lanes exponent, body, mean;
};

static const double log2_e = 0x1.71547652b82fep0;
static const double inverse_root = 0x1.9884533d43651p-2;  // 1 / sqrt(2 pi)

/// Mills' ratio, the tail above x over the density at x, for x of at least 0.
///
/// (1 + x) M(x) is a polynomial of degree 24 in (x - 4) / (x + 4), within 6e-17 of itself. Source
/// of the form: Shepherd and Laframboise 1981, "Chebyshev approximation of (1 + 2x) exp(x^2)
/// erfc x in 0 <= x < infinity".
INLINE lanes mills(lanes x) {
  static const double coefficients[] = {
      0x1.e43c2f7819330p-32, -0x1.d02a574fc3d52p-30, -0x1.bfc92641285a9p-28,
      0x1.d63331d5e1af1p-27, 0x1.b31fc93941288p-25,  -0x1.81489db1a0c10p-25,
      -0x1.33e2c7a558ccbp-22, -0x1.bd172086fa452p-29, 0x1.7547d9ba61961p-20,
      0x1.11b33801be25cp-20, -0x1.b7c7bd0a41473p-18, -0x1.20c73590b1830p-17,
      0x1.1e8b62c37f73bp-15, 0x1.bed60220522b1p-15,  -0x1.cdd35445ec4a3p-13,
      -0x1.f0664af391f6cp-13, 0x1.c89d7e06b2201p-10, -0x1.775d4dc1399a3p-11,
      -0x1.9ae19ffc1abc6p-7, 0x1.704e20a15a71fp-5,   -0x1.4a947b618cb01p-4,
      0x1.25a4eb031d740p-4,  0x1.1f7901bed41d7p-5,   -0x1.f06f3d0b9e652p-3,
      0x1.2eea40b9abcabp0,
  };
  lanes t = (x - 4) / (x + 4), p = coefficients[0];
  for (int i = 1; i < 25; i++) p = plus(p, t, coefficients[i]);
  return p / (1 + x);
}

/// With z = m + u the density is phi(m) exp(-m u - u^2 / 2), whose exponent is at most 1.5 in size:
/// ten places of Gauss and Legendre's rule give 16 digits.
INLINE struct interval narrow(lanes middle, double side) {
  static const double places[] = {
      0.148874338981631211, 0.433395394129247191, 0.679409568299024406, 0.865063366688984511,
      0.97390652851717172};
  static const double weights[] = {
      0.29552422471475287, 0.269266719309996355, 0.219086362515982044, 0.149451349150580593,
      0.0666713443086881376};
  lanes mass = 0, moment = 0;
  for (int i = 0; i < 5; i++) {
    double u = 0.5 * side * places[i], even = -0.5 * log2_e * u * u;
    lanes slope = middle * (log2_e * u);
    lanes below = weights[i] * power_of_two(even + slope);
    lanes above = weights[i] * power_of_two(even - slope);
    mass += above + below;
    moment = plus(above - below, u, moment);
  }
  return (struct interval){
      -0.5 * log2_e * middle * middle, 0.5 * side * inverse_root * mass, middle + moment / mass};
}

/// By the tails at both ends, for a middle m of at least 0: (l, u) = m -+ w / 2.
///
/// With M Mills' ratio, above zero the mass is phi(l) M(l) - phi(u) M(u), where
/// phi(u) = phi(l) exp(-m w); around zero it is 1 - phi(l) M(-l) - phi(u) M(u). The mean is
/// (phi(l) - phi(u)) / mass.
INLINE struct interval wide(lanes middle, double side) {
  lanes lower = middle - 0.5 * side, upper = middle + 0.5 * side;
  whole_lanes outside = lower > 0;
  lanes low = power_of_two_above(-1022, -0.5 * log2_e * lower * lower);
  lanes high =
      power_of_two_above(-1022, (outside ? -middle * side : -0.5 * upper * upper) * log2_e);
  lanes tail_low = mills(size_of(lower)), tail_high = high * mills(upper);
  lanes body = outside ? inverse_root * (tail_low - tail_high)
                       : 1 - inverse_root * plus(low, tail_low, tail_high);
  return (struct interval){
      outside ? -0.5 * log2_e * lower * lower : 0, body,
      inverse_root * (outside ? 1 - high : low - high) / body};
}

INLINE struct interval interval(lanes middle, double side) {
  lanes distance = size_of(middle);
  whole_lanes is_narrow = side * (1 + distance) < 2;
  struct interval part;
  if (__builtin_reduce_and(is_narrow)) {
    part = narrow(distance, side);
  } else if (!__builtin_reduce_or(is_narrow)) {
    part = wide(distance, side);
  } else {
    struct interval near = narrow(distance, side), far = wide(distance, side);
    part.exponent = is_narrow ? near.exponent : far.exponent;
    part.body = is_narrow ? near.body : far.body;
    part.mean = is_narrow ? near.mean : far.mean;
  }
  part.mean = middle < 0 ? -part.mean : part.mean;
  return part;
}

INLINE void intervals(
    lanes place, double scale, double side, size_t count, const double *centres,
    double *scratch) {
  for (size_t k = 0; k < count; k++, scratch += 3 * width) {
    struct interval part = interval((place - centres[k]) * scale, side);
    store(scratch, part.exponent);
    store(scratch + width, part.body);
    store(scratch + 2 * width, part.mean);
  }
}

static void squares(
    size_t count, const double *xs, const double *ys, double deviation, double side,
    size_t column_count, const double *columns, size_t row_count, const double *rows,
    size_t square_count, const uint32_t *cells, double *scratch, double *score_xs,
    double *score_ys, double *logs) {
  double scale = 1 / deviation, unit_side = side / deviation;
  double *row_scratch = scratch + 3 * width * column_count;
  for (size_t i = 0; i < count; i += width) {
    size_t left = count - i;
    lanes x = load_some(xs + i, left), y = load_some(ys + i, left);
    intervals(x, scale, unit_side, column_count, columns, scratch);
    intervals(y, scale, unit_side, row_count, rows, row_scratch);
    lanes top = -__builtin_inf(), total = 0, sum_x = 0, sum_y = 0;
    for (size_t k = 0; k < square_count; k++)
      top = larger(
          load(scratch + 3 * width * cells[2 * k]) +
              load(row_scratch + 3 * width * cells[2 * k + 1]),
          top);
    for (size_t k = 0; k < square_count; k++) {
      const double *across = scratch + 3 * width * cells[2 * k];
      const double *along = row_scratch + 3 * width * cells[2 * k + 1];
      lanes weight = load(across + width) * load(along + width) *
                     power_of_two_above(-1022, load(across) + load(along) - top);
      total += weight;
      // The slope of the log of an interval's part is minus the mean in it.
      sum_x -= weight * load(across + 2 * width);
      sum_y -= weight * load(along + 2 * width);
    }
    store_some(score_xs + i, sum_x / total * scale, left);
    store_some(score_ys + i, sum_y / total * scale, left);
    lanes log = plus(top, 0x1.62e42fefa39efp-1, logarithm(total));
    store_some(logs + i, x == x && y == y ? log : x + y, left);
  }
}
