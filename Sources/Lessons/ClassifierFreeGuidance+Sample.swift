import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// A cloud that is guided to one class.
  static let classifierFreeSample = Figure(
    "sample", title: "A cloud of noise on its way to one class, guided without a classifier",
    parameters: Parameter.data(.ring) + [
      .label, .guidance("2"), .denoiser, .visited(), .eta(), .spacing(),
    ] + Parameter.schedule + [.samples(2...50_000)],
    formulas: [GuidedFormula.classifierFree]
  ) { settings, seed, watch throws(FigureError) in
    let plane = try GuidedPlane(settings)
    let w = settings.real("w")
    let (conditioned, unconditioned) = try settings.denoisers(
      of: plane.label, in: plane.law, plane.schedule)
    let right = ClassifierFreeDenoiser(conditioned, unconditioned, w: w)
    let own = try GuidedFormula(settings, plane.schedule, w: w)?.denoiser { points, t in
      (conditioned.noise(in: points, at: t), unconditioned.noise(in: points, at: t))
    }
    return try plane.outcome(settings, right, own, seed: seed, watch)
  }

  /// w from -1 on, along one timeline.
  static let classifierFreeTrade = Figure(
    "trade", title: "What w gives in accuracy, and what it costs in diversity",
    parameters: Parameter.data(.ring) + [
      .label,
      Parameter(
        "blur", .real(.through(0, 1, step: 0.05)), standard: "0.35",
        "deviation of noise that is added to the data, so that classes overlap"),
      .visited(), .eta(), .most("8", "the largest w"),
    ] + Parameter.schedule + [
      Parameter("samples", .integer(2...5_000), standard: "1000", "how many points at each w")
    ]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    let sampler = try Sampler(schedule, steps, .trailing, .eta(settings.real("eta")))
    let blur = settings.real("blur")
    let law = blurred(try settings.planeData(), by: blur)
    let film = try TradeFilm(
      law, label: try settings.label(of: law), sampler, most: settings.real("most"),
      count: settings.integer("samples"), seed: seed, watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: film.values,
      tables: [film.sweep.table], frames: film.frames)
  }
}

/// The law of points to which noise was added, standardised again.
private func blurred(_ law: any Distribution2D, by deviation: Double) -> any Distribution2D {
  law.pushed(scale: 1, noise: deviation * deviation).standardised()
}

/// Ends of the same starts at each w.
private struct TradeFilm: Sendable {
  let sweep: GuidanceSweep
  private let law: any Distribution2D
  private let label: Int
  private let ends: [Points2D]
  private let labels: [[Int]]

  private static let gaps = 18

  init(
    _ law: any Distribution2D, label: Int, _ sampler: Sampler, most: Double, count: Int,
    seed: UInt64, _ watch: Watch
  ) throws(FigureError) {
    let ws = evenly(Self.gaps + 1, from: -1, through: most)
    let goal = law.restricted(to: label) ?? law
    let conditioned = ExactDenoiser(goal, sampler.schedule)
    let unconditioned = ExactDenoiser(law, sampler.schedule)
    let starts = Points2D.normal(0..<count, seed: seed, stream: 0)
    var ends: [Points2D] = []
    for w in ws {
      let cloud = ReverseCloud(
        sampler, ClassifierFreeDenoiser(conditioned, unconditioned, w: w), from: starts, seed: seed)
      ends.append(cloud.end)
      try watch.report(Double(ends.count) / Double(ws.count))
    }
    let labels = ends.map { law.labels(of: $0) }
    (self.law, self.label, self.ends, self.labels) = (law, label, ends, labels)
    sweep = GuidanceSweep(
      name: "w",
      points: ws.indices.map { index in
        let hits = labels[index].count { $0 == label }
        return GuidanceSweep.Point(
          strength: ws[index], accuracy: Double(hits) / Double(count),
          diversity: goal.diversity(of: ends[index]),
          others: [
            ("mean_x", Moments(ends[index].xs).mean), ("mean_y", Moments(ends[index].ys).mean),
          ]
        )
      }, first: 2)
  }

  /// Without a class, with it, and at the largest w.
  var values: [(name: String, value: Double)] {
    let last = sweep.points.count - 1
    let zero = sweep.points.firstIndex { $0.strength >= -1e-9 } ?? last
    return [("unconditioned", 0), ("w_0", zero), ("most", last)].flatMap { name, index in
      [
        ("label_accuracy_\(name)", sweep.points[index].accuracy),
        ("diversity_\(name)", sweep.points[index].diversity),
      ]
    }
  }

  var frames: Frames {
    let (law, label, ends, labels) = (law, label, ends, labels)
    return sweep.frames { index in
      CloudLook(asking: label, labels: labels[index], of: law).scatter(ends[index])
    }
  }
}
