// Eight doubles as one value, and the elementary functions of it.
//
// Made by the compiler's vector types: a+b*c on them is two fused instructions with AVX2, four pairs
// without. Coefficients are those of Chebyshev interpolation in 60-digit arithmetic; each bound
// given is that of the polynomial, to which rounding adds less than one unit in the last place.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The vectors are never passed to a function that is not inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

enum { width = 8 };

typedef double lanes __attribute__((ext_vector_type(8)));
typedef int64_t whole_lanes __attribute__((ext_vector_type(8)));
typedef uint64_t bit_lanes __attribute__((ext_vector_type(8)));

INLINE lanes load(const double *numbers) {
  lanes x;
  memcpy(&x, numbers, sizeof x);
  return x;
}

INLINE void store(double *numbers, lanes x) { memcpy(numbers, &x, sizeof x); }

/// The first `count` numbers, and 0 in the lanes above.
INLINE lanes load_some(const double *numbers, size_t count) {
  if (count >= width) return load(numbers);
  lanes x = 0;
  memcpy(&x, numbers, count * sizeof(double));
  return x;
}

INLINE void store_some(double *numbers, lanes x, size_t count) {
  memcpy(numbers, &x, (count < width ? count : width) * sizeof(double));
}

INLINE whole_lanes bits_of(lanes x) { return __builtin_bit_cast(whole_lanes, x); }
INLINE lanes of_bits(whole_lanes bits) { return __builtin_bit_cast(lanes, bits); }

/// a b + c, fused where the machine can.
INLINE lanes plus(lanes a, lanes b, lanes c) { return a * b + c; }
INLINE lanes larger(lanes a, lanes b) { return a > b ? a : b; }
INLINE lanes size_of(lanes x) { return of_bits(bits_of(x) & INT64_MAX); }

/// Added to a number below 2^51, it leaves the nearest whole number in the lowest bits.
static const double rounder = 0x1.8p52;

/// 2^x for x between -1022 and 1000.
///
/// x = n + r with |r| <= 1/2, and 2^r = 1 + r P(r), P of degree 10, within 6e-18. Even and odd
/// coefficients are paired (Estrin), so that a processor finds work while it waits.
INLINE lanes power_of_two(lanes x) {
  lanes shifted = x + rounder;
  lanes r = x - (shifted - rounder), r2 = r * r;
  lanes p0 = plus(0x1.ebfbdff82c598p-3, r, 0x1.62e42fefa39efp-1);
  lanes p2 = plus(0x1.3b2ab6fba1ddap-7, r, 0x1.c6b08d704a0c2p-5);
  lanes p4 = plus(0x1.430913096fd9fp-13, r, 0x1.5d87fe78a5276p-10);
  lanes p6 = plus(0x1.62bfd47773353p-20, r, 0x1.ffcbfc670dcd4p-17);
  lanes p8 = plus(0x1.e6063f7217bc6p-28, r, 0x1.b524fae627834p-24);
  p8 = plus(0x1.e9d3fe3952179p-32, r2, p8);
  lanes p = plus(plus(p8, r2 * r2, plus(p6, r2, p4)), r2 * r2, plus(p2, r2, p0));
  return of_bits(bits_of(plus(r, p, 1)) + (bits_of(shifted) << 52));
}

/// 2^x, and 0 where x is below `bound`, which is at least -1022.
INLINE lanes power_of_two_above(double bound, lanes x) {
  return x < bound ? 0 : power_of_two(x);
}

/// log(x) for positive x that are no smaller than 2^-1022.
///
/// x = 2^k m with m between sqrt(1/2) and sqrt(2); with s = f / (2 + f), f = m - 1,
///
///     log m = log((1 + s) / (1 - s)) = 2 s + s^3 L(s^2)
///           = f - (f^2 / 2 - s (f^2 / 2 + s^2 L(s^2)))
///
/// where the last form keeps f whole (as fdlibm's e_log.c). L of degree 6 is within 1e-17.
INLINE lanes logarithm(lanes x) {
  whole_lanes k = (bits_of(x) - 0x3fe6a09e667f3bcd) >> 52;
  lanes f = of_bits(bits_of(x) - (k << 52)) - 1;
  lanes exponent = of_bits(k + bits_of((lanes)rounder)) - rounder;
  lanes s = f / (2 + f), z = s * s, half = 0.5 * f * f;
  lanes l = plus(0x1.2b584aae78a57p-3, z, 0x1.39fe606542ddep-3);
  l = plus(l, z, 0x1.7462b4ab2ef6bp-3);
  l = plus(l, z, 0x1.c71c62e5800a1p-3);
  l = plus(l, z, 0x1.2492492df148dp-2);
  l = plus(l, z, 0x1.99999999952e2p-2);
  l = plus(l, z, 0x1.5555555555558p-1);
  lanes rest = plus(s, plus(z, l, half), exponent * 0x1.cf79abc9e3b3ap-40);
  return plus(exponent, 0x1.62e42fefap-1, f - (half - rest));
}

/// Cosine and sine of x full turns, for |x| below 2^49.
///
/// 4 x = n + f with |f| <= 1/2 is exact. Of the angle f pi / 2 the sine is f (pi/2 + f^2 S(f^2)),
/// within 2e-17, and the cosine 1 + f^2 C(f^2), within 2e-19; n quarter turns change them over.
INLINE void cosine_and_sine(lanes x, lanes *cosine, lanes *sine) {
  lanes shifted = 4 * x + rounder;
  whole_lanes n = bits_of(shifted);
  lanes f = 4 * x - (shifted - rounder), z = f * f;
  lanes s = plus(0x1.e4a9d9166f052p-25, z, -0x1.e3027dea82bd7p-19);
  s = plus(s, z, 0x1.50783208843ebp-13);
  s = plus(s, z, -0x1.32d2cce500387p-8);
  s = plus(s, z, 0x1.466bc6775a476p-4);
  s = plus(s, z, -0x1.4abbce625be52p-1);
  s = f * plus(s, z, 0x1.921fb54442d18p0);
  lanes c = plus(-0x1.b2f3eb054afcdp-28, z, 0x1.f9ce245cada0bp-22);
  c = plus(c, z, -0x1.a6d1eef479be1p-16);
  c = plus(c, z, 0x1.e1f5068688d5bp-11);
  c = plus(c, z, -0x1.55d3c7e3cb241p-6);
  c = plus(c, z, 0x1.03c1f081b5ac0p-2);
  c = plus(c, z, -0x1.3bd3cc9be45dep0);
  c = plus(c, z, 1);
  whole_lanes odd = -(n & 1);
  *cosine = of_bits((odd ? bits_of(s) : bits_of(c)) ^ ((n + 1) & 2) << 62);
  *sine = of_bits((odd ? bits_of(c) : bits_of(s)) ^ (n & 2) << 62);
}
