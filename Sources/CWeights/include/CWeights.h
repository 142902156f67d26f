/// Weights that come with the program, each a whole safetensors file. They are made by
/// `noisebook train MODEL` with its standard settings; docs/weights.md says how good they are.
#pragma once

#include <stddef.h>

struct weights_file {
  const char *_Nonnull model;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The file at an index, null past the last.
const struct weights_file *_Nullable weights_at(size_t index);
