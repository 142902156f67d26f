import Canvas
import Diffusion
import Figures
import Plots
import RealModule

/// Samplers as in DDIM's Table 1: a row for each amount of fresh noise, a column for each number of
/// steps, and one number for each.
struct SamplerTable: Sendable {
  /// The numbers of steps that have room in the schedule.
  let counts: [Int]
  /// A row for each noise of ``noises``.
  let values: [[Double]]

  static let noises: [(cell: Table.Cell, noise: ReverseNoise)] =
    [0, 0.2, 0.5, 1].map { (.number($0), .eta($0)) } + [(.word("sigma-hat"), .sigmaHat)]
  static let allCounts = [10, 20, 50, 100, 1000]

  /// - Throws: a schedule without room for the least number of steps, or what `cell` throws.
  init(
    _ schedule: Schedule, column: (_ count: Int) throws(FigureError) -> [Double]
  ) throws(FigureError) {
    let counts = Self.allCounts.filter { $0 <= schedule.steps }
    guard !counts.isEmpty else {
      throw .unfit("T is \(schedule.steps); give a T of at least \(Self.allCounts[0]).")
    }
    var columns: [[Double]] = []
    for count in counts { columns.append(try column(count)) }
    self.init(counts, columns)
  }

  /// Numbers that are known, a list for each number of steps.
  init(_ counts: [Int], _ columns: [[Double]]) {
    self.counts = counts
    values = Self.noises.indices.map { row in columns.map { $0[row] } }
  }

  /// All numbers, row by row, to nine digits: what is equal but for rounding shares its rank.
  var all: [Double] { values.flatMap { $0.map(\.nineDigits) } }

  /// A row for each sampler.
  func table(_ measure: String) -> Table {
    let rows = Self.noises.indices.flatMap { row in
      counts.indices.map { column in
        [Self.noises[row].cell, .number(Double(counts[column])), .number(values[row][column])]
      }
    }
    return Table("distance", columns: ["eta", "steps", measure], cells: rows)
  }

  /// As the paper prints it: the numbers of steps across, eta down.
  func printed(_ decimals: Int = 4) -> Table {
    printed { values[$0][$1].fixed(decimals: decimals) }
  }

  /// The same with other words in the cells, by noise and number of steps.
  func printed(_ cell: (_ row: Int, _ column: Int) -> String) -> Table {
    Table(
      "printed", columns: ["eta"] + counts.map { "S = \($0)" },
      cells: Self.noises.indices.map { row in
        [Self.noises[row].cell] + counts.indices.map { .word(cell(row, $0)) }
      })
  }

  /// A curve for each noise; the steps by their logarithms, and mostly the numbers too.
  func plot(
    _ title: String, _ measure: String, floor: Double? = nil, isLog: Bool = true
  ) -> LinePlot {
    LinePlot(
      title,
      series: zip(Self.noises, values).map { noise, row in
        LinePlot.Series(noise.cell.label, x: counts.map(Double.init), y: row)
      },
      x: Axis("steps", scale: .log10), y: Axis(measure, scale: isLog ? .log10 : .linear),
      references: floor.map { [LinePlot.Reference($0, label: "floor")] } ?? [])
  }
}

extension Parameter {
  /// Curves or the table.
  static let tableOrCurves = Parameter(
    "show", .choice(["curves", "table"]), standard: "curves", "what to draw")
}

extension Table.Cell {
  /// A curve's name.
  var label: String {
    switch self {
    case .number(let number): "eta \(number.typed)"
    case .word(let word): word
    }
  }
}

extension Double {
  /// A positive number to nine digits; others as they are.
  fileprivate var nineDigits: Double {
    guard self > 0, isFinite else { return self }
    let unit = Double.exp10(Double.log10(self).rounded(.down) - 8)
    return (self / unit).rounded() * unit
  }
}
