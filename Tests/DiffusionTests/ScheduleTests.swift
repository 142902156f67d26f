import Diffusion
import Foundation
import Testing

/// A row of `Reference/schedules.json`: 50-digit arithmetic rounded to doubles.
private struct ReferenceRow: Decodable, CustomTestStringConvertible {
  let schedule: String
  let steps: Int
  let t: Int
  let first: Double?
  let last: Double?
  let beta: Double
  let alpha: Double
  let alphaBar: Double
  let snr: Double

  enum CodingKeys: String, CodingKey {
    case steps = "T"
    case first = "beta_start"
    case last = "beta_end"
    case alphaBar = "alpha_bar"
    case schedule, t, beta, alpha, snr
  }

  var testDescription: String { "\(schedule) T=\(steps) t=\(t)" }

  static func all() throws -> [ReferenceRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/schedules.json")
    return try JSONDecoder().decode([ReferenceRow].self, from: Data(contentsOf: file))
  }

  func computed() throws -> Schedule {
    let (first, last) = (first ?? 1e-4, last ?? 0.02)
    return switch schedule {
    case "linear": try .linear(steps: steps, from: first, to: last)
    case "scaled-linear": try .scaledLinear(steps: steps, from: first, to: last)
    default: try .cosine(steps: steps)
    }
  }
}

private func relativeError(_ got: Double, _ want: Double) -> Double {
  got == want ? 0 : abs(got - want) / abs(want)
}

@Test func `every schedule agrees with 50-digit arithmetic`() throws {
  let rows = try ReferenceRow.all()
  #expect(rows.count > 150)
  for row in rows {
    let schedule = try row.computed()
    // A product of T factors gathers T roundings of 1e-16 each.
    let bound = row.steps > 4000 ? 1e-11 : 1e-12
    let pairs = [
      (schedule.beta[row.t], row.beta), (schedule.alpha[row.t], row.alpha),
      (schedule.alphaBar[row.t], row.alphaBar),
      (schedule.signalToNoiseRatio(at: row.t), row.snr),
    ]
    for (got, want) in pairs {
      #expect(relativeError(got, want) < bound, "\(row.testDescription): \(got), not \(want)")
    }
  }
}

@Test func `the running example has the products that a hand gets`() throws {
  let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
  for (got, want) in zip(schedule.alphaBar, [1, 0.9, 0.72, 0.36]) {
    #expect(abs(got - want) < 1e-15)
  }
}

/// Always the same draw.
private struct Stuck: RandomNumberGenerator {
  let draw: UInt64
  mutating func next() -> UInt64 { draw }
}

@Test func `a step that is drawn is one of 1 to T, each as often`() throws {
  let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
  let thirds = [0, UInt64.max / 3 - 4096, UInt64.max / 3 + 4096, UInt64.max / 3 * 2 + 4096, .max]
  let steps = thirds.map { draw in
    var generator = Stuck(draw: draw)
    return schedule.drawStep(using: &generator)
  }
  #expect(steps == [1, 1, 2, 3, 3])
}

@Test(arguments: [[], [0], [1], [0.1, .nan], [0.1, -0.2], [.infinity]])
func `betas outside of zero to one are refused`(betas: [Double]) {
  #expect(throws: ScheduleError.self) { try Schedule(betas: betas) }
}

@Test(arguments: [0, -1, 10_001, Int.max])
func `a number of steps out of range is refused with the range`(steps: Int) {
  #expect(throws: ScheduleError.steps(steps)) { try Schedule.linear(steps: steps) }
  #expect(throws: ScheduleError.steps(steps)) { try Schedule.cosine(steps: steps) }
  #expect(ScheduleError.steps(steps).description.contains("1 to 10000"))
}
