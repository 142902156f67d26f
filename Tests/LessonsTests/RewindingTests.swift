import Canvas
import Figures
import Testing

@testable import Lessons

/// The figures of lessons 04 to 08 and 10 to 12 that move.
private let moving = [
  "reverse-kernel", "posterior", "noise-prediction", "ddpm", "ddim", "latent-diffusion",
  "classifier-guidance", "classifier-free-guidance",
].flatMap {
  lesson in Figure.all(of: lesson).map { (lesson, $0) }
}

@Suite struct `Rewinding a figure of the way back` {
  /// A short schedule and few points, where the figure knows such parameters.
  private func small(_ figure: Figure) throws -> Settings {
    let wanted = [
      ("T", "40"), ("beta_end", "0.4"), ("samples", "200"), ("steps", "10"), ("updates", "100"),
    ]
    return try figure.settings(
      given: wanted.filter { name, few in
        // Digits take longer than points, so figures of them show fewer by themselves.
        figure.parameters.contains {
          $0.name == name && (name != "samples" || (Int($0.standard) ?? 0) > Int(few) ?? 0)
        }
      })
  }

  /// Small where the figure can be, else as it is first shown.
  private func frames(_ figure: Figure) throws -> Frames {
    if let small = try? figure.compute(small(figure), seed: 6) { return small.frames }
    return try figure.compute(figure.settings(given: []), seed: 6).frames
  }

  @Test(arguments: moving.map { "\($0.0)/\($0.1.name)" })
  func `shows the very frames again, asked for in any order`(name: String) throws {
    let figure = try #require(moving.first { "\($0.0)/\($0.1.name)" == name }).1
    let (first, again) = (try frames(figure), try frames(figure))
    let (size, look) = (Size(columns: 78, rows: 18), Frames.Look(glyphs: .braille))
    // Some thirty frames of a long film, both ends among them.
    let stride = max(1, (first.count - 1) / 30)
    let asked = Swift.stride(from: 0, to: first.count, by: stride) + [first.count - 1]
    let forwards = asked.map { first.draw(size, frame: $0, look: look) }
    // Seven has no divisor in common with most lengths, so frames come in leaps to and fro.
    let leaps = asked.indices.map { $0 * 7 % asked.count }.reversed()
    for index in leaps {
      #expect(again.draw(size, frame: asked[index], look: look) == forwards[index])
      #expect(first.draw(size, frame: asked[index], look: look) == forwards[index])
    }
  }
}
