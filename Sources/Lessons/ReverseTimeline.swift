import Diffusion

/// The steps that a film of samplers beside each other shows, from the first of them to 0.
///
/// Every step that one of them visits, where there are at most a hundred; else some hundred, evenly
/// spaced from T to 0.
struct ReverseTimeline: Sendable {
  /// Each below the one before, 0 last.
  let steps: [Int]

  init(_ samplers: [Sampler]) {
    let visited = Set(samplers.flatMap { $0.steps.map(\.t) } + [0])
    let schedules = samplers.map(\.schedule)
    let evenly = schedules.max { $0.steps < $1.steps }.map { StepTimeline($0).steps } ?? [0]
    steps = visited.count <= 101 ? visited.sorted(by: >) : evenly.reversed()
  }
}

extension Sampler {
  /// How many steps it has taken when a film stands at t: those that do not go below t.
  func taken(at t: Int) -> Int {
    // Steps go down, so those that count are the first.
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].previous >= t { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
