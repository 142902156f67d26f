#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#endif
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "CLoops.h"

enum { most_threads = 16 };

struct job {
  void (*work)(void *context, size_t piece);
  void *context;
  size_t pieces;
  atomic_size_t next;
};

static void *take_pieces(void *argument) {
  struct job *job = argument;
  for (size_t piece; (piece = atomic_fetch_add(&job->next, 1)) < job->pieces;)
    job->work(job->context, piece);
  return NULL;
}

/// Signals from outside are left to the threads that were there before; faults of the thread's own
/// can't be.
static void outside_signals(sigset_t *set) {
  sigfillset(set);
  const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) sigdelset(set, own[i]);
}

void loops_spread(
    size_t pieces, size_t threads, void (*work)(void *, size_t), void *context) {
  struct job job = {.work = work, .context = context, .pieces = pieces};
  pthread_t helpers[most_threads];
  size_t started = 0;
  if (threads > pieces) threads = pieces;
  if (threads > 1) {
    sigset_t outside, before;
    outside_signals(&outside);
    pthread_sigmask(SIG_BLOCK, &outside, &before);
    // Fewer threads than asked for do the same work, so a refusal is no error.
    while (started + 1 < threads && started < most_threads &&
           pthread_create(&helpers[started], NULL, take_pieces, &job) == 0)
      started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  take_pieces(&job);
  for (size_t i = 0; i < started; i++) pthread_join(helpers[i], NULL);
}

size_t loops_processors(void) {
#ifdef __linux__
  cpu_set_t usable;
  if (sched_getaffinity(0, sizeof usable, &usable) == 0) return (size_t)CPU_COUNT(&usable);
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (size_t)count : 1;
}
