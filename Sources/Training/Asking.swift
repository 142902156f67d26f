import Diffusion
import Networks
import Probability

extension Cloud {
  /// What a network answers, asked a few at a time on as many processors as there are: what its
  /// layers make of them stays in the cache.
  func inParts<Answer: Cloud>(
    of size: Int, _ answer: @Sendable (Self) -> Answer
  ) -> Answer {
    let places = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    return .joined(inParallel(places.count) { answer(part(places[$0])) })
  }
}

extension Schedule {
  /// The time of this schedule that a network which has learned it is told at each step of another;
  /// index 0 is unused.
  func told(_ other: Schedule) -> [Double] {
    other == self ? (0...steps).map(Double.init) : times(of: other)
  }
}
