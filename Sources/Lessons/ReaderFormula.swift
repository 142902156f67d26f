import Diffusion
import Figures
import Formula
import Probability

/// A formula of the reader's in place of a figure's, ready for many numbers at once.
struct ReaderFormula: Sendable {
  private let expression: Expression

  /// Steps of work for one evaluation: some tenth of a second.
  private static let workLimit = 1_000_000

  /// Reads what the reader typed; nil where nothing was.
  ///
  /// - Parameters:
  ///   - replaceable: the formula whose place it takes.
  ///   - settings: those of the figure, with the reader's formulas.
  ///   - trials: what its names stand for at some steps.
  /// - Throws: that the formula can't be read, or has no value whatever the numbers are.
  init?(
    _ replaceable: ReplaceableFormula, _ settings: Settings, trials: [FormulaNames]
  ) throws(FigureError) {
    guard let text = settings.formulas[replaceable.name] else { return nil }
    do {
      expression = try Expression(typed: text)
    } catch {
      throw .badFormula(name: replaceable.name, reason: error.located(in: text))
    }
    for names in trials {
      do {
        _ = try expression.value(in: names.scope, limit: Self.workLimit)
      } catch {
        guard !error.dependsOnPoint else { continue }
        throw .badFormula(name: replaceable.name, reason: error.located(in: text))
      }
    }
  }

  /// The formula's value for each number; nil where one of them has none.
  func whole(_ names: FormulaNames) -> [Double]? {
    guard let value = try? expression.value(in: names.scope, limit: Self.workLimit) else {
      return nil
    }
    return value.scalar.map { Array(repeating: $0, count: names.count) } ?? value.elements
  }

  /// The formula's value for each number; not a number where it has none.
  ///
  /// What has no value for one number is tried by halves, so a single point that the formula fails
  /// costs two evaluations and not one for every point.
  func values(_ names: FormulaNames) -> [Double] {
    if let whole = whole(names) { return whole }
    var values = [Double](repeating: .nan, count: names.count)
    fill(&values, at: names.finite[...], names)
    return values
  }

  private func fill(_ values: inout [Double], at indices: ArraySlice<Int>, _ names: FormulaNames) {
    guard !indices.isEmpty else { return }
    if let some = whole(names.subset(indices)) {
      for (index, value) in zip(indices, some) { values[index] = value }
    } else if indices.count > 1 {
      let half = (indices.startIndex + indices.endIndex) / 2
      fill(&values, at: indices[..<half], names)
      fill(&values, at: indices[half...], names)
    }
  }

  /// The formula's value for each point, coordinate by coordinate, where the names stand for all x
  /// and then all y.
  func points(_ names: FormulaNames) -> Points2D {
    let values = values(names)
    let half = values.count / 2
    return Points2D(xs: Array(values[..<half]), ys: Array(values[half...]))
  }
}
