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

  /// Stores an attempt with the time that it is now; returns why it could not.
  func record(_ attempt: Attempt, at exercise: String) -> String? {
    guard let file else { return "Your answer is not being saved: HOME is not set." }
    do throws(ProgressError) {
      try file.record(attempt.timed(millisecondsSince1970()), at: exercise)
      return nil
    } catch {
      return error.description
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

/// The id from which exercises draw this reader's numbers, where there is one.
func storedStudent() -> String? { (try? progressFile()?.read())?.student }

/// Stores an attempt; what keeps it from being stored is said on standard error.
func record(_ marking: Marking, _ kind: Attempt.Kind, answer: String, at exercise: String) {
  guard marking.verdict != .invalid else { return }
  let attempt = Attempt(kind, answer: answer, marking)
  if let problem = ProgressStore().record(attempt, at: exercise) { warn(problem) }
}

private func millisecondsSince1970() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
}
