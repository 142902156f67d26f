import Diffusion
import Figures
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

/// Training examples, each with a label that may have been dropped.
private struct LabelledBatch: Sendable {
  private let schedule: Schedule
  private let starts: LabelledPoints
  private let noise: Points2D
  private let dropping: Double
  private let examples: [Example]

  struct Example: Sendable {
    let example: TrainingExample
    let label: Int
    /// Below the probability of dropping, the label is dropped.
    let coin: Double
    let isDropped: Bool

    /// A half of the squared distance, for there are two coordinates.
    var loss: Double { example.loss / 2 }
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
      let t = schedule.drawStep(using: &draws)
      let coin = draws.nextUniform()
      let label = starts.labels[index]
      let example = TrainingExample(
        starts.points[index], noise[index], at: t, of: schedule,
        network: coin < dropping ? whole : parts[label])
      return Example(example: example, label: label, coin: coin, isDropped: coin < dropping)
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
      rows: examples.prefix(1000).map { labelled in
        let example = labelled.example
        return [
          Double(example.t), Double(labelled.label), labelled.coin, labelled.isDropped ? 1 : 0,
          example.start.x, example.start.y, example.noisy.x, example.noisy.y, labelled.loss,
        ]
      })
  }

  // MARK: Frames

  private static let lines = [
    "1 repeat", "2   x0, y ∼ data", "3   with p_uncond: y = none", "4   t ∼ Uniform{1, ..., T}",
    "5   ϵ ∼ 𝒩(0, I)", "6   x = √(ᾱ) x0 + √(1 - ᾱ) ϵ", "    loss = |ϵ - network(x, t, y)|²",
    "7 until the loss falls no more",
  ]

  func film(over law: any Distribution2D) -> AlgorithmFilm {
    AlgorithmFilm(
      training: Self.lines, loop: 1...6, lastNumber: 6, jump: 5,
      examples: examples.map(\.example), of: starts.points, noise, schedule,
      range: CloudLook(labels: [], of: law).range,
      notes: { notes(examples[$0], line: $1) })
  }

  private func notes(_ labelled: Example, line: Int) -> [String] {
    let example = labelled.example
    switch line {
    case 1: return ["x0 = \(example.start.inLine)", "y = \(labelled.label)"]
    case 2:
      let sign = labelled.isDropped ? "<" : ">"
      return [
        "a draw from 0 to 1: \(labelled.coin.inLine) \(sign) \(dropping.rounded3)",
        labelled.isDropped ? "y is dropped: y = none" : "y stays \(labelled.label)",
      ]
    case 3: return [schedule.inLine(example.t)]
    case 4: return ["ϵ = \(example.noise.inLine)"]
    case 5: return ["x = \(example.noisy.inLine)"]
    default:
      return [
        "ϵ = \(example.noise.inLine)",
        labelled.isDropped
          ? "best without y = \(example.predicted.inLine)"
          : "best with y = \(example.predicted.inLine)", "loss = \(labelled.loss.inLine)",
      ]
    }
  }
}
