import Exercises
import Notebook
import Shelf

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The reader's place on disk, with what went wrong kept as a sentence.
struct ProgressStore: Sendable {
  private let file = progressFile()
  private(set) var problem: String?

  mutating func load() -> Progress {
    guard let file else {
      problem = "Your place is not being saved: HOME is not set."
      return Progress()
    }
    do throws(ProgressError) {
      return try file.read()
    } catch {
      problem = error.description
      return Progress()
    }
  }

  /// Stores progress; returns why it could not.
  func save(_ progress: Progress) -> String? {
    guard let file else { return "Your place is not being saved: HOME is not set." }
    do throws(ProgressError) {
      try file.add(progress)
      return nil
    } catch {
      return error.description
    }
  }
}

/// Stores an attempt; what keeps it from being stored is said on standard error.
func record(_ marking: Marking, _ kind: Attempt.Kind, answer: String, at exercise: String) {
  guard marking.verdict != .invalid else { return }
  let attempt = Attempt(
    kind, answer: answer, isRight: marking.verdict == .right,
    misconception: marking.misconception, at: millisecondsSince1970())
  guard let file = progressFile() else {
    return warn("Your answer is not being saved: HOME is not set.")
  }
  do throws(ProgressError) {
    try file.record(attempt, at: exercise)
  } catch {
    warn(error.description)
  }
}

private func millisecondsSince1970() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
}
