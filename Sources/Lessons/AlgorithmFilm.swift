import Canvas
import Figures
import Plots
import Probability

/// A film of an algorithm: each frame is one of its lines at work, with the numbers that it makes
/// of one point, beside the cloud that the point belongs to.
struct AlgorithmFilm: Sendable {
  let lines: [ListingPicture.Line]
  let range: ClosedRange<Double>
  let count: Int
  /// Where a frame stands, for the timeline.
  let label: @Sendable (_ frame: Int) -> String
  /// Makes a frame when it is asked for.
  let moment: @Sendable (_ frame: Int) -> Moment

  struct Moment: Sendable {
    /// The index of the line at work.
    let line: Int
    let notes: [String]
    let cloud: Points2D
    let point: Point2D?
  }

  var frames: Frames {
    Frames(count: count, label: label, picture: { picture(moment($0)) })
  }

  private func picture(_ moment: Moment) -> Panels {
    let listing = ListingPicture(
      lines, current: moment.line, notes: moment.notes.map { ListingPicture.Line(field: $0) })
    var scatter = Scatter(
      "", series: [Scatter.Series(x: moment.cloud.xs, y: moment.cloud.ys)], x: Axis(range: range),
      y: Axis(range: range), hasEqualUnits: true)
    if let point = moment.point {
      scatter.highlights = [Scatter.Highlight("this point", x: point.x, y: point.y)]
    }
    return Panels("", [Panel("", listing, importance: 1), Panel("", scatter)])
  }
}

extension AlgorithmFilm {
  /// A film of some examples, for each of which the lines of a loop are taken.
  ///
  /// - Parameters:
  ///   - lines: the whole algorithm.
  ///   - loop: the indices of the lines that are taken for an example.
  ///   - lastNumber: the number that the last lines of the loop share.
  ///   - examples: how many are shown.
  ///   - range: of both axes.
  ///   - moment: makes a frame, by the index of its example and that of its line.
  init(
    _ lines: [ListingPicture.Line], loop: ClosedRange<Int>, lastNumber: Int, examples: Int,
    range: ClosedRange<Double>, moment: @escaping @Sendable (_ example: Int, _ line: Int) -> Moment
  ) {
    self.init(
      lines: lines, range: range, count: loop.count * examples,
      label: { frame in
        let (index, line) = frame.quotientAndRemainder(dividingBy: loop.count)
        return "example \(index + 1), line \(min(line + loop.lowerBound + 1, lastNumber))"
      },
      moment: { frame in
        let (index, line) = frame.quotientAndRemainder(dividingBy: loop.count)
        return moment(index, line + loop.lowerBound)
      })
  }
}

extension ListingPicture.Line {
  /// A line with the field's letters, which in ASCII are written as they are typed.
  init(field text: String) {
    let typed = [("ᾱ", "abar"), ("ϵ", "eps"), ("√", "sqrt"), ("β̃", "btilde")]
    self.init(
      text,
      plain: typed.reduce(text) { $0.replacing($1.0, with: $1.1) }.spelledInASCII)
  }
}

extension Double {
  /// A number as an algorithm's line shows it.
  var inLine: String {
    let rounded = fixed(decimals: 3)
    return rounded == "-0.000" ? "0.000" : rounded
  }

  /// The same in brackets where it is negative: to stand after another sign.
  var inBrackets: String { inLine.hasPrefix("-") ? "(\(inLine))" : inLine }
}

extension Point2D {
  var inLine: String { "(\(x.inLine), \(y.inLine))" }
}
