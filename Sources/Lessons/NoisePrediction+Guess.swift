import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Draws of what is seen and of the noise in it, with the best guess for each place.
  static let guess = Figure(
    "guess", title: "The noise over what is seen, and the best guess",
    parameters: Parameter.schedule + Parameter.mixture + [
      .step(200, "the step whose draws are shown"),
      Parameter(
        "given", .choice(["xt", "x0"]), standard: "xt", "what is seen: x at t, or the clean x at 0"),
      .samples(2...50_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let guesses = Guesses(
      schedule, try settings.mixture(), seesStart: settings.choice("given") == "x0",
      count: settings.integer("samples"), seed: seed)
    let timeline = ChosenTimeline(schedule, chosen: t)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: guesses.values(at: t),
      tables: [guesses.table(StepTimeline(schedule).tenth)],
      frames: timeline.frames(guesses.picture))
  }
}

/// Pairs of clean numbers and noises, the same pairs at every t.
private struct Guesses: Sendable {
  private let schedule: Schedule
  private let data: Mixture
  private let seesStart: Bool
  private let starts: [Double]
  private let noise: [Double]
  private let range: ClosedRange<Double>

  init(
    _ schedule: Schedule, _ data: Mixture, seesStart: Bool, count: Int, seed: UInt64
  ) {
    (self.schedule, self.data, self.seesStart) = (schedule, data, seesStart)
    var generator = CounterGenerator(seed: seed, stream: 0)
    starts = data.draw(count, using: &generator).values
    var other = CounterGenerator(seed: seed, stream: 1)
    noise = other.normals(count)
    range = data.rangeOnTheWay
  }

  private func seen(at t: Int) -> [Double] {
    seesStart ? starts : schedule.jump(starts, to: t, noise: noise)
  }

  /// The mean of the noise for what is seen; x_0 says nothing of it.
  private func best(_ seen: Double, at t: Int) -> Double {
    seesStart ? 0 : ExactPrediction(of: data, schedule, at: t, xt: seen).expectedNoise
  }

  /// The mean squared error of the best guess over the draws.
  private func loss(at t: Int) -> Double {
    let errors = zip(noise, seen(at: t)).map { noise, seen -> Double in
      let error = noise - best(seen, at: t)
      return error * error
    }
    return errors.reduce(0, +) / Double(errors.count)
  }

  /// What any guess must leave, on average over all draws that there could be.
  ///
  ///     E Var(noise given x_t) = 1 - E (noise given x_t)^2
  private func leastLoss(at t: Int) -> Double {
    guard !seesStart else { return 1 }
    let noisy = schedule.diffused(data, to: t)
    return 1 - noisy.average { best($0, at: t) * best($0, at: t) }
  }

  func values(at t: Int) -> [(name: String, value: Double)] {
    let squares = noise.reduce(0) { $0 + $1 * $1 }
    return [
      ("least_loss", leastLoss(at: t)), ("loss_of_draws", loss(at: t)),
      ("loss_of_guess_zero", squares / Double(noise.count)),
    ]
  }

  func table(_ steps: [Int]) -> Table {
    Table(
      "losses", columns: ["t", "least_loss", "loss_of_draws"],
      rows: steps.map { [Double($0), leastLoss(at: $0), loss(at: $0)] })
  }

  func picture(_ t: Int) -> any Picture {
    let places = evenly(161, from: range.lowerBound, through: range.upperBound)
    let curve = LinePlot.Series("best guess", x: places, y: places.map { best($0, at: t) })
    let loss = leastLoss(at: t).short(significant: 3)
    return Scatter(
      "t = \(t) of \(schedule.steps): least loss \(loss)",
      series: [Scatter.Series("draws", x: seen(at: t), y: noise)], curves: [curve],
      x: Axis(seesStart ? "x at 0" : "x at t", range: range), y: Axis("noise", range: -3.5...3.5))
  }
}
