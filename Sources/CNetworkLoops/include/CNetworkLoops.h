/// The inner loops of networks that are no products of matrices, on single precision.
///
/// Written so that the compiler makes vectors of them: no branches, and polynomials in place of the
/// C library's functions, which take one number. What is written never overlaps what is read.
#pragma once

#include <stddef.h>

#include "CImageLoops.h"

/// Numbers times a gate that opens with them, and the slopes of that.
///
///     result = x s(k (x + c x^3)),   s(u) = 1 / (1 + exp(-u))
void network_gates(
    size_t count, const float *_Nonnull xs, float steepness, float cubic, float *_Nonnull results,
    float *_Nonnull slopes);

/// sums += x s(k (x + c x^3)).
void network_add_gated(
    size_t count, const float *_Nonnull xs, float steepness, float cubic, float *_Nonnull sums);

/// Sines and cosines of multiples of numbers: for each number `waves` sines, then as many cosines.
///
/// `turns` has one multiple a wave, in full turns; each number's results begin `stride` after those
/// of the number before. Right to 2e-7 for up to 2^40 turns.
void network_waves(
    size_t count, const double *_Nonnull numbers, size_t waves, const double *_Nonnull turns,
    size_t stride, float *_Nonnull results);

/// Numbers of one step of AdamW; see AdamW.swift for what they mean.
///
/// What a moving average takes of the new is given besides what it keeps: 1 less 0.999 in single
/// precision is off by 5e-5 of itself.
struct network_pace {
  float gradient_factor, first_kept, first_taken, second_kept, second_taken, pace, spread, shrink;
};

/// `parameters` are those of `before` after the step.
void network_adamw(
    size_t count, struct network_pace pace, const float *_Nonnull gradients,
    const float *_Nonnull before, float *_Nonnull parameters, float *_Nonnull means,
    float *_Nonnull squares);

/// The sum of x^2, of each 32nd number first.
double network_square_sum(size_t count, const float *_Nonnull xs);

/// results = x y.
void network_multiply(
    size_t count, const float *_Nonnull xs, const float *_Nonnull ys, float *_Nonnull results);

/// sums += factor x.
void network_add(size_t count, float factor, const float *_Nonnull xs, float *_Nonnull sums);

/// averages = kept averages + (1 - kept) x.
void network_average(size_t count, float kept, const float *_Nonnull xs, float *_Nonnull averages);

/// Adds to each row what a table has between its rows at a place: the cubic through four of them.
void network_add_between(
    size_t rows, size_t width, const double *_Nonnull places, const float *_Nonnull table,
    float *_Nonnull sums);

/// Writes one row as each of some rows.
void network_repeat_row(
    size_t rows, size_t width, const float *_Nonnull row, float *_Nonnull copies);

/// Adds one row to each of some rows.
void network_add_row(
    size_t rows, size_t width, const float *_Nonnull row, float *_Nonnull sums);

/// Adds each of some rows to one row.
void network_add_rows(
    size_t rows, size_t width, const float *_Nonnull from, float *_Nonnull sum);

/// Each row becomes exp(scale x), divided by the row's sum of these.
void network_softmax(size_t rows, size_t width, float scale, float *_Nonnull values);

/// Slopes of softmax weights to slopes of what they were made of: w (g - sum of w g) scale.
void network_softmax_slopes(
    size_t rows, size_t width, float scale, const float *_Nonnull weights,
    float *_Nonnull slopes);

/// Keeps memory that was given back for the next large tensor, where the C library is glibc.
///
/// By itself it returns arrays above 128 kB to the system at once, which has to clear their pages
/// when they are asked for again: a quarter of a training step.
void network_keep_memory(void);
