import Diffusion
import Figures
import Plots
import Training

/// Ten digits, some of each, at one strength of guidance after another, in one way or several.
///
/// Every strength begins with the same noise, so what changes is due to the strength.
struct GlyphSweep: Sendable {
  private let settings: Settings
  private let sampling: GlyphSampling
  private let count: Int
  private let name: String
  private let strengths: [Double]
  private let ways: [Way]
  /// Digits that are drawn with a pen, as the reader of each way sees them.
  private let byPen: [[DrawnDigits]]
  /// Of each way, at each strength so far.
  private var drawn: [[Round]]

  /// The digits of one strength.
  private struct Round: Sendable {
    let digits: [DrawnDigits]
    /// The share that the classifier which has led them reads rightly.
    let readByGuide: Double?
  }

  /// A way to guide.
  struct Way: Sendable {
    let title: String
    /// What the names of its numbers end in: nothing for the one that the figure is about.
    let suffix: String
    /// What reads the digits; not what has led them.
    let reader: GlyphReader
    /// The classifier that has led them, where one has.
    let guide: GlyphReader?
    let denoiser: @Sendable (_ label: Int, _ strength: Double) -> any Denoiser<Images>

    init(
      _ title: String = "", suffix: String = "", reader: GlyphReader, guide: GlyphReader? = nil,
      _ denoiser: @escaping @Sendable (_ label: Int, _ strength: Double) -> any Denoiser<Images>
    ) {
      (self.title, self.suffix, self.denoiser) = (title, suffix, denoiser)
      (self.reader, self.guide) = (reader, guide)
    }
  }

  init(
    _ settings: Settings, _ sampling: GlyphSampling, name: String, _ strengths: [Double],
    _ ways: [Way]
  ) {
    (self.settings, self.sampling, self.name) = (settings, sampling, name)
    (self.strengths, self.ways) = (strengths, ways)
    count = settings.integer("samples")
    byPen = ways.map { DrawnDigits.byPen(200, reader: $0.reader) }
    drawn = ways.map { _ in [] }
  }

  /// All strengths, shown as they come.
  static func outcome(
    _ settings: Settings, _ sampling: GlyphSampling, name: String, _ strengths: [Double],
    _ ways: [Way], _ watch: Watch
  ) throws(FigureError) -> Outcome {
    var sweep = GlyphSweep(settings, sampling, name: name, strengths, ways)
    for _ in strengths {
      try sweep.advance(watch)
      watch.show(sweep.outcome)
    }
    return sweep.outcome
  }

  /// Draws the digits of the next strength.
  private mutating func advance(_ watch: Watch) throws(FigureError) {
    let all = Double(strengths.count * ways.count)
    for (index, way) in ways.enumerated() {
      let done = Double(drawn.reduce(0) { $0 + $1.count })
      let strength = strengths[drawn[index].count]
      let digits = try sampling.digits(
        count, readBy: way.reader, by: { way.denoiser($0, strength) }
      ) { share throws(FigureError) in try watch.report((done + share) / all) }
      let own = way.guide.map { digits.read(by: $0).mean(\.recognised) }
      drawn[index].append(Round(digits: digits, readByGuide: own))
    }
  }
}

// MARK: - Numbers and frames

extension GlyphSweep {
  private var outcome: Outcome {
    Outcome(
      settings: sampling.effective(settings), values: values, tables: [sweep.table, digits],
      frames: sweep.frames(panels))
  }

  /// The trades of all ways.
  private var sweep: GuidanceSweep {
    var sweep = GuidanceSweep(
      name: name, points: points(0), first: max(0, drawn[0].count - 1))
    sweep.title = ways[0].title
    sweep.others = ways.indices.dropFirst().map {
      (title: ways[$0].title, suffix: ways[$0].suffix, points: points($0))
    }
    return sweep
  }

  private func points(_ way: Int) -> [GuidanceSweep.Point] {
    zip(strengths, drawn[way]).map { strength, round in
      GuidanceSweep.Point(
        strength: strength, accuracy: round.digits.mean(\.recognised),
        diversity: round.digits.diversity(beside: byPen[way]),
        others: round.readByGuide.map { [("read_rightly_by_guide", $0)] } ?? [])
    }
  }

  /// Without guidance, at 1, and at the largest strength so far.
  private var values: [(name: String, value: Double)] {
    ways.indices.flatMap { way in
      let points = points(way)
      let named = [("_0", 0.0), ("_1", 1), ("_most", strengths[strengths.count - 1])]
      return named.flatMap { ending, strength -> [(name: String, value: Double)] in
        guard let point = points.first(where: { $0.strength == strength }) else { return [] }
        let suffix = "_\(name)\(ending)\(ways[way].suffix)"
        return [
          ("label_accuracy" + suffix, point.accuracy), ("diversity" + suffix, point.diversity),
        ]
      }
    }
  }

  /// A row for each strength and digit.
  private var digits: Table {
    Table(
      "digits",
      columns: [name, "label"]
        + ways.flatMap { ["recognised" + $0.suffix, "diversity" + $0.suffix] },
      rows: drawn[0].indices.flatMap { index in
        byPen[0].indices.map { place in
          [strengths[index], Double(byPen[0][place].label)]
            + ways.indices.flatMap { way in
              let digits = drawn[way][index].digits[place]
              return [digits.recognised, digits.spread / byPen[way][place].spread]
            }
        }
      })
  }

  /// One sample of each digit, with what it is read as.
  private func panels(_ index: Int) -> [Panel] {
    zip(ways, drawn).map { way, drawn in
      Panel(
        way.title,
        ImagePicture(
          "",
          drawn[index].digits.map { digits in
            let read = digits.read[0]
            return (
              digits.images[0], read == digits.label ? "\(read)" : "\(digits.label): a \(read)?"
            )
          }), importance: way.suffix.isEmpty ? 1 : 0)
    }
  }
}
