import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// Algorithm 2, a line a frame.
  static let ddpmSampling = Figure(
    "sampling", title: "Algorithm 2, sampling, line by line for one point",
    parameters: Parameter.data(.ring) + [
      Parameter("particle", .integer(1...50_000), standard: "1", "the point that is followed")
    ] + Parameter.schedule + [.walkers(2...50_000)]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (law, count) = (try settings.planeData(), try settings.walkers(schedule))
    let particle = settings.integer("particle")
    guard particle <= count else {
      throw .unfit("particle is \(particle), but samples is \(count); give one of 1 to \(count).")
    }
    let run = try SamplingRun(
      schedule, law, count: count, particle: particle - 1, seed: seed, watch: watch)
    return Outcome(
      settings: settings.effective(schedule), values: run.values, tables: [run.table],
      frames: run.film(over: law).frames)
  }
}

/// A cloud sampled by Algorithm 2, and the lines of the algorithm as one of its points meets them.
private struct SamplingRun: Sendable {
  private let schedule: Schedule
  private let cloud: ReverseCloud<Points2D>
  private let particle: Int

  init(
    _ schedule: Schedule, _ law: any Distribution2D, count: Int, particle: Int, seed: UInt64,
    watch: Watch
  ) throws(FigureError) {
    var generator = CounterGenerator(seed: seed, stream: 0)
    cloud = try ReverseCloud(
      Sampler(ddpm: schedule), ExactDenoiser(law, schedule), from: generator.normalPoints(count),
      seed: seed
    ) { taken throws(FigureError) in try watch.report(Double(taken) / Double(schedule.steps)) }
    (self.schedule, self.particle) = (schedule, particle)
  }

  var values: [(name: String, value: Double)] {
    let end = cloud.end[particle]
    return [("x", end.x), ("y", end.y)]
  }

  /// The point before each step, and what the step makes of it.
  var table: Table {
    let names = ["x", "noise", "mean", "z", "x_next"]
    let columns = names.flatMap { ["\($0)_1", "\($0)_2"] }
    return Table(
      "particle", columns: ["t", "sigma"] + columns,
      rows: shownSteps.compactMap { cloud.moment(after: $0) }.map { moment in
        let point = PointStep(moment, particle)
        return [Double(point.t), point.sigma]
          + [point.before, point.noise, point.mean, point.z, point.after].flatMap { [$0.x, $0.y] }
      })
  }

  /// All steps of a short schedule; of a long one the last hundred.
  private var shownSteps: Range<Int> { max(0, schedule.steps - 100)..<schedule.steps }

  // MARK: Frames

  private static let lines = [
    "1 x ∼ 𝒩(0, I)", "2 for t = T, ..., 1", "3   z ∼ 𝒩(0, I), but 0 at t = 1",
    "4   ϵ = network(x, t)", "    m = (x - b ϵ)/√(α)", "    x = m + σ z", "5 return x",
  ].map { ListingPicture.Line(field: $0) }

  /// The lines within the loop.
  private static let loop = 1...5

  func film(over law: any Distribution2D) -> AlgorithmFilm {
    let look = CloudLook(labels: [], of: law)
    let inLoop = Self.loop.count
    return AlgorithmFilm(
      lines: Self.lines, range: look.range, count: 2 + inLoop * schedule.steps, label: label,
      moment: { frame in
        if frame == 0 { return start }
        let (taken, line) = (frame - 1).quotientAndRemainder(dividingBy: inLoop)
        guard let moment = cloud.moment(after: taken) else { return end }
        return within(moment, line: line + Self.loop.lowerBound)
      })
  }

  @Sendable private func label(_ frame: Int) -> String {
    guard frame > 0 else { return "start" }
    let (taken, line) = (frame - 1).quotientAndRemainder(dividingBy: Self.loop.count)
    guard taken < schedule.steps else { return "end" }
    return "t = \(schedule.steps - taken), line \(min(line + Self.loop.lowerBound + 1, 4))"
  }

  private var start: AlgorithmFilm.Moment {
    let points = cloud.points(after: 0)
    let point = points[particle]
    return AlgorithmFilm.Moment(
      line: 0, notes: ["x = \(point.inLine)"], cloud: points, point: point)
  }

  private var end: AlgorithmFilm.Moment {
    let point = cloud.end[particle]
    return AlgorithmFilm.Moment(
      line: Self.lines.count - 1, notes: ["x = \(point.inLine)"], cloud: cloud.end, point: point)
  }

  private func within(
    _ moment: ReverseWalk<Points2D>.Moment, line: Int
  ) -> AlgorithmFilm.Moment {
    let isTaken = line == Self.loop.upperBound
    let points = isTaken ? moment.next : moment.points
    return AlgorithmFilm.Moment(
      line: line, notes: PointStep(moment, particle).notes(at: line), cloud: points,
      point: points[particle])
  }
}

/// One step of one point, with its numbers.
private struct PointStep {
  let step: ReverseStep
  let before: Point2D
  let noise: Point2D
  let z: Point2D
  let after: Point2D

  init(_ moment: ReverseWalk<Points2D>.Moment, _ index: Int) {
    step = moment.step
    (before, noise) = (moment.points[index], moment.noise[index])
    (z, after) = (moment.fresh[index], moment.next[index])
  }

  var t: Int { step.t }
  var sigma: Double { step.sigma }
  private var root: Double { .sqrt(step.posterior.alpha) }
  /// beta / sqrt(1 - abar).
  private var noiseFactor: Double { step.posterior.beta / step.noiseScale }

  var mean: Point2D {
    Point2D(
      x: step.mean(xt: before.x, noise: noise.x), y: step.mean(xt: before.y, noise: noise.y))
  }

  func notes(at line: Int) -> [String] {
    switch line {
    case 1:
      [
        "β = \(step.posterior.beta.inLine), α = \(step.posterior.alpha.inLine)",
        "ᾱ = \((step.signal * step.signal).inLine)", "b = β/√(1 - ᾱ) = \(noiseFactor.inLine)",
        step.previous > 0 ? "σ = √(β) = \(sigma.inLine)" : "σ = 0: no noise at t = 1",
      ]
    case 2: ["z = \(z.inLine)"]
    case 3: ["ϵ = \(noise.inLine)", "the whole noise that the exact", "network finds in x"]
    case 4: [formedMean(before.x, noise.x, mean.x), formedMean(before.y, noise.y, mean.y)]
    default: [formedEnd(mean.x, z.x, after.x), formedEnd(mean.y, z.y, after.y)]
    }
  }

  private func formedMean(_ x: Double, _ noise: Double, _ mean: Double) -> String {
    "(\(x.inLine) - \(noiseFactor.inLine)*\(noise.inBrackets))/\(root.inLine) = \(mean.inLine)"
  }

  private func formedEnd(_ mean: Double, _ z: Double, _ end: Double) -> String {
    "\(mean.inLine) + \(sigma.inLine)*\(z.inBrackets) = \(end.inLine)"
  }
}
