import Diffusion
import Testing

@testable import Lessons

@Suite struct `A timeline of samplers beside each other` {
  private func sampler(_ count: Int, of last: Int, _ spacing: Spacing) throws -> Sampler {
    try Sampler(.linear(steps: last), steps: count, spacing: spacing, noise: .eta(0))
  }

  @Test func `stops at every step that one of them visits, where they are few`() throws {
    let samplers = [try sampler(3, of: 30, .leading), try sampler(2, of: 30, .trailing)]
    #expect(ReverseTimeline(samplers).steps == [30, 21, 15, 11, 1, 0])
  }

  @Test func `goes evenly from T to 0 where they are many`() throws {
    let steps = ReverseTimeline([try sampler(1000, of: 1000, .leading)]).steps
    #expect(steps.count == 101 && steps.first == 1000 && steps.last == 0)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 - $1 == 10 })
  }

  @Test func `has each sampler wait where it has not yet gone below t`() throws {
    let sampler = try sampler(3, of: 30, .leading)
    // It visits 21, 11 and 1.
    let waits = [(30, 0), (21, 0), (20, 0), (12, 0), (11, 1), (2, 1), (1, 2), (0, 3)]
    for (t, taken) in waits { #expect(sampler.taken(at: t) == taken, "t = \(t)") }
  }
}
