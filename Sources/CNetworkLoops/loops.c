#include "CNetworkLoops.h"

#include <stdint.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "processors.h"

/// 2^x for x between -126 and 126.
///
/// x = n + r with |r| <= 1/2, and 2^r by its power series up to r^7, within 2e-8 / 16.
INLINE float power_of_two(float x) {
  const float rounder = 0x1.8p23f;
  float shifted = x + rounder, r = x - (shifted - rounder);
  float p = 1.52527338e-5f;
  p = p * r + 1.54035304e-4f;
  p = p * r + 1.33335581e-3f;
  p = p * r + 9.61812911e-3f;
  p = p * r + 5.55041087e-2f;
  p = p * r + 0.240226507f;
  p = p * r + 0.693147181f;
  p = p * r + 1;
  return __builtin_bit_cast(
      float, __builtin_bit_cast(uint32_t, p) + (__builtin_bit_cast(uint32_t, shifted) << 23));
}

/// With s = s(u) and u = k (x + c x^3):  d/dx x s = s + x s (1 - s) k (1 + 3 c x^2).
EACH_PROCESSOR void network_gates(
    size_t count, const float *restrict xs, float steepness, float cubic,
    float *restrict results, float *restrict slopes) {
  const float log2_e = 1.44269504f;
  for (size_t i = 0; i < count; i++) {
    float x = xs[i], square = x * x;
    float u = -log2_e * steepness * x * (1 + cubic * square);
    u = u < -126 ? -126 : u;
    u = u > 126 ? 126 : u;
    float gate = 1 / (1 + power_of_two(u));
    results[i] = x * gate;
    slopes[i] = gate + x * gate * (1 - gate) * steepness * (1 + 3 * cubic * square);
  }
}

/// Of four times the turns the nearest whole number n is a count of quarters; the rest f, at most
/// 1/2, is the angle a = f pi / 2, whose power series up to a^9 and a^8 are within 4e-9 and 3e-8.
EACH_PROCESSOR void network_waves(
    size_t count, const double *restrict numbers, size_t waves, const double *restrict turns,
    size_t stride, float *restrict results) {
  const double rounder = 0x1.8p52;
  for (size_t row = 0; row < count; row++) {
    float *restrict sines = results + row * stride, *restrict cosines = sines + waves;
    double number = 4 * numbers[row];
    for (size_t i = 0; i < waves; i++) {
      double quarters = number * turns[i], shifted = quarters + rounder;
      uint32_t n = (uint32_t)__builtin_bit_cast(uint64_t, shifted);
      float a = (float)(quarters - (shifted - rounder)) * 1.57079633f, z = a * a;
      float sine = a + a * z * (-0.166666667f + z * (8.33333333e-3f +
                                z * (-1.98412698e-4f + z * 2.75573192e-6f)));
      float cosine = 1 + z * (-0.5f + z * (4.16666667e-2f +
                              z * (-1.38888889e-3f + z * 2.48015873e-5f)));
      uint32_t s = __builtin_bit_cast(uint32_t, sine), c = __builtin_bit_cast(uint32_t, cosine);
      uint32_t odd = -(n & 1);
      sines[i] = __builtin_bit_cast(float, ((odd & c) | (~odd & s)) ^ (n & 2) << 30);
      cosines[i] = __builtin_bit_cast(float, ((odd & s) | (~odd & c)) ^ (n + 1 & 2) << 30);
    }
  }
}

EACH_PROCESSOR void network_add_gated(
    size_t count, const float *restrict xs, float steepness, float cubic, float *restrict sums) {
  const float log2_e = 1.44269504f;
  for (size_t i = 0; i < count; i++) {
    float x = xs[i];
    float u = -log2_e * steepness * x * (1 + cubic * x * x);
    u = u < -126 ? -126 : u;
    u = u > 126 ? 126 : u;
    sums[i] += x / (1 + power_of_two(u));
  }
}

EACH_PROCESSOR double network_square_sum(size_t count, const float *restrict xs) {
  enum { lanes = 32 };
  float sums[lanes] = {0};
  size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (size_t k = 0; k < lanes; k++) sums[k] += xs[i + k] * xs[i + k];
  }
  for (; i < count; i++) sums[i % lanes] += xs[i] * xs[i];
  double sum = 0;
  for (size_t k = 0; k < lanes; k++) sum += sums[k];
  return sum;
}

