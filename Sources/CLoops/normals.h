// Normal draws by the method of Box and Muller.
#pragma once

#include "lanes.h"

/// With uniform u and v, sqrt(-2 log u) and v turns are the polar coordinates of a point of the
/// plane whose coordinates are independent standard normal numbers.
INLINE void normal_pair(bit_lanes radius_bits, bit_lanes angle_bits, lanes *first, lanes *second) {
  lanes u = (__builtin_convertvector(radius_bits >> 11, lanes) + 0.5) * 0x1p-53;
  lanes v = (__builtin_convertvector(angle_bits >> 11, lanes) + 0.5) * 0x1p-53;
  lanes radius = __builtin_elementwise_sqrt(-2 * logarithm(u)), cosine, sine;
  cosine_and_sine(v, &cosine, &sine);
  *first = radius * cosine;
  *second = radius * sine;
}

static void normals(
    size_t pairs, const uint64_t *radius_bits, const uint64_t *angle_bits, double *first,
    double *second) {
  for (size_t i = 0; i < pairs; i += width) {
    size_t left = pairs - i, count = left < width ? left : width;
    bit_lanes radius = 0, angle = 0;
    memcpy(&radius, radius_bits + i, count * sizeof(uint64_t));
    memcpy(&angle, angle_bits + i, count * sizeof(uint64_t));
    lanes a, b;
    normal_pair(radius, angle, &a, &b);
    store_some(first + i, a, left);
    store_some(second + i, b, left);
  }
}

/// The finaliser of SplitMix64, as in CounterGenerator.
INLINE bit_lanes mixed(bit_lanes bits) {
  bits += 0x9e3779b97f4a7c15;
  bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
  return bits ^ bits >> 31;
}

INLINE bit_lanes draw(uint64_t key, bit_lanes index) {
  return mixed(key ^ mixed(index * 0x9e3779b97f4a7c15));
}

static void counted_normals(
    size_t pairs, uint64_t key, uint64_t index, double *first, double *second) {
  const bit_lanes even = {0, 2, 4, 6, 8, 10, 12, 14};
  for (size_t i = 0; i < pairs; i += width) {
    bit_lanes here = index + 2 * i + even;
    lanes a, b;
    normal_pair(draw(key, here), draw(key, here + 1), &a, &b);
    store_some(first + i, a, pairs - i);
    store_some(second + i, b, pairs - i);
  }
}
