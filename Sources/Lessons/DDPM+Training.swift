import Diffusion
import Figures
import Probability

extension Figure {
  /// Algorithm 1, a line a frame.
  static let ddpmTraining = Figure(
    "training", title: "Algorithm 1, training, line by line for one example after another",
    parameters: Parameter.data(.ring) + Parameter.schedule + [.samples(2...50_000)]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let law = try settings.planeData()
    let batch = TrainingBatch(schedule, law, count: settings.integer("samples"), seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: batch.values, tables: [batch.table],
      frames: batch.film(over: law).frames)
  }
}

/// Training examples, each with a clean point, a step and a noise of its own.
private struct TrainingBatch: Sendable {
  private let schedule: Schedule
  private let starts: Points2D
  private let noise: Points2D
  private let examples: [TrainingExample]

  init(_ schedule: Schedule, _ law: any Distribution2D, count: Int, seed: UInt64) {
    starts = law.draw(count, seed: seed, stream: 0).points
    noise = Points2D.normal(0..<count, seed: seed, stream: 2)
    self.schedule = schedule
    let network = ExactDenoiser(law, schedule)
    var draws = CounterGenerator(seed: seed, stream: 1)
    examples = (0..<count).map { [starts, noise] index in
      TrainingExample(
        starts[index], noise[index], at: schedule.drawStep(using: &draws), of: schedule,
        network: network)
    }
  }

  var values: [(name: String, value: Double)] {
    let losses = Moments(examples.map { $0.loss / 2 })
    return [
      ("mean_loss", losses.mean),
      ("mean_loss_sd", losses.standardDeviation / Double(examples.count).squareRoot()),
      ("mean_t", Moments(examples.map { Double($0.t) }).mean),
    ]
  }

  var table: Table {
    Table(
      "examples",
      columns: ["t", "x0_1", "x0_2", "noise_1", "noise_2", "x_1", "x_2", "loss"],
      rows: examples.prefix(1000).map {
        [
          Double($0.t), $0.start.x, $0.start.y, $0.noise.x, $0.noise.y, $0.noisy.x, $0.noisy.y,
          $0.loss,
        ]
      })
  }

  // MARK: Frames

  private static let lines = [
    "1 repeat", "2   x0 ∼ data", "3   t ∼ Uniform{1, ..., T}", "4   ϵ ∼ 𝒩(0, I)",
    "5   x = √(ᾱ) x0 + √(1 - ᾱ) ϵ", "    loss = |ϵ - network(x, t)|²",
    "    change the network to lower it", "6 until the loss falls no more",
  ]

  func film(over law: any Distribution2D) -> AlgorithmFilm {
    AlgorithmFilm(
      training: Self.lines, loop: 1...6, lastNumber: 5, jump: 4, examples: examples, of: starts,
      noise, schedule, range: CloudLook(labels: [], of: law).range,
      notes: { notes(examples[$0], line: $1) })
  }

  private func notes(_ example: TrainingExample, line: Int) -> [String] {
    let (signal, scale) = (
      schedule.signalScale(at: example.t), schedule.noiseScale(at: example.t)
    )
    func jump(_ start: Double, _ noise: Double, _ noisy: Double) -> String {
      "\(signal.inLine)*\(start.inBrackets) + \(scale.inLine)*\(noise.inBrackets) = \(noisy.inLine)"
    }
    switch line {
    case 1: return ["x0 = \(example.start.inLine)"]
    case 2: return [schedule.inLine(example.t)]
    case 3: return ["ϵ = \(example.noise.inLine)"]
    case 4:
      return [
        jump(example.start.x, example.noise.x, example.noisy.x),
        jump(example.start.y, example.noise.y, example.noisy.y),
      ]
    case 5:
      return [
        "ϵ = \(example.noise.inLine)", "best = \(example.predicted.inLine)",
        "loss = \(example.loss.inLine)",
      ]
    default: return ["even the best network has this loss:", "x does not tell all of the noise"]
    }
  }
}
