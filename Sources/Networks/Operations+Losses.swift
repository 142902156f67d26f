import CNetworkLoops
import RealModule

extension Variable {
  /// The mean of the squared differences: the simple loss, of noise and its prediction.
  ///
  /// Source: DDPM, equation 14.
  package func meanSquaredError(_ target: Tensor) -> Variable {
    let differences = value.sum(target, times: -1)
    let sum = differences.values.reduce(0.0) { $0 + Double($1) * Double($1) }
    let count = Float(value.count)
    return tape.record(Tensor([], [Float(sum / Double(count))])) { gradient, gradients in
      let factor = 2 * gradient.values[0] / count
      gradients.add(differences.mapped { factor * $0 }, to: self)
    }
  }

  /// The mean over rows of -log(probability of the row's label), from unnormalised logarithms.
  ///
  /// `labels` has one a row, each below the width.
  package func crossEntropy(_ labels: [Int]) -> Variable {
    let width = value.width
    precondition(labels.count == value.rows, "\(labels.count) labels for \(value.rows) rows")
    var shares = value.values
    network_softmax(labels.count, width, 1, &shares)
    let total = labels.enumerated().reduce(0.0) { sum, entry in
      sum - Double(Float.log(max(shares[entry.offset * width + entry.element], 1e-38)))
    }
    let count = Float(labels.count)
    return tape.record(Tensor([], [Float(total) / count])) { gradient, gradients in
      var slopes = shares
      for (row, label) in labels.enumerated() { slopes[row * width + label] -= 1 }
      let factor = gradient.values[0] / count
      gradients.add(Tensor(shape, slopes.map { factor * $0 }), to: self)
    }
  }
}
