import CLoops

/// The results of `work` for each piece below `pieces`, on as many processors as may be used.
///
/// Threads live for this call alone: some 50 microseconds, so it pays for work of a millisecond.
/// No results depend on how many there are, as a piece is worked on by one.
package func inParallel<Result: Sendable>(
  _ pieces: Int, threads: Int? = nil, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard pieces > 0 else { return [] }
  return [Result](unsafeUninitializedCapacity: pieces) { buffer, initialized in
    guard let start = buffer.baseAddress else { return }
    withoutActuallyEscaping(work) { work in
      let job = Job { (start + $0).initialize(to: work($0)) }
      withExtendedLifetime(job) {
        loops_spread(
          pieces, threads ?? loops_processors(),
          { Unmanaged<Job>.fromOpaque($0).takeUnretainedValue().run($1) },
          Unmanaged.passUnretained(job).toOpaque())
      }
    }
    initialized = pieces
  }
}

/// What a thread needs, behind one pointer.
private final class Job {
  let run: (Int) -> Void

  init(_ run: @escaping (Int) -> Void) { self.run = run }
}
