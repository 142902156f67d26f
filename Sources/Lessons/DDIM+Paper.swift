import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// DDIM's Table 1 beside the same table for normal data, computed without random numbers.
  static let ddimTable1 = Figure(
    "table-1", title: "DDIM's Table 1 beside the same table for normal data",
    parameters: [
      .paper,
      Parameter(
        "show", .choice(["scatter", "paper", "here", "ranks"]), standard: "scatter",
        "both against each other, one of the tables, or the ranks in both"),
    ] + Parameter.normalData(variance: "0.001") + [.spacing()] + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.scheduleOfThousand()
    let samplers = try SamplerTable(schedule, data: settings.bell(), settings.spacing)
    let comparison = PaperComparison(
      samplers, settings.choice("paper") == "cifar10" ? .cifar10 : .celeba)
    return Outcome(
      settings: settings.effective(schedule), values: comparison.values,
      tables: [samplers.table("w2"), comparison.table],
      frames: comparison.frames(settings.choice("show")))
  }

  /// What the rank correlation with the paper is for other data, and for rules that compute nothing.
  static let ddimRanks = Figure(
    "ranks", title: "Rank correlation with DDIM's Table 1, for data of other variances",
    parameters: [.paper, .mean("mean", "1", "the mean of the data")] + Parameter.schedule
  ) { settings, _, watch throws(FigureError) in
    let schedule = try settings.scheduleOfThousand()
    let ranks = try RankSweep(schedule, mean: settings.real("mean"), watch)
    let paper = settings.choice("paper") == "cifar10" ? Paper.cifar10 : .celeba
    return Outcome(
      settings: settings.effective(schedule), values: paper.baselines,
      tables: [ranks.table, RankSweep.baselines], frames: Frames(plot: ranks.plot(paper)))
  }
}

extension Parameter {
  fileprivate static let paper = Parameter(
    "paper", .choice(["celeba", "cifar10"]), standard: "celeba", "the pictures of the paper's table"
  )
}

extension Settings {
  /// A schedule with room for every sampler of the paper's table.
  fileprivate func scheduleOfThousand() throws(FigureError) -> Schedule {
    let schedule = try noiseSchedule()
    guard schedule.steps >= 1000 else {
      throw .unfit("T is \(schedule.steps); the paper's table needs a T of at least 1000.")
    }
    return schedule
  }
}

/// One half of DDIM's Table 1.
private enum Paper: String, CaseIterable {
  case cifar10
  case celeba

  var name: String { self == .cifar10 ? "CIFAR10" : "CelebA" }
  var table: [[Double]] { self == .cifar10 ? PublishedTables.cifar10 : PublishedTables.celeba }
  var all: [Double] { table.flatMap(\.self) }
  var other: Paper { self == .cifar10 ? .celeba : .cifar10 }

  /// Orders that compute nothing: by the number of steps, with ties or with eta to part them.
  var baselines: [(name: String, value: Double)] {
    let rows = SamplerTable.noises.indices
    let columns = SamplerTable.allCounts.indices
    let bySteps = rows.flatMap { _ in columns.map { -Double($0) } }
    let byBoth = rows.flatMap { row in columns.map { Double(row) - 10 * Double($0) } }
    return [
      ("steps, then eta", RankCorrelation.spearman(byBoth, all)),
      ("steps alone", RankCorrelation.spearman(bySteps, all)),
      ("\(other.name)", RankCorrelation.spearman(other.all, all)),
    ]
  }
}

/// A table of the paper beside one that was computed.
private struct PaperComparison: Sendable {
  private let samplers: SamplerTable
  private let paper: Paper

  init(_ samplers: SamplerTable, _ paper: Paper) { (self.samplers, self.paper) = (samplers, paper) }

  var values: [(name: String, value: Double)] {
    [("rank_correlation", RankCorrelation.spearman(samplers.all, paper.all))] + paper.baselines
  }

