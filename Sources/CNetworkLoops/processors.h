#pragma once

#define INLINE static inline __attribute__((always_inline))

// For x86-64 processors since 2013 and for all others; the loader chooses. Elsewhere the compiler's
// own vectors will do.
#if defined(__x86_64__) && defined(__linux__)
#define EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define EACH_PROCESSOR
#endif
