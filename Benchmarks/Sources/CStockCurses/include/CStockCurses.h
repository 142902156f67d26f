/// Stock ncurses as a program uses it that knows no better: the peer of the room Curses.
#pragma once

#include <stdbool.h>
#include <wchar.h>

/// A cell as it is handed over; a colour is an entry of the palette, -1 the terminal's own.
struct stock_cell {
  wchar_t character;
  short foreground;
  short background;
};

/// initscr() and what any animation sets; false where there is no terminal.
bool stock_open(void);

/// Shows a whole screen of cells, row by row.
///
/// Where `carries`, a blank takes on the foreground of the cell before it, for that costs no change
/// of colour and nobody sees it.
void stock_show(const struct stock_cell *cells, int columns, int rows, bool carries);

void stock_close(void);
