#pragma once
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

// Swift sees neither macros that compute nor C's mutable globals; here they are as functions.

static inline WINDOW *curses_window(void) { return stdscr; }
static inline WINDOW *curses_real_screen(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_pairs(void) { return COLOR_PAIRS; }
static inline FILE *curses_standard_input(void) { return stdin; }
static inline int curses_number(const char *name) { return tigetnum((char *)name); }
static inline bool curses_flag(const char *name) { return tigetflag((char *)name) == 1; }
static inline char *curses_sequence(const char *name) { return tigetstr((char *)name); }
static inline char *curses_codeset(void) { return nl_langinfo(CODESET); }

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

// Of term.h only this: its macros are words such as `lines` and `bell`.
int setupterm(const char *type, int descriptor, int *status);

// Hidden behind _XOPEN_SOURCE, which must not reach the modules of C's library.
int wcwidth(wchar_t);
