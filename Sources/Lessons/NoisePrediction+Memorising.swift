import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// The best answers for a few points, beside those for the law that they were drawn from.
  static let memorising = Figure(
    "memorising", title: "What memorising looks like: a few points, and the law behind them",
    parameters: Parameter.data(.moons) + [
      Parameter("points", .integer(1...500), standard: "12", "how many points there are to learn")
    ] + Parameter.schedule + [
      Parameter(
        "steps", .integer(1...Schedule.stepRange.upperBound), standard: "50",
        "how many steps the samplers take"),
      Parameter(
        "show", .choice(["samples", "score", "losses"]), standard: "samples",
        "what the samplers make of noise, the scores that they follow, or what they get wrong"),
      .samples(2...5000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let sampler: Sampler
    do throws(SamplerError) {
      let steps = min(settings.integer("steps"), schedule.steps)
      sampler = try Sampler(schedule, steps: steps, noise: .eta(1))
    } catch {
      throw error.asFigureError
    }
    let pair = Memory(
      sampler, try settings.planeData(), points: settings.integer("points"),
      count: settings.integer("samples"), seed: seed)
    let tables = pair.tables
    let frames =
      switch settings.choice("show") {
      case "score": pair.scores
      case "losses": Frames(plot: pair.plot(tables[0]))
      default: pair.films
      }
    return Outcome(
      settings: settings.effective(schedule), values: pair.values, tables: tables, frames: frames)
  }
}

/// A law, a few points drawn from it, and the two samplers that follow from them.
private struct Memory: Sendable {
  private let sampler: Sampler
  private let schedule: Schedule
  private let points: Points2D
  private let law: ExactDenoiser
  private let memory: ExactDenoiser
  private let learned: ReverseCloud<Points2D>
  private let memorised: ReverseCloud<Points2D>
  private let range: ClosedRange<Double>
  private let seed: UInt64

  /// Streams far above those of a sampler's steps.
  private static let pointStream: UInt64 = 1 << 33

  init(
    _ sampler: Sampler, _ law: any Distribution2D, points count: Int, count samples: Int,
    seed: UInt64
  ) {
    (self.sampler, schedule, self.seed) = (sampler, sampler.schedule, seed)
    points = law.draw(count, seed: seed, stream: Self.pointStream).points
    self.law = ExactDenoiser(law, sampler.schedule)
    memory = ExactDenoiser(Mixture2D(points: points), sampler.schedule)
    var generator = CounterGenerator(seed: seed, stream: 0)
    let starts = generator.normalPoints(samples)
    learned = ReverseCloud(sampler, self.law, from: starts, seed: seed)
    memorised = ReverseCloud(sampler, memory, from: starts, seed: seed)
    range = CloudLook(labels: [], of: law).range.middle
  }
}

// MARK: - Numbers

extension Memory {
  var values: [(name: String, value: Double)] {
    [
      ("distance_to_points_law", distance(of: learned.end)),
      ("distance_to_points_memory", distance(of: memorised.end)),
    ]
  }

  /// How far a point is from the nearest of those to learn, on average.
  private func distance(of cloud: Points2D) -> Double {
    let distances = (0..<cloud.count).map { index in
      let nearest = (0..<points.count).map {
        Double.hypot(points[$0].x - cloud[index].x, points[$0].y - cloud[index].y)
      }
      return nearest.min() ?? 0
    }
    return distances.reduce(0, +) / Double(distances.count)
  }

  var tables: [Table] {
    [
      Table(
        "losses", columns: ["t", "law_on_new", "memory_on_points", "memory_on_new"],
        rows: StepTimeline(schedule).tenth.map(losses)),
      Table("points", columns: ["x", "y"], rows: zip(points.xs, points.ys).map { [$0, $1] }),
    ]
  }

  private static let drawsOfLosses = 2000

  /// Mean squared errors of a coordinate: on draws of the law, and on the points again and again.
  private func losses(_ t: Int) -> [Double] {
    let new = law.data.draw(Self.drawsOfLosses, seed: seed, stream: Self.pointStream + 1).points
    let old = Points2D((0..<Self.drawsOfLosses).map { points[$0 % points.count] })
    var generator = CounterGenerator(seed: seed, stream: Self.pointStream + 2)
    let noise = generator.normalPoints(Self.drawsOfLosses)
    return [Double(t)]
      + [(law, new), (memory, old), (memory, new)].map { denoiser, starts in
        denoiser.loss(of: noise, in: schedule.jump(starts, to: t, noise: noise), at: t)
      }
  }
}

// MARK: - Frames

extension Memory {
  private var names: [String] {
    ["learned the law", "memorised \(points.count == 1 ? "1 point" : "\(points.count) points")"]
  }

  /// Samples on their way, beside each other.
  var films: Frames {
    let timeline = ReverseTimeline([sampler])
    return Frames(
      count: timeline.steps.count, first: timeline.steps.count - 1,
      label: { "t = \(timeline.steps[$0])" },
      picture: { frame in
        let t = timeline.steps[frame]
        let taken = sampler.taken(at: t)
        return Panels(
          schedule.captionOnTheWayBack(at: t),
          [
            Panel(names[0], marked(scatter(learned.points(after: taken)))),
            Panel(names[1], scatter(memorised.points(after: taken)), importance: 1),
          ])
      })
  }

  private func scatter(_ cloud: Points2D) -> Scatter {
    Scatter(
      series: [Scatter.Series("samples", x: cloud.xs, y: cloud.ys)], x: Axis(range: range),
      y: Axis(range: range), hasEqualUnits: true)
  }

  /// With the points to learn: few of them marked one by one, many as a cloud of their own.
  private func marked(_ plot: Scatter) -> Scatter {
    var plot = plot
    if points.count > 40 {
      plot.series.append(Scatter.Series("to learn", x: points.xs, y: points.ys))
    } else {
      plot.highlights = (0..<points.count).map {
        Scatter.Highlight($0 == 0 ? "to learn" : "", x: points[$0].x, y: points[$0].y)
      }
    }
    return plot
  }

  /// The losses at ten t.
  func plot(_ losses: Table) -> LinePlot {
    let names = [
      ("law_on_new", "law, fresh points"), ("memory_on_points", "memory, its own points"),
      ("memory_on_new", "memory, fresh points"),
    ]
    let series = names.map { column, name in
      LinePlot.Series(name, x: losses[column: "t"], y: losses[column: column])
    }
    let top = series.flatMap(\.y).max() ?? 1
    return LinePlot(
      "Squared error of a coordinate of the noise", series: series, x: Axis("t"),
      y: Axis(range: 0...min(1.1 * max(1, top), 3)))
  }

  /// The scores at each t, beside each other.
  var scores: Frames {
    let chosen = min(schedule.steps, max(1, schedule.steps / 10))
    return ChosenTimeline(schedule, chosen: chosen).frames { t in
      Panels(
        schedule.caption(at: t),
        [
          Panel(names[0], arrows(law, at: t)),
          Panel(names[1], arrows(memory, at: t), importance: 1),
        ])
    }
  }

  /// Arrows towards where the density grows, as long as the noise to be expected.
  private func arrows(_ denoiser: ExactDenoiser, at t: Int) -> ArrowField {
    let arrows = denoiser.arrows(
      columns: 11, rows: 9, over: range, at: t, times: schedule.noiseScale(at: t))
    return ArrowField(arrows: arrows, over: points, in: range, longest: 3)
  }
}
