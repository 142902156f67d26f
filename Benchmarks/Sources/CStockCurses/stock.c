#define NCURSES_WIDECHAR 1
#include "CStockCurses.h"

#include <locale.h>
#include <ncurses.h>

enum { entries = 257, longest_row = 512 };

static int pairs[entries][entries];
static int pair_count;

bool stock_open(void) {
  setlocale(LC_ALL, "");
  if (initscr() == NULL) return false;
  cbreak();
  noecho();
  curs_set(0);
  start_color();
  use_default_colors();
  return true;
}

static int pair(short foreground, short background) {
  if (foreground < 0 && background < 0) return 0;
  int *known = &pairs[foreground + 1][background + 1];
  if (*known == 0) {
    *known = ++pair_count;
    init_extended_pair(*known, foreground, background);
  }
  return *known;
}

void stock_show(const struct stock_cell *cells, int columns, int rows, bool carries) {
  cchar_t line[longest_row];
  for (int row = 0; row < rows; row++) {
    short carried = -1;
    for (int column = 0; column < columns && column < longest_row; column++) {
      struct stock_cell cell = cells[row * columns + column];
      wchar_t text[2] = {cell.character, 0};
      short foreground = carries && cell.character == L' ' ? carried : cell.foreground;
      carried = foreground;
      int number = pair(foreground, cell.background);
      setcchar(&line[column], text, A_NORMAL, 0, &number);
    }
    mvadd_wchnstr(row, 0, line, columns);
  }
  refresh();
}

void stock_close(void) { endwin(); }
