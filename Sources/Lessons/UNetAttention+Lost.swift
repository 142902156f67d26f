import Canvas
import Diffusion
import Figures
import Networks
import Plots
import Training

extension Figure {
  /// What a trained network loses with each of its parts.
  static let unetLost = Figure(
    "lost", title: "What the network makes of a noisy digit, whole and with something taken away",
    parameters: [
      .digit(3), .step(300, "the step whose noise is to be found"),
      Parameter(
        "without", .choice(["all"] + GlyphLoss.Loss.allCases.dropFirst().map(\.rawValue)),
        standard: "all", "what is taken away in the picture, or one after the other"),
      Parameter(
        "draws", .integer(10...2000), standard: "100", "the noisy digits that losses are taken of"),
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let show = GlyphLosses(
      try TrainableModel.glyphs.learned(), schedule, learned: try Settings.glyphSchedule(),
      label: settings.integer("label"), draws: settings.integer("draws"), seed: seed)
    let shown = GlyphLoss.Loss(rawValue: settings.choice("without")).map { [.nothing, $0] }
    return Outcome(
      settings: settings.effective(schedule, at: t), values: show.values, tables: [show.table],
      frames: ChosenTimeline(schedule, chosen: t).frames {
        show.picture($0, shown ?? GlyphLoss.Loss.allCases)
      })
  }
}

/// One noisy glyph, and the network with each of its parts taken away.
private struct GlyphLosses: Sendable {
  private let parameters: Parameters
  private let schedule: Schedule
  private let learned: Schedule
  private let label: Int
  private let clean: Images
  private let noise: Images
  private let losses: [Double]

  init(
    _ parameters: Parameters, _ schedule: Schedule, learned: Schedule, label: Int, draws: Int,
    seed: UInt64
  ) {
    (self.parameters, self.schedule, self.learned) = (parameters, schedule, learned)
    self.label = label
    clean = GlyphSet.fresh.glyphs([10 * (Int(seed % 1000) + 1) + label]).images
    noise = .normal(0..<1, seed: seed, stream: 0)
    let loss = GlyphLoss(learned, draws: max(10, draws / 10 * 10))
    losses = GlyphLoss.Loss.allCases.map { loss.loss(parameters, without: $0) }
  }

  var values: [(name: String, value: Double)] {
    zip(GlyphLoss.Loss.allCases, losses).map { part, loss in
      ("loss_without_" + part.rawValue.replacing("-", with: "_"), loss)
    }
  }

  var table: Table {
    Table(
      "losses", columns: ["without", "loss", "times_the_whole"],
      cells: zip(GlyphLoss.Loss.allCases, losses).map { part, loss in
        [.word(part.rawValue), .number(loss), .number(loss / losses[0])]
      })
  }

  /// The guess of x_0 that each network makes of the same noisy glyph.
  func picture(_ t: Int, _ parts: [GlyphLoss.Loss]) -> any Picture {
    let noisy = schedule.jump(clean, to: t, noise: noise)
    let guesses = parts.map { part in
      (
        schedule.starts(of: noisy, noise: found(part, noisy, t), at: t)[0],
        part.short
      )
    }
    // All together leave no room for the clean one beside them.
    let start = parts.count > 2 ? [] : [(clean[0], "x0")]
    return ImagePicture(schedule.caption(at: t), start + [(noisy[0], "x")] + guesses)
  }

  private func found(_ part: GlyphLoss.Loss, _ noisy: Images, _ t: Int) -> Images {
    GlyphDenoiser(
      parameters, schedule, label: part == .label ? nil : label, parts: part.parts,
      stopped: part == .time ? learned.steps / 2 : nil, learned: learned
    ).noise(in: noisy, at: t)
  }
}
