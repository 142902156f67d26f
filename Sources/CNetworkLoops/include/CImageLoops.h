/// The inner loops of layers for images: [n, h, w, c], the channels of a pixel side by side.
///
/// What is written never overlaps what is read.
#pragma once

#include <stddef.h>

struct network_images {
  size_t n, h, w, c;
};

/// Of each pixel three neighbours side by side: the one to its left, itself, the one to its right.
///
/// Zeros beyond the border, and a row of zeros above and below: [h + 2, n, w, 3 c]. Rows of all
/// images come together, so that those of the pixels above and below are one block, moved.
void network_lay_triples(
    struct network_images images, const float *_Nonnull pixels, float *_Nonnull triples);

/// [h, n, w, c] to [n, h, w, c], and back.
void network_images_first(
    struct network_images images, const float *_Nonnull rows, float *_Nonnull pixels);
void network_rows_first(
    struct network_images images, const float *_Nonnull pixels, float *_Nonnull rows);

/// Small pixels += factor times each of the four large pixels that lie in them; `large` even.
void network_add_halved(
    struct network_images large, float factor, const float *_Nonnull from, float *_Nonnull small);

/// Each of the four large pixels += factor times the small one they lie in; `large` even.
void network_add_doubled(
    struct network_images large, float factor, const float *_Nonnull small,
    float *_Nonnull to);

/// Two rows side by side, for each of some rows; and parted again, added to what is there.
void network_join(
    size_t rows, size_t left_width, size_t right_width, const float *_Nonnull left,
    const float *_Nonnull right, float *_Nonnull joined);
void network_part(
    size_t rows, size_t left_width, size_t right_width, const float *_Nonnull joined,
    float *_Nonnull left, float *_Nonnull right);

/// The groups of channels that are normalised together; see Operations+Normalisation.swift.
struct network_groups {
  size_t examples, places, channels, groups;
};

/// Numbers less their group's mean over its deviation, times a scale, plus a shift.
///
/// `moments` gets the mean and the inverse deviation of each group of each example; `work` has room
/// for 2 channels.
void network_group_norm(
    struct network_groups size, const float *_Nonnull xs, const float *_Nonnull scale,
    const float *_Nonnull shift, float *_Nonnull results, float *_Nonnull moments,
    float *_Nonnull work);

/// Slopes of what was normalised; those of scale and shift are added. `work` has room for 5 channels.
void network_group_norm_slopes(
    struct network_groups size, const float *_Nonnull xs, const float *_Nonnull gradients,
    const float *_Nonnull scale, const float *_Nonnull moments, float *_Nonnull slopes,
    float *_Nonnull scale_slopes, float *_Nonnull shift_slopes, float *_Nonnull work);
