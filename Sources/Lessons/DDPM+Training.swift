import Canvas
import Diffusion
import Figures
import Plots
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

/// Training examples, each with a clean point, a step and a noise of its own, and what the best
/// network would say to them.
private struct TrainingBatch: Sendable {
  private let schedule: Schedule
  private let starts: Points2D
  private let noise: Points2D
  private let steps: [Int]
  private let examples: [Example]

  struct Example: Sendable {
    let t: Int
    let start: Point2D
    let noise: Point2D
    let noisy: Point2D
    let predicted: Point2D

    /// The squared distance of noise and prediction.
    var loss: Double {
      let (x, y) = (noise.x - predicted.x, noise.y - predicted.y)
      return x * x + y * y
    }
  }

  init(_ schedule: Schedule, _ law: any Distribution2D, count: Int, seed: UInt64) {
    starts = law.draw(count, seed: seed, stream: 0).points
    var generator = CounterGenerator(seed: seed, stream: 1)
    steps = (0..<count).map { _ in
      min(1 + Int(generator.nextUniform() * Double(schedule.steps)), schedule.steps)
    }
    var noises = CounterGenerator(seed: seed, stream: 2)
    noise = noises.normalPoints(count)
    self.schedule = schedule
    examples = schedule.examples(starts, steps, noise, ExactDenoiser(law, schedule))
  }

  var values: [(name: String, value: Double)] {
    let losses = Moments(examples.map { $0.loss / 2 })
    return [
      ("mean_loss", losses.mean),
      ("mean_loss_sd", losses.standardDeviation / Double(examples.count).squareRoot()),
      ("mean_t", Moments(steps.map(Double.init)).mean),
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
  ].map { ListingPicture.Line(field: $0) }

  private static let loop = 1...6
  /// How many examples a film shows.
  private static let shown = 12

  func film(over law: any Distribution2D) -> AlgorithmFilm {
    AlgorithmFilm(
      Self.lines, loop: Self.loop, lastNumber: 5, examples: min(Self.shown, examples.count),
      range: CloudLook(labels: [], of: law).range, moment: { moment($0, line: $1) })
  }

  private func moment(_ index: Int, line: Int) -> AlgorithmFilm.Moment {
    let example = examples[index]
    let isNoisy = line >= 4
    let cloud = isNoisy ? schedule.jump(starts, to: example.t, noise: noise) : starts
    return AlgorithmFilm.Moment(
      line: line, notes: notes(example, line: line), cloud: cloud,
      point: isNoisy ? example.noisy : example.start)
  }

  private func notes(_ example: Example, line: Int) -> [String] {
    let (signal, scale) = (
      schedule.signalScale(at: example.t), schedule.noiseScale(at: example.t)
    )
    func jump(_ start: Double, _ noise: Double, _ noisy: Double) -> String {
      "\(signal.inLine)*\(start.inBrackets) + \(scale.inLine)*\(noise.inBrackets) = \(noisy.inLine)"
    }
    switch line {
    case 1: return ["x0 = \(example.start.inLine)"]
    case 2: return ["t = \(example.t), ᾱ = \(schedule.alphaBar[example.t].short(significant: 4))"]
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

extension Schedule {
  /// Examples at their steps, with the exact prediction for each.
  fileprivate func examples(
    _ starts: Points2D, _ steps: [Int], _ noise: Points2D, _ denoiser: ExactDenoiser
  ) -> [TrainingBatch.Example] {
    steps.indices.map { index in
      let (t, start, noise) = (steps[index], starts[index], noise[index])
      let noisy = Point2D(
        x: jump(start.x, to: t, noise: noise.x), y: jump(start.y, to: t, noise: noise.y))
      return TrainingBatch.Example(
        t: t, start: start, noise: noise, noisy: noisy,
        predicted: denoiser.noise(in: Points2D([noisy]), at: t)[0])
    }
  }
}
