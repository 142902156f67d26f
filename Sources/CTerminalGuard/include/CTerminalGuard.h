/// What must happen to a terminal whatever ends the program, and what the kernel alone can tell.
///
/// A signal's handler may use next to nothing: no allocation, no lock, no Swift. So this is C, and
/// all that a handler needs lies ready in static memory before the first one is installed.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Saves the line settings and takes INT TERM HUP QUIT ILL TRAP ABRT BUS FPE SEGV.
///
/// Call it before the terminal is opened. Each handler writes `farewell`, restores the line
/// settings, sets the default action and raises the signal again, so that a shell sees the true
/// end. A signal that the parent had ignored stays ignored. exit() is covered too. Until
/// terminal_guard_disarm, standard error is kept back where it is a terminal, and shown after the
/// farewell: a message would be lost with the screen it is drawn over.
/// False when armed already, when standard input has no line settings, or `length` is over 512.
bool terminal_guard_arm(const char *farewell, size_t length);

/// Gives the signals back and shows what was written to standard error meanwhile.
void terminal_guard_disarm(void);

/// Removes a file, such as a socket, when a signal or exit() ends the program; NULL forgets it.
///
/// Call it once the guard is armed. False where the path has 256 bytes or more.
bool terminal_guard_remove_at_end(const char *path);

/// Gives the calling thread a stack of its own for handlers, without which its overflow is mute,
/// and leaves suspension and resizing to the thread that draws.
bool terminal_guard_protect_thread(void);

/// Lets `off` and `on` be written around the suspension that curses has taken charge of.
///
/// Call it after curses is open; curses itself does not know of pasting and of our mouse.
void terminal_guard_wrap_suspension(void);
void terminal_guard_set_modes(const char *on, const char *off);

/// Whether the program was suspended and came back since the last call.
bool terminal_guard_was_suspended(void);

/// Holds suspension and resizing back, so that neither interrupts a frame, and lets them through.
void terminal_guard_hold(void);
void terminal_guard_release(void);

/// Waits until one of two descriptors can be read, with suspension and resizing let through.
///
/// `milliseconds` below zero wait for ever. Bit 0: the first can be read, bit 1: the second.
/// 0: time is over. -1: a signal came, or an error: see errno.
int terminal_guard_wait(int first, int second, int milliseconds);

/// The size of the terminal at a descriptor, in cells.
bool terminal_guard_size(int descriptor, int *columns, int *rows);

/// Writes all of it, over interruptions.
bool terminal_guard_write(int descriptor, const char *bytes, size_t length);

/// A copy of a descriptor that no other program inherits; -1 on failure.
int terminal_guard_duplicate(int descriptor);

/// Keeps memory that one frame frees for the next.
///
/// What is given back to the kernel and asked for again comes page by page, cleared: a sixth of the
/// time that a film takes at 200x50. Does nothing where the C library is not glibc.
void terminal_guard_keep_memory(void);
