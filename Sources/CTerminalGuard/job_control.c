#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "CTerminalGuard.h"

enum { modes_capacity = 64 };

static char modes_on[modes_capacity];
static char modes_off[modes_capacity];
static void (*curses_suspension)(int);
static volatile sig_atomic_t came_back;

static void set_job_signals(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGTSTP);
  sigaddset(set, SIGWINCH);
}

void terminal_guard_hold(void) {
  sigset_t set;
  set_job_signals(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

void terminal_guard_release(void) {
  sigset_t set;
  set_job_signals(&set);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void suspend(int number) {
  int kept = errno;
  terminal_guard_write(STDOUT_FILENO, modes_off, strlen(modes_off));
  curses_suspension(number);
  terminal_guard_write(STDOUT_FILENO, modes_on, strlen(modes_on));
  came_back = 1;
  errno = kept;
}

void terminal_guard_wrap_suspension(void) {
  struct sigaction action;
  if (sigaction(SIGTSTP, NULL, &action) != 0) return;
  if (action.sa_handler == SIG_IGN || action.sa_handler == SIG_DFL) return;
  if (action.sa_handler == suspend) return;
  curses_suspension = action.sa_handler;
  action.sa_handler = suspend;
  sigaction(SIGTSTP, &action, NULL);
}

void terminal_guard_set_modes(const char *on, const char *off) {
  terminal_guard_hold();
  strncpy(modes_on, on, modes_capacity - 1);
  strncpy(modes_off, off, modes_capacity - 1);
  terminal_guard_release();
}

bool terminal_guard_was_suspended(void) {
  bool answer = came_back != 0;
  came_back = 0;
  return answer;
}

/// pselect lets the signals through only while it waits: one that comes just before is not missed.
int terminal_guard_wait(int first, int second, int milliseconds) {
  if (first < 0 || second < 0 || first >= FD_SETSIZE || second >= FD_SETSIZE) return -1;
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(first, &readable);
  FD_SET(second, &readable);
  sigset_t open;
  pthread_sigmask(SIG_BLOCK, NULL, &open);
  sigdelset(&open, SIGTSTP);
  sigdelset(&open, SIGWINCH);
  struct timespec time = {milliseconds / 1000, (milliseconds % 1000) * 1000000L};
  int last = first > second ? first : second;
  int count = pselect(last + 1, &readable, NULL, NULL, milliseconds < 0 ? NULL : &time, &open);
  if (count <= 0) return count;
  return (FD_ISSET(first, &readable) ? 1 : 0) | (FD_ISSET(second, &readable) ? 2 : 0);
}

bool terminal_guard_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
