import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Training one network for both answers, a line a frame.
  static let classifierFreeTraining = Figure(
    "training", title: "Training one network with and without labels, line by line",
    parameters: Parameter.data(.moons) + [.dropping] + Parameter.schedule + [.samples(2...50_000)]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let law = try settings.planeData()
    try settings.requireClasses(law)
    let batch = LabelledBatch(
      schedule, law, dropping: settings.real("p_uncond"), count: settings.integer("samples"),
      seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: batch.values, tables: [batch.table],
      frames: batch.film(over: law).frames)
  }
}

/// Training examples, each with a label that may have been dropped, and what the best network would
/// say to them.
private struct LabelledBatch: Sendable {
  private let schedule: Schedule
  private let starts: LabelledPoints
  private let noise: Points2D
  private let dropping: Double
  private let examples: [Example]

  struct Example: Sendable {
    let t: Int
    let label: Int
    /// Below the probability of dropping, the label is dropped.
    let coin: Double
    let isDropped: Bool
    let start: Point2D
    let noise: Point2D
    let noisy: Point2D
    let predicted: Point2D

    /// Half the squared distance of noise and prediction.
    var loss: Double {
      let (x, y) = (noise.x - predicted.x, noise.y - predicted.y)
      return (x * x + y * y) / 2
    }
  }

  init(
    _ schedule: Schedule, _ law: any Distribution2D, dropping: Double, count: Int, seed: UInt64
  ) {
    starts = law.draw(count, seed: seed, stream: 0)
    noise = Points2D.normal(0..<count, seed: seed, stream: 2)
    (self.schedule, self.dropping) = (schedule, dropping)
    var draws = CounterGenerator(seed: seed, stream: 1)
    let whole = ExactDenoiser(law, schedule)
    let parts = (0..<law.labelCount).map { label in
      law.restricted(to: label).map { ExactDenoiser($0, schedule) } ?? whole
    }
    examples = (0..<count).map { [starts, noise] index in
      let t = min(1 + Int(draws.nextUniform() * Double(schedule.steps)), schedule.steps)
      let coin = draws.nextUniform()
      let (start, label) = (starts.points[index], starts.labels[index])
      let noisy = Point2D(
        x: schedule.jump(start.x, to: t, noise: noise.xs[index]),
        y: schedule.jump(start.y, to: t, noise: noise.ys[index]))
      let network = coin < dropping ? whole : parts[label]
      return Example(
        t: t, label: label, coin: coin, isDropped: coin < dropping, start: start,
        noise: noise[index], noisy: noisy,
        predicted: network.noise(in: Points2D([noisy]), at: t)[0])
    }
  }

  /// How much less noise is left unexplained where the label is known.
  var values: [(name: String, value: Double)] {
    func loss(_ isDropped: Bool) -> Double {
      Moments(examples.filter { $0.isDropped == isDropped }.map(\.loss)).mean
    }
    return [
      ("dropped", Double(examples.count { $0.isDropped }) / Double(examples.count)),
      ("loss_with_label", loss(false)), ("loss_without_label", loss(true)),
    ]
  }

  var table: Table {
    Table(
      "examples",
      columns: ["t", "label", "coin", "dropped", "x0_1", "x0_2", "x_1", "x_2", "loss"],
      rows: examples.prefix(1000).map {
        [
          Double($0.t), Double($0.label), $0.coin, $0.isDropped ? 1 : 0, $0.start.x, $0.start.y,
          $0.noisy.x, $0.noisy.y, $0.loss,
        ]
      })
  }

  // MARK: Frames

  private static let lines = [
    "1 repeat", "2   x0, y ∼ data", "3   with p_uncond: y = none", "4   t ∼ Uniform{1, ..., T}",
    "5   ϵ ∼ 𝒩(0, I)", "6   x = √(ᾱ) x0 + √(1 - ᾱ) ϵ", "    loss = |ϵ - network(x, t, y)|²",
    "7 until the loss falls no more",
  ].map { ListingPicture.Line(field: $0) }

  private static let loop = 1...6
  /// How many examples a film shows.
  private static let shown = 12

  func film(over law: any Distribution2D) -> AlgorithmFilm {
    AlgorithmFilm(
      Self.lines, loop: Self.loop, lastNumber: 6, examples: min(Self.shown, examples.count),
      range: CloudLook(labels: [], of: law).range, moment: { moment($0, line: $1) })
  }

  private func moment(_ index: Int, line: Int) -> AlgorithmFilm.Moment {
    let example = examples[index]
    let isNoisy = line >= 5
    let cloud =
      isNoisy ? schedule.jump(starts.points, to: example.t, noise: noise) : starts.points
    return AlgorithmFilm.Moment(
      line: line, notes: notes(example, line: line), cloud: cloud,
      point: isNoisy ? example.noisy : example.start)
  }

  private func notes(_ example: Example, line: Int) -> [String] {
    switch line {
    case 1: return ["x0 = \(example.start.inLine)", "y = \(example.label)"]
    case 2:
      let sign = example.isDropped ? "<" : ">"
      return [
        "a draw from 0 to 1: \(example.coin.inLine) \(sign) \(dropping.rounded3)",
        example.isDropped ? "y is dropped: y = none" : "y stays \(example.label)",
      ]
    case 3: return ["t = \(example.t), ᾱ = \(schedule.alphaBar[example.t].short(significant: 4))"]
    case 4: return ["ϵ = \(example.noise.inLine)"]
    case 5: return ["x = \(example.noisy.inLine)"]
    default:
      return [
        "ϵ = \(example.noise.inLine)",
        example.isDropped
          ? "best without y = \(example.predicted.inLine)"
          : "best with y = \(example.predicted.inLine)", "loss = \(example.loss.inLine)",
      ]
    }
  }
}
