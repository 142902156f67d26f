import Diffusion
import Figures
import Probability

extension Figure {
  /// The expected noise of points of the plane, as arrows.
  static let predictionField = Figure(
    "field", title: "What the best network answers everywhere in the plane, as arrows",
    parameters: Parameter.data(.moons) + Parameter.schedule + [
      .step(150, "the step whose answers are shown"),
      Parameter(
        "show", .choice(["noise", "score"]), standard: "noise",
        "the arrows: the noise to be expected, or the slope of the log density"),
      .samples(2...20_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let denoiser = ExactDenoiser(try settings.planeData(), schedule)
    let showsScore = settings.choice("show") == "score"
    let field = PlaneField(
      schedule, denoiser.data, count: settings.integer("samples"), seed: seed,
      longest: showsScore ? nil : 3
    ) { t, columns, rows, range in
      denoiser.arrows(
        columns: columns, rows: rows, over: range, at: t,
        times: showsScore ? 1 : -schedule.noiseScale(at: t))
    }
    return Outcome(
      settings: settings.effective(schedule, at: t),
      values: [
        ("loss_of_draws", denoiser.loss(of: field.noise, in: field.cloud(at: t), at: t)),
        ("noise_scale", schedule.noiseScale(at: t)),
      ], tables: [field.table(at: t)],
      frames: ChosenTimeline(schedule, chosen: t).frames(field.picture))
  }
}
