import CTerminalGuard

/// Prepares a worker thread, as the first thing it does.
///
/// It gets a stack for the handlers of signals, so that the terminal is given back when its own
/// stack overflows, and leaves suspension and resizing to the thread that draws.
package func protectThread() {
  _ = terminal_guard_protect_thread()
}
