import Notebook
import Shelf

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
