// Everything once more, compiled for what the including file has asked for.
#include "lists.h"
#include "mixture.h"
#include "normals.h"
#include "squares.h"

#define KERNELS(NAME)                                                                        \
  {.name = NAME, .mixture = mixture, .squares = squares, .normals = normals,                 \
   .counted_normals = counted_normals, .combine = combine, .distances = distances}
