import Figures

extension Parameter {
  /// How many numbers or points a figure draws.
  static func samples(_ range: ClosedRange<Int>) -> Parameter {
    Parameter("samples", .integer(range), standard: "2000", "how many are drawn")
  }

  /// A mixture of normal distributions: the weights, means and deviations of its parts.
  static let mixture: [Parameter] = [
    Parameter(
      "weights", .reals(.through(0, 1e6), count: 100), standard: "0.3,0.7",
      "the weight of each part; they are divided by their sum"),
    Parameter(
      "means", .reals(.through(-1e6, 1e6), count: 100), standard: "-1,1.5", "the mean of each part"),
    Parameter(
      "standard_deviations", .reals(.through(0, 1e6), count: 100), standard: "0.2,0.4",
      "the standard deviation of each part"),
  ]
}
