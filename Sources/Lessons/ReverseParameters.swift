import Diffusion
import Figures
import Probability

extension Parameter {
  /// Data of the plane, and the mean and variance of the normal ones.
  static func data(_ standard: ToyData) -> [Parameter] {
    [
      Parameter(
        "data", .choice(ToyData.allCases.map(\.rawValue)), standard: standard.rawValue,
        "the shape of the data"),
      .mean("mean", "0", "the mean of each coordinate of normal data"),
      .variance("variance", "1", "the variance of each coordinate of normal data"),
    ]
  }

  /// How many points walk back, and what their film may take of memory.
  static func walkers(_ range: ClosedRange<Int>) -> Parameter {
    let megabytes = ReverseCloud<Points2D>.mostKeptBytes / 1_000_000
    return Parameter(
      "samples", .integer(range), standard: "2000",
      "how many points walk back; each film of them keeps at most \(megabytes) MB")
  }
}

extension Settings {
  /// The law of the data that `Parameter.data` asks for.
  func planeData() throws(FigureError) -> any Distribution2D {
    let data = ToyData(rawValue: choice("data")) ?? .ring
    guard data != .normal else {
      return ToyData.normal(mean: real("mean"), variance: real("variance"))
    }
    for name in ["mean", "variance"] where isGiven(name) {
      throw .unfit("A \(name) of your own needs data=normal; set that too.")
    }
    return data.distribution
  }
}

extension SamplerError {
  /// As a figure says it.
  var asFigureError: FigureError { .unfit(description) }
}