EACH_PROCESSOR void network_adamw(
    size_t count, struct network_pace pace, const float *restrict gradients,
    const float *restrict before, float *restrict parameters, float *restrict means,
    float *restrict squares) {
  for (size_t i = 0; i < count; i++) {
    float g = pace.gradient_factor * gradients[i];
    float m = pace.first_kept * means[i] + pace.first_taken * g;
    float v = pace.second_kept * squares[i] + pace.second_taken * g * g;
    means[i] = m;
    squares[i] = v;
    // The elementwise form sets no errno, so that it can be a vector's.
    float size = __builtin_elementwise_sqrt(v * pace.spread) + 1e-8f;
    parameters[i] = pace.shrink * before[i] - pace.pace * m / size;
  }
}

EACH_PROCESSOR void network_multiply(
    size_t count, const float *restrict xs, const float *restrict ys, float *restrict results) {
  for (size_t i = 0; i < count; i++) results[i] = xs[i] * ys[i];
}

EACH_PROCESSOR void network_add(
    size_t count, float factor, const float *restrict xs, float *restrict sums) {
  for (size_t i = 0; i < count; i++) sums[i] += factor * xs[i];
}

EACH_PROCESSOR void network_average(
    size_t count, float kept, const float *restrict xs, float *restrict averages) {
  for (size_t i = 0; i < count; i++) averages[i] = kept * averages[i] + (1 - kept) * xs[i];
}

/// With u from 0 to 1 between the second and the third of four rows, Lagrange's weights are
///
///     -u (u - 1) (u - 2) / 6,   (u + 1) (u - 1) (u - 2) / 2,   -(u + 1) u (u - 2) / 2,
///     (u + 1) u (u - 1) / 6
EACH_PROCESSOR void network_add_between(
    size_t rows, size_t width, const double *restrict places, const float *restrict table,
    float *restrict sums) {
  for (size_t i = 0; i < rows; i++, sums += width) {
    size_t before = (size_t)places[i];
    float u = (float)(places[i] - (double)before);
    float a = -u * (u - 1) * (u - 2) / 6, b = (u + 1) * (u - 1) * (u - 2) / 2;
    float c = -(u + 1) * u * (u - 2) / 2, d = (u + 1) * u * (u - 1) / 6;
    const float *restrict row = table + (before - 1) * width;
    for (size_t k = 0; k < width; k++) {
      sums[k] += a * row[k] + b * row[width + k] + c * row[2 * width + k] + d * row[3 * width + k];
    }
  }
}

void network_repeat_row(
    size_t rows, size_t width, const float *restrict row, float *restrict copies) {
  for (size_t i = 0; i < rows; i++) memcpy(copies + i * width, row, width * sizeof *row);
}

EACH_PROCESSOR void network_add_row(
    size_t rows, size_t width, const float *restrict row, float *restrict sums) {
  for (size_t i = 0; i < rows; i++, sums += width) {
    for (size_t k = 0; k < width; k++) sums[k] += row[k];
  }
}

EACH_PROCESSOR void network_add_rows(
    size_t rows, size_t width, const float *restrict from, float *restrict sum) {
  for (size_t i = 0; i < rows; i++, from += width) {
    for (size_t k = 0; k < width; k++) sum[k] += from[k];
  }
}

EACH_PROCESSOR void network_softmax(
    size_t rows, size_t width, float scale, float *restrict values) {
  for (size_t i = 0; i < rows; i++, values += width) {
    float top = values[0], sum = 0;
    for (size_t k = 1; k < width; k++) top = values[k] > top ? values[k] : top;
    for (size_t k = 0; k < width; k++) {
      float u = 1.44269504f * scale * (values[k] - top);
      values[k] = power_of_two(u < -126 ? -126 : u);
    }
    for (size_t k = 0; k < width; k++) sum += values[k];
    for (size_t k = 0; k < width; k++) values[k] /= sum;
  }
}

EACH_PROCESSOR void network_softmax_slopes(
    size_t rows, size_t width, float scale, const float *restrict weights,
    float *restrict slopes) {
  for (size_t i = 0; i < rows; i++, weights += width, slopes += width) {
    float sum = 0;
    for (size_t k = 0; k < width; k++) sum += weights[k] * slopes[k];
    for (size_t k = 0; k < width; k++) slopes[k] = weights[k] * (slopes[k] - sum) * scale;
  }
}

void network_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // no more is allowed
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}
