import Diffusion
import Figures
import Networks
import Probability
import Training

extension Parameter {
  /// How digits are drawn: some steps of DDIM, but for what the reader turns.
  static func glyphSampling() -> [Parameter] {
    [.visited(25), .eta(), .spacing(.trailing)]
  }

  /// The w of guidance for digits that a label asks for.
  static func glyphGuidance(_ summary: String) -> Parameter {
    Parameter("w", .real(.through(0, 10, step: 0.5)), standard: "0", summary)
  }

  /// How many of each digit are drawn.
  static func ofEachDigit(_ standard: Int) -> Parameter {
    Parameter(
      "samples", .integer(2...200), standard: "\(standard)", "how many of each digit")
  }
}

/// How a figure draws digits: its sampler, and the networks that draw them and read them.
struct GlyphSampling: Sendable {
  let sampler: Sampler
  let seed: UInt64
  /// What reads digits: the classifier of clean ones.
  let reader: GlyphReader
  /// The schedule that the networks have learned.
  let learned: Schedule
  private let network: Parameters

  /// The settings of `Parameter.glyphSampling` and of a schedule.
  init(_ settings: Settings, seed: UInt64) throws(FigureError) {
    let schedule = try settings.noiseSchedule()
    sampler = try Sampler(
      schedule, settings.visited(schedule), settings.spacing, .eta(settings.real("eta")))
    network = try TrainableModel.glyphs.learned()
    reader = .clean(try TrainableModel.classifier.learned())
    learned = try Settings.glyphSchedule()
    self.seed = seed
  }

  var schedule: Schedule { sampler.schedule }

  /// The U-Net, asked for a digit or, where it is nil, for any.
  func denoiser(_ label: Int?, w: Double = 0) -> GlyphDenoiser {
    GlyphDenoiser(network, schedule, label: label, weight: w, learned: learned)
  }

  /// The settings as they took effect.
  func effective(_ settings: Settings) -> Settings {
    settings.effective(schedule, visiting: settings.visited(schedule))
  }

  private static let atOnce = 8

  /// As many of each digit, by a denoiser for each, and what reads them.
  func digits(
    _ count: Int, readBy reader: GlyphReader,
    by denoiser: @Sendable (_ label: Int) -> any Denoiser<Images>,
    report: (_ share: Double) throws(FigureError) -> Void
  ) throws(FigureError) -> [DrawnDigits] {
    let ends = try ends(count, by: denoiser, report: report)
    return zip(Glyph.labels, ends).map { DrawnDigits($0, $1, reader: reader) }
  }

  /// What as many walks for each digit end in, by a denoiser for each.
  ///
  /// What is begun with and the fresh noise are the same for every denoiser. After some of each digit
  /// the share that is done is reported; what that throws stops it.
  func ends<Numbers: Pictures>(
    _ count: Int, by denoiser: @Sendable (_ label: Int) -> any Denoiser<Numbers>,
    report: (_ share: Double) throws(FigureError) -> Void
  ) throws(FigureError) -> [Numbers] {
    let labels = Array(Glyph.labels)
    let denoisers = labels.map(denoiser)
    var ends = labels.map { _ in [Numbers]() }
    for first in stride(from: 0, to: count, by: Self.atOnce) {
      let places = first..<min(first + Self.atOnce, count)
      let some = inParallel(labels.count) { index in
        end(labels[index], places, by: denoisers[index])
      }
      for index in labels.indices { ends[index].append(some[index]) }
      try report(Double(places.upperBound) / Double(count))
    }
    return ends.map { .joined($0) }
  }

  /// Of the digits of a label those at these places.
  private func end<Numbers: Pictures>(
    _ label: Int, _ places: Range<Int>, by denoiser: any Denoiser<Numbers>
  ) -> Numbers {
    let starts = Numbers.normal(places, seed: seed, stream: UInt64(label) << 44)
    let walk = ReverseWalk(
      sampler, denoiser, from: starts, place: places.lowerBound,
      seed: seed &+ UInt64(label) << 32)
    return walk.reduce(starts) { $1.next }
  }
}
