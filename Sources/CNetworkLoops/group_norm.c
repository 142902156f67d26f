#include <string.h>

#include "CImageLoops.h"
#include "processors.h"

/// The sum of a group's channels.
INLINE float group_sum(const float *channels, size_t group, size_t width) {
  float sum = 0;
  for (size_t k = 0; k < width; k++) sum += channels[group * width + k];
  return sum;
}

// Sums are taken channel by channel over all places, which a compiler makes vectors of, and then
// over the channels of a group.

EACH_PROCESSOR void network_group_norm(
    struct network_groups size, const float *restrict xs, const float *restrict scale,
    const float *restrict shift, float *restrict results, float *restrict moments,
    float *restrict work) {
  size_t c = size.channels, width = c / size.groups;
  float count = (float)(size.places * width);
  float *restrict sums = work, *restrict means = work + c;
  for (size_t example = 0; example < size.examples; example++) {
    memset(sums, 0, c * sizeof *sums);
    for (size_t p = 0; p < size.places; p++) {
      for (size_t k = 0; k < c; k++) sums[k] += xs[p * c + k];
    }
    for (size_t group = 0; group < size.groups; group++) {
      float mean = group_sum(sums, group, width) / count;
      moments[2 * group] = mean;
      for (size_t k = 0; k < width; k++) means[group * width + k] = mean;
    }
    memset(sums, 0, c * sizeof *sums);
    for (size_t p = 0; p < size.places; p++) {
      for (size_t k = 0; k < c; k++) {
        float rest = xs[p * c + k] - means[k];
        sums[k] += rest * rest;
      }
    }
    for (size_t group = 0; group < size.groups; group++) {
      float variance = group_sum(sums, group, width) / count;
      moments[2 * group + 1] = 1 / __builtin_sqrtf(variance + 1e-5f);
    }
    // result = a x + b for each channel.
    for (size_t k = 0; k < c; k++) {
      sums[k] = scale[k] * moments[k / width * 2 + 1];
      means[k] = shift[k] - sums[k] * means[k];
    }
    for (size_t p = 0; p < size.places; p++) {
      for (size_t k = 0; k < c; k++) results[p * c + k] = sums[k] * xs[p * c + k] + means[k];
    }
    xs += size.places * c;
    results += size.places * c;
    moments += 2 * size.groups;
  }
}

/// With y = (x - m) i, the scale s and the slopes g of s y + shift:
///
///     dx = i (s g - mean(s g) - y mean(s g y)) = a g + b + d x
///
/// where a = i s, d = -i^2 mean(s g y) and b = -i mean(s g) - d m.
EACH_PROCESSOR void network_group_norm_slopes(
    struct network_groups size, const float *restrict xs, const float *restrict gradients,
    const float *restrict scale, const float *restrict moments, float *restrict slopes,
    float *restrict scale_slopes, float *restrict shift_slopes, float *restrict work) {
  size_t c = size.channels, width = c / size.groups;
  float count = (float)(size.places * width);
  float *restrict sums = work, *restrict products = work + c;
  float *restrict as = work + 2 * c, *restrict bs = work + 3 * c, *restrict ds = work + 4 * c;
  for (size_t example = 0; example < size.examples; example++) {
    memset(sums, 0, 2 * c * sizeof *sums);
    for (size_t k = 0; k < c; k++) as[k] = moments[k / width * 2];
    for (size_t p = 0; p < size.places; p++) {
      for (size_t k = 0; k < c; k++) {
        float g = gradients[p * c + k];
        sums[k] += g;
        products[k] += g * (xs[p * c + k] - as[k]);
      }
    }
    for (size_t k = 0; k < c; k++) {
      products[k] *= moments[k / width * 2 + 1];
      scale_slopes[k] += products[k];
      shift_slopes[k] += sums[k];
      sums[k] *= scale[k];
      products[k] *= scale[k];
    }
    for (size_t group = 0; group < size.groups; group++) {
      float m = moments[2 * group], i = moments[2 * group + 1];
      float d = -i * i * group_sum(products, group, width) / count;
      float b = -i * group_sum(sums, group, width) / count - d * m;
      for (size_t k = group * width; k < (group + 1) * width; k++) {
        as[k] = i * scale[k];
        bs[k] = b;
        ds[k] = d;
      }
    }
    for (size_t p = 0; p < size.places; p++) {
      for (size_t k = 0; k < c; k++) {
        slopes[p * c + k] = as[k] * gradients[p * c + k] + bs[k] + ds[k] * xs[p * c + k];
      }
    }
    xs += size.places * c;
    gradients += size.places * c;
    slopes += size.places * c;
    moments += 2 * size.groups;
  }
}
