import Canvas
import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// Codes that learn where points of the plane are.
  static let latentCodebook = Figure(
    "codebook", title: "Codes learn where the points are; some never come to be the nearest",
    parameters: [
      Parameter(
        "data", .choice(ToyData.allCases.map(\.rawValue)), standard: ToyData.moons.rawValue,
        "the shape of the data"),
      Parameter("codes", .integer(2...40), standard: "16", "how many codes there are"),
      Parameter(
        "restart", .choice(["no", "yes"]), standard: "no",
        "whether a code that is nearest to no point is put on one"),
      Parameter(
        "rate", .real(.between(0, 0.5)), standard: "0.1", "the length of a step down the slope"),
    ]
  ) { settings, seed throws(FigureError) in
    let law = (ToyData(rawValue: settings.choice("data")) ?? .moons).distribution
    let film = CodebookFilm(
      law.draw(300, seed: seed).points, count: settings.integer("codes"),
      rate: settings.real("rate"), isRestarting: settings.choice("restart") == "yes", seed: seed)
    return Outcome(
      settings: settings, values: film.values, tables: [film.table], frames: film.frames)
  }
}

/// A codebook for points of the plane, after each step of its learning.
private struct CodebookFilm: Sendable {
  private let points: Points2D
  private var moments: [Moment] = []

  private struct Moment: Sendable {
    let codes: Points2D
    /// The nearest code of each point.
    let nearest: [Int]
    /// The mean squared distance to it.
    let error: Double
  }

  private static let updates = 100

  /// Codes begin crowded in one corner of the data.
  init(_ points: Points2D, count: Int, rate: Double, isRestarting: Bool, seed: UInt64) {
    self.points = points
    var generator = CounterGenerator(seed: seed, stream: 1)
    let crowd = generator.normalPoints(count).scaled(by: 0.2)
    var codes = Points2D(xs: crowd.xs.map { $0 - 2.5 }, ys: crowd.ys.map { $0 + 2.5 })
    for update in 0...Self.updates {
      let moment = look(codes)
      moments.append(moment)
      codes = moved(codes, moment, rate)
      guard isRestarting, update > 0, update.isMultiple(of: 10) else { continue }
      let idle = Set(0..<count).subtracting(moment.nearest).sorted()
      for code in idle {
        let point = Int(generator.nextUniform() * Double(points.count))
        codes = codes.replacing(code, by: points[point])
      }
    }
  }

  private func look(_ codes: Points2D) -> Moment {
    var error = 0.0
    let nearest = (0..<points.count).map { index in
      let (x, y) = (points.xs[index], points.ys[index])
      var (best, least) = (0, Double.infinity)
      for code in 0..<codes.count {
        let (dx, dy) = (x - codes.xs[code], y - codes.ys[code])
        if dx * dx + dy * dy < least { (best, least) = (code, dx * dx + dy * dy) }
      }
      error += least / Double(points.count)
      return best
    }
    return Moment(codes: codes, nearest: nearest, error: error)
  }

  /// A step down the slope of each code's mean squared distance from the points it is nearest to.
  private func moved(_ codes: Points2D, _ moment: Moment, _ rate: Double) -> Points2D {
    var (xs, ys) = (codes.xs, codes.ys)
    var counts = [Double](repeating: 0, count: codes.count)
    for code in moment.nearest { counts[code] += 1 }
    for (point, code) in moment.nearest.enumerated() {
      let share = 2 * rate / counts[code]
      xs[code] += share * (points.xs[point] - codes.xs[code])
      ys[code] += share * (points.ys[point] - codes.ys[code])
    }
    return Points2D(xs: xs, ys: ys)
  }

  private func use(_ moment: Moment) -> CodebookUse {
    CodebookUse(moment.nearest, of: moment.codes.count)
  }

  var values: [(name: String, value: Double)] {
    guard let last = moments.last else { return [] }
    let use = use(last)
    return [
      ("codes_used", Double(use.used)), ("codes_in_all", Double(last.codes.count)),
      ("perplexity", use.perplexity), ("mean_squared_distance", last.error),
    ]
  }

  var table: Table {
    Table(
      "learning", columns: ["update", "codes_used", "perplexity", "mean_squared_distance"],
      rows: moments.enumerated().map { update, moment in
        let use = use(moment)
        return [Double(update), Double(use.used), use.perplexity, moment.error]
      })
  }

  var frames: Frames {
    let range = -3.2...3.2
    return Frames(
      count: moments.count, first: moments.count - 1, label: { "update \($0)" },
      picture: { frame in
        let moment = moments[frame]
        let use = use(moment)
        var plot = Scatter(
          "update \(frame): \(use.used) of \(moment.codes.count) codes in use",
          series: [Scatter.Series("points", x: points.xs, y: points.ys)], x: Axis(range: range),
          y: Axis(range: range), hasEqualUnits: true)
        plot.highlights = (0..<moment.codes.count).map {
          Scatter.Highlight($0 == 0 ? "codes" : "", x: moment.codes[$0].x, y: moment.codes[$0].y)
        }
        return plot
      })
  }
}

extension Points2D {
  fileprivate func replacing(_ index: Int, by point: Point2D) -> Points2D {
    var (xs, ys) = (xs, ys)
    (xs[index], ys[index]) = (point.x, point.y)
    return Points2D(xs: xs, ys: ys)
  }
}
