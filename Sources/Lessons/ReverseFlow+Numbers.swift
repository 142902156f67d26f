import Diffusion
import Figures
import Probability

extension ReverseFlow {
  /// How far each way's end lies from the data, beside how far draws of the data lie from each other.
  var values: [(name: String, value: Double)] {
    // Another seed, so that the floor's draws are independent of all others.
    let floors = DistanceFloor.floors(
      of: goal, count: data.labels.count, seed: ~seed, [Wasserstein.sliced, EnergyDistance.between])
    let first = distances(of: main.cloud.end)
    let label = guidance("", main)
    let spreads =
      spread("spread_ratio", of: main.cloud.end) + spread("spread_ratio_data", of: data.points)
    let rest: [(name: String, value: Double)] = [
      ("energy_distance", first[1]), ("energy_distance_floor", floors[1].mean),
      ("sliced_wasserstein_floor_sd", floors[0].standardDeviation),
      ("energy_distance_floor_sd", floors[1].standardDeviation),
    ]
    return label + [
      ("sliced_wasserstein", first[0]), ("sliced_wasserstein_floor", floors[0].mean),
      ("nll", first[2]), ("nll_data", negativeLogLikelihood(of: data.points)),
    ] + spreads + rest + others.flatMap(values)
  }

  /// The ways beside the one that the figure is about.
  private var others: [Run] { runs.filter { !$0.way.suffix.isEmpty } }

  private func values(_ run: Run) -> [(name: String, value: Double)] {
    guidance(run.way.suffix, run)
      + zip(["sliced_wasserstein", "energy_distance", "nll"], distances(of: run.cloud.end)).map {
        (name: $0 + run.way.suffix, value: $1)
      } + spread("spread_ratio" + run.way.suffix, of: run.cloud.end)
  }

  /// Where a class is asked for: the share of points that the law of the data counts to it, and
  /// their deviation by that of the class.
  private func guidance(_ suffix: String, _ run: Run) -> [(name: String, value: Double)] {
    guard let asked else { return [] }
    let hits = run.labels.count { $0 == asked }
    return [
      ("label_accuracy" + suffix, Double(hits) / Double(run.labels.count)),
      ("diversity" + suffix, goal.diversity(of: run.cloud.end)),
    ]
  }

  /// How wide the points spread around the modes of the data, where the data have modes.
  private func spread(_ name: String, of points: Points2D) -> [(name: String, value: Double)] {
    goal.spreadRatio(of: points).map { [(name, $0)] } ?? []
  }

  /// Sliced Wasserstein distance, energy distance, and the mean of minus the log density.
  private func distances(of samples: Points2D) -> [Double] {
    [
      Wasserstein.sliced(samples, data.points), EnergyDistance.between(samples, data.points),
      negativeLogLikelihood(of: samples),
    ]
  }

  private func negativeLogLikelihood(of points: Points2D) -> Double {
    let densities = goal.logDensities(at: points)
    return -densities.reduce(0, +) / Double(densities.count)
  }

  /// The points at the end and the draws of the data, each with its class.
  var tables: [Table] {
    [Table("samples", main.cloud.end, main.labels), Table("data", data.points, data.labels)]
      + others.map { Table("samples" + $0.way.suffix, $0.cloud.end, $0.labels) }
  }
}

extension Distribution2D {
  /// The deviation of points around their mean, by that of the law around its own.
  func diversity(of points: Points2D) -> Double {
    let (x, y, own) = (Moments(points.xs), Moments(points.ys), matched)
    return ((x.variance + y.variance) / (own.varianceX + own.varianceY)).squareRoot()
  }
}

extension Table {
  fileprivate init(_ name: String, _ points: Points2D, _ labels: [Int]) {
    self.init(
      name, columns: ["x", "y", "label"],
      rows: labels.indices.map { [points.xs[$0], points.ys[$0], Double(labels[$0])] })
  }
}
