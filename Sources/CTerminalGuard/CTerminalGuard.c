#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "held_errors.h"

enum {
  farewell_capacity = 512,
  stack_capacity = 32 * 1024,
  patience_milliseconds = 200,
  path_capacity = 256
};

static const int guarded[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGILL,
                              SIGTRAP, SIGABRT, SIGBUS, SIGFPE,  SIGSEGV};
enum { guarded_count = sizeof guarded / sizeof guarded[0] };

static struct sigaction previous[guarded_count];
static char farewell_text[farewell_capacity];
static size_t farewell_length;
static struct termios line_settings;
static int terminal = -1;
static volatile sig_atomic_t is_armed;
static char left_file[path_capacity];
static volatile sig_atomic_t leaves_file;

/// A thread's stack for handlers; it must outlast the thread's last instruction, as this does.
static _Thread_local char handler_stack[stack_capacity];

/// After a suspension the terminal belongs to the shell until `fg`; its screen and its line
/// settings are then none of ours. A terminal that hung up has no foreground: then it does no harm.
static bool owns_terminal(void) {
  pid_t foreground = tcgetpgrp(terminal);
  return foreground == -1 || foreground == getpgrp();
}

/// Only functions that POSIX allows in a handler.
static void give_terminal_back(void) {
  if (!owns_terminal()) return;
  // A terminal held by Ctrl-S would block us for ever.
  struct pollfd output = {.fd = terminal, .events = POLLOUT};
  if (poll(&output, 1, patience_milliseconds) == 1) {
    terminal_guard_write(terminal, farewell_text, farewell_length);
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &line_settings);
}

static void remove_file(void) {
  if (!leaves_file) return;
  leaves_file = 0;
  unlink(left_file);
}

static void end_by_signal(int number) {
  remove_file();
  if (is_armed) {
    is_armed = 0;
    give_terminal_back();
    held_errors_show();
  }
  struct sigaction fallback = {.sa_handler = SIG_DFL};
  sigaction(number, &fallback, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + number);
}

static void end_by_exit(void) {
  remove_file();
  if (!is_armed) return;
  is_armed = 0;
  give_terminal_back();
  held_errors_show();
}

/// A crash must not stay with the runtime's own handler: it keeps the terminal while it prints.
/// What was asked to be ignored, as nohup does, stays ignored.
static void take_signals(void) {
  struct sigaction action = {.sa_handler = end_by_signal, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < guarded_count; index++) {
    sigaction(guarded[index], NULL, &previous[index]);
    if (previous[index].sa_handler != SIG_IGN) sigaction(guarded[index], &action, NULL);
  }
}

bool terminal_guard_arm(const char *farewell, size_t length) {
  static bool is_registered;
  if (is_armed || length > farewell_capacity) return false;
  if (tcgetattr(STDIN_FILENO, &line_settings) != 0) return false;
  if (!is_registered && atexit(end_by_exit) != 0) return false;
  is_registered = true;
  if (terminal < 0) terminal = terminal_guard_duplicate(STDOUT_FILENO);
  if (terminal < 0 || !terminal_guard_protect_thread()) return false;
  terminal_guard_release();
  memcpy(farewell_text, farewell, length);
  farewell_length = length;
  held_errors_begin();
  is_armed = 1;
  take_signals();
  return true;
}

bool terminal_guard_remove_at_end(const char *path) {
  leaves_file = 0;
  if (path == NULL) return true;
  if (strlen(path) >= path_capacity) return false;
  strcpy(left_file, path);
  leaves_file = 1;
  return true;
}

void terminal_guard_disarm(void) {
  if (!is_armed) return;
  for (int index = 0; index < guarded_count; index++) {
    sigaction(guarded[index], &previous[index], NULL);
  }
  is_armed = 0;
  held_errors_show();
}

bool terminal_guard_protect_thread(void) {
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  terminal_guard_hold();
  return sigaltstack(&stack, NULL) == 0;
}

bool terminal_guard_write(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
  return true;
}

int terminal_guard_duplicate(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, 3); }
