#include "CImageLoops.h"

#include <string.h>

#include "processors.h"

void network_lay_triples(
    struct network_images s, const float *restrict pixels, float *restrict triples) {
  size_t c = s.c, line = s.w * 3 * c, level = s.n * line;
  memset(triples, 0, level * sizeof *triples);
  memset(triples + (s.h + 1) * level, 0, level * sizeof *triples);
  for (size_t y = 0; y < s.h; y++) {
    for (size_t image = 0; image < s.n; image++) {
      const float *from = pixels + (image * s.h + y) * s.w * c;
      float *to = triples + (y + 1) * level + image * line;
      for (size_t x = 0; x < s.w; x++, to += 3 * c) {
        size_t first = x == 0, last = x + 1 == s.w ? 2 : 3;
        if (first == 1) memset(to, 0, c * sizeof *to);
        memcpy(to + first * c, from + (x + first - 1) * c, (last - first) * c * sizeof *to);
        if (last == 2) memset(to + 2 * c, 0, c * sizeof *to);
      }
    }
  }
}

void network_images_first(
    struct network_images s, const float *restrict rows, float *restrict pixels) {
  size_t line = s.w * s.c;
  for (size_t y = 0; y < s.h; y++) {
    for (size_t image = 0; image < s.n; image++, rows += line) {
      memcpy(pixels + (image * s.h + y) * line, rows, line * sizeof *rows);
    }
  }
}

void network_rows_first(
    struct network_images s, const float *restrict pixels, float *restrict rows) {
  size_t line = s.w * s.c;
  for (size_t y = 0; y < s.h; y++) {
    for (size_t image = 0; image < s.n; image++, rows += line) {
      memcpy(rows, pixels + (image * s.h + y) * line, line * sizeof *rows);
    }
  }
}

EACH_PROCESSOR void network_add_halved(
    struct network_images large, float factor, const float *restrict from, float *restrict small) {
  size_t c = large.c, line = large.w / 2 * c;
  for (size_t row = 0; row < large.n * large.h; row++) {
    // Rows of a batch come one after the other, and heights are even.
    float *to = small + row / 2 * line;
    for (size_t x = 0; x < large.w; x++, from += c) {
      for (size_t k = 0; k < c; k++) to[x / 2 * c + k] += factor * from[k];
    }
  }
}

EACH_PROCESSOR void network_add_doubled(
    struct network_images large, float factor, const float *restrict small, float *restrict to) {
  size_t c = large.c, line = large.w / 2 * c;
  for (size_t row = 0; row < large.n * large.h; row++) {
    const float *from = small + row / 2 * line;
    for (size_t x = 0; x < large.w; x++, to += c) {
      for (size_t k = 0; k < c; k++) to[k] += factor * from[x / 2 * c + k];
    }
  }
}

void network_join(
    size_t rows, size_t left_width, size_t right_width, const float *restrict left,
    const float *restrict right, float *restrict joined) {
  for (size_t row = 0; row < rows; row++) {
    memcpy(joined, left + row * left_width, left_width * sizeof *left);
    joined += left_width;
    memcpy(joined, right + row * right_width, right_width * sizeof *right);
    joined += right_width;
  }
}

void network_part(
    size_t rows, size_t left_width, size_t right_width, const float *restrict joined,
    float *restrict left, float *restrict right) {
  for (size_t row = 0; row < rows; row++) {
    memcpy(left + row * left_width, joined, left_width * sizeof *left);
    joined += left_width;
    memcpy(right + row * right_width, joined, right_width * sizeof *right);
    joined += right_width;
  }
}
