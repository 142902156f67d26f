/// What this process has written and worked so far.
#pragma once

struct process_cost {
  long bytes;
  /// Calls of the kernel that write.
  long writes;
  /// Of the processor, in the program and in the kernel.
  double seconds;
};

/// The kernel's own count of all writes, so that nothing is missed and nothing slowed down.
///
/// Source: proc(5), /proc/self/io, which Linux alone has; elsewhere bytes and writes are -1.
struct process_cost process_cost_now(void);
