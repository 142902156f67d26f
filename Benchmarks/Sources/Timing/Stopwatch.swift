#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long some work takes, in seconds.
public struct Stopwatch {
  /// By the clock on the wall.
  public let passed: Double
  /// Of the processor, all threads of this process together.
  public let processor: Double

  /// The work returns a number that depends on all of it, so that none can be left out.
  public static func time(_ work: () -> Double) -> Stopwatch {
    let (start, used) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    precondition(work().isFinite, "the work came to nothing")
    return Stopwatch(
      passed: seconds(CLOCK_MONOTONIC) - start,
      processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - used)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// Writes now what was printed: who asks waits for each line.
public func flush() { fflush(nil) }
