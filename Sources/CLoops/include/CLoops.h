/// The loops that everything exact waits for, eight numbers at a time.
///
/// Elementary functions of the C library take one number. Here they are polynomials over vectors,
/// so that one instruction works on four numbers where the machine can (AVX2), on two elsewhere.
/// All is double precision. What is computed for a number never depends on its neighbours, so a
/// list gives the same results whole and in parts, on every thread count.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A list of numbers of unknown length; what is written never overlaps what is read, except where
/// it is the very same list.
struct loops {
  const char *_Nonnull name;

  /// Log density and score of a mixture of round normal distributions.
  ///
  /// `parts` has four numbers a component: its centre x and y, log2 of its weight over the whole of
  /// its shape, and -log2(e) / 2 over its variance. `ys` and `score_ys` are null together, for
  /// numbers instead of points; `logs` may be null. Both are right far from every component, as
  /// only differences of exponents are raised.
  void (*_Nonnull mixture)(
      size_t count, const double *_Nonnull xs, const double *_Nullable ys, size_t components,
      const double *_Nonnull parts, double *_Nonnull score_xs, double *_Nullable score_ys,
      double *_Nullable logs);

  /// Log density and score of squares that are evenly filled, together with a mass of one a square
  /// of side 1, and blurred by normal noise.
  ///
  /// Square k has the centre (columns[cells[2 k]], rows[cells[2 k + 1]]). `scratch` has room for 24
  /// numbers a column and row.
  void (*_Nonnull squares)(
      size_t count, const double *_Nonnull xs, const double *_Nonnull ys, double deviation,
      double side, size_t column_count, const double *_Nonnull columns, size_t row_count,
      const double *_Nonnull rows, size_t square_count, const uint32_t *_Nonnull cells,
      double *_Nonnull scratch, double *_Nonnull score_xs, double *_Nonnull score_ys,
      double *_Nonnull logs);

  /// Pairs of independent standard normal numbers, from 64 random bits each (Box and Muller 1958).
  void (*_Nonnull normals)(
      size_t pairs, const uint64_t *_Nonnull radius_bits, const uint64_t *_Nonnull angle_bits,
      double *_Nonnull first, double *_Nonnull second);

  /// The same with draws `index` on of the counter-based generator with this key; a pair takes two.
  void (*_Nonnull counted_normals)(
      size_t pairs, uint64_t key, uint64_t index, double *_Nonnull first, double *_Nonnull second);

  /// result = a x + b y, number by number.
  void (*_Nonnull combine)(
      size_t count, double a, const double *_Nonnull xs, double b, const double *_Nonnull ys,
      double *_Nonnull result);

  /// The sum of the distances of one point from many.
  double (*_Nonnull distances)(
      size_t count, double x, double y, const double *_Nonnull xs, const double *_Nonnull ys);
};

/// The fastest loops that this machine can run.
const struct loops *_Nonnull loops_best(void);

/// All loops that this machine can run, the fastest first; null past the last.
const struct loops *_Nullable loops_choice(size_t index);

/// Sorts numbers ascending; none of them may be not a number. `room` has place for as many.
void loops_sort(size_t count, double *_Nonnull numbers, double *_Nonnull room);

/// Calls `work(context, piece)` for each piece below `pieces`, on up to `threads` threads, of which
/// the calling one is the first; returns when all is done.
void loops_spread(
    size_t pieces, size_t threads, void (*_Nonnull work)(void *_Nonnull context, size_t piece),
    void *_Nonnull context);

/// Processors that this process may use.
size_t loops_processors(void);
