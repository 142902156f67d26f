import Canvas
import Diffusion
import Figures
import Plots
import Probability

/// A training example: a clean point, a step, the whole noise, and what the best network says.
struct TrainingExample: Sendable {
  let t: Int
  let start: Point2D
  let noise: Point2D
  let noisy: Point2D
  let predicted: Point2D

  init(
    _ start: Point2D, _ noise: Point2D, at t: Int, of schedule: Schedule, network: ExactDenoiser
  ) {
    (self.t, self.start, self.noise) = (t, start, noise)
    noisy = Point2D(
      x: schedule.jump(start.x, to: t, noise: noise.x),
      y: schedule.jump(start.y, to: t, noise: noise.y))
    predicted = network.noise(in: Points2D([noisy]), at: t)[0]
  }

  /// The squared distance of noise and prediction.
  var loss: Double {
    let (x, y) = (noise.x - predicted.x, noise.y - predicted.y)
    return x * x + y * y
  }
}

extension AlgorithmFilm {
  /// How many examples a film of training shows.
  private static let shown = 12

  /// A film of training: from the line `jump` on the cloud is where the example's step takes it.
  ///
  /// The examples are those of the points and their noise, in order; `notes` says what the numbers of
  /// an example make of a line. All else is as in a film of any algorithm.
  init(
    training lines: [String], loop: ClosedRange<Int>, lastNumber: Int, jump: Int,
    examples: [TrainingExample], of starts: Points2D, _ noise: Points2D, _ schedule: Schedule,
    range: ClosedRange<Double>, notes: @escaping @Sendable (_ example: Int, _ line: Int) -> [String]
  ) {
    self.init(
      lines.map { ListingPicture.Line(field: $0) }, loop: loop, lastNumber: lastNumber,
      examples: min(Self.shown, examples.count), range: range
    ) { index, line in
      let example = examples[index]
      let isNoisy = line >= jump
      return Moment(
        line: line, notes: notes(index, line),
        cloud: isNoisy ? schedule.jump(starts, to: example.t, noise: noise) : starts,
        point: isNoisy ? example.noisy : example.start)
    }
  }
}

extension Schedule {
  /// The step of an example as its film tells it.
  func inLine(_ t: Int) -> String { "t = \(t), ᾱ = \(alphaBar[t].short(significant: 4))" }
}
