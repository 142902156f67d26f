import Curses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A second thread, as a long computation has one.
enum Worker {
  static func start(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    pthread_create(
      &thread, nil,
      { argument in
        protectThread()
        Worker.run(argument)
        return nil
      }, box.toOpaque())
  }

  static func ring(_ waker: Waker) {
    start { waker.wake() }
  }

  static func complain() {
    let text = "a word on standard error\n"
    _ = write(STDERR_FILENO, text, text.utf8.count)
  }

  private static func run(_ argument: UnsafeMutableRawPointer?) {
    guard let argument else { return }
    Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = work
    }
  }
}
