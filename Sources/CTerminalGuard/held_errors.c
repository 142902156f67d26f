#include "held_errors.h"

#include <fcntl.h>
#include <unistd.h>

#include "CTerminalGuard.h"

static int errors = -1;
static int kept = -1;

/// Neither end may block: a full pipe drops the rest, and an empty one ends the showing.
static void leave_alone(int descriptor) {
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  fcntl(descriptor, F_SETFL, O_NONBLOCK);
}

void held_errors_begin(void) {
  int ends[2];
  if (errors >= 0 || !isatty(STDERR_FILENO) || pipe(ends) != 0) return;
  leave_alone(ends[0]);
  leave_alone(ends[1]);
  errors = terminal_guard_duplicate(STDERR_FILENO);
  kept = ends[0];
  if (errors >= 0) dup2(ends[1], STDERR_FILENO);
  close(ends[1]);
}

void held_errors_show(void) {
  if (errors < 0) return;
  dup2(errors, STDERR_FILENO);
  char bytes[512];
  ssize_t count;
  while ((count = read(kept, bytes, sizeof bytes)) > 0) {
    terminal_guard_write(errors, bytes, (size_t)count);
  }
  close(kept);
  close(errors);
  errors = -1;
}