  var table: Table {
    let rows = SamplerTable.noises.indices.flatMap { row in
      samplers.counts.indices.map { column in
        [
          SamplerTable.noises[row].cell, .number(Double(samplers.counts[column])),
          .number(paper.table[row][column]),
        ]
      }
    }
    return Table("paper", columns: ["eta", "steps", "fid"], cells: rows)
  }

  func frames(_ show: String) -> Frames {
    switch show {
    case "paper": Frames(table: samplers.printed { paper.table[$0][$1].fixed(decimals: 2) })
    case "here": Frames(table: samplers.printed())
    case "ranks":
      Frames(
        table: samplers.printed { row, column in
          "\(rank(of: paper.table[row][column], in: paper.all)) | "
            + "\(rank(of: ours[row * samplers.counts.count + column], in: ours))"
        })
    default: Frames(plot: scatter)
    }
  }

  /// The numbers here, row by row.
  private var ours: [Double] { samplers.all }

  private func rank(of value: Double, in all: [Double]) -> Int { 1 + all.count { $0 < value } }

  private var scatter: Scatter {
    Scatter(
      "Each sampler: \(paper.name) across, here upwards",
      series: SamplerTable.noises.indices.map { row in
        Scatter.Series(
          SamplerTable.noises[row].cell.label, x: paper.table[row], y: samplers.values[row])
      },
      x: Axis("FID in the paper", scale: .log10), y: Axis("W2 here", scale: .log10),
      usesMarkers: true)
  }
}

/// Rank correlations with the paper for data of several variances, by the three spacings.
private struct RankSweep: Sendable {
  private let rows: [Row]

  private static let variances = [1, 0.25, 0.04, 0.01, 0.0025, 0.001, 0.0001]

  private struct Row: Sendable {
    let variance: Double
    let spacing: Spacing
    let distances: [Double]

    func correlation(_ paper: Paper) -> Double {
      RankCorrelation.spearman(distances, paper.all)
    }
  }

  init(_ schedule: Schedule, mean: Double, _ watch: Watch) throws(FigureError) {
    var rows: [Row] = []
    let all = Spacing.allCases.count * Self.variances.count
    for spacing in Spacing.allCases {
      for variance in Self.variances {
        let data = Gaussian(mean: mean, variance: variance)
        let samplers = try SamplerTable(schedule, data: data, spacing)
        rows.append(Row(variance: variance, spacing: spacing, distances: samplers.all))
        try watch.report(Double(rows.count) / Double(all))
      }
    }
    self.rows = rows
  }

  var table: Table {
    Table(
      "ranks", columns: ["variance", "spacing", "cifar10", "celeba"],
      cells: rows.map { row in
        [
          .number(row.variance), .word(row.spacing.rawValue),
          .number(row.correlation(.cifar10)), .number(row.correlation(.celeba)),
        ]
      })
  }

  /// What orders that compute nothing reach.
  static var baselines: Table {
    let (first, second) = (Paper.cifar10.baselines, Paper.celeba.baselines)
    return Table(
      "baselines", columns: ["order", "cifar10", "celeba"],
      cells: zip(first, second).map { cifar10, celeba in
        let isOther = cifar10.name != celeba.name
        return [
          .word(isOther ? "the paper's other table" : cifar10.name), .number(cifar10.value),
          .number(celeba.value),
        ]
      })
  }

  func plot(_ paper: Paper) -> LinePlot {
    LinePlot(
      "Rank correlation with \(paper.name)",
      series: Spacing.allCases.map { spacing in
        let rows = rows.filter { $0.spacing == spacing }
        return LinePlot.Series(
          spacing.rawValue, x: rows.map(\.variance), y: rows.map { $0.correlation(paper) })
      },
      x: Axis("variance of the data", scale: .log10), y: Axis(range: 0...1.05),
      references: paper.baselines.prefix(1).map { LinePlot.Reference($0.value, label: $0.name) })
  }
}
