import Canvas
import Synchronization

/// The layout of the page that was shown last: an animation changes its figures, not its text.
///
/// A class, because `view` reads a value and may not change it; what it gives is the same with or
/// without it.
final class LayoutCache: Sendable {
  struct Key: Hashable, Sendable {
    let place: Reading.Location
    let size: Size
    let heights: [Int?]
    let surroundings: [Int]
    let turned: Set<String>
    let exercise: ExerciseState
    let trial: [[Run]]
  }

  private let last = Mutex<(key: Key, layout: PageLayout)?>(nil)

  func layout(for key: Key, make: () -> PageLayout) -> PageLayout {
    if let known = last.withLock({ $0 }), known.key == key { return known.layout }
    let layout = make()
    last.withLock { $0 = (key, layout) }
    return layout
  }

  /// What is known holds no more: the text has changed.
  func forget() { last.withLock { $0 = nil } }
}
