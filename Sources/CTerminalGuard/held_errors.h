/// Standard error while a full screen is shown: kept in a pipe, shown when the screen is left.
#pragma once

/// Starts keeping standard error back, where it is a terminal.
void held_errors_begin(void);

/// Gives standard error back and writes what was kept. Allowed in a signal's handler.
void held_errors_show(void);
