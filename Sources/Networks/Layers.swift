/// A layer that connects all inputs with all outputs.
package struct Linear: Sendable {
  let weight: Parameters.Key
  let bias: Parameters.Key

  /// Weights of deviation sqrt(gain / inputs), and no bias at first.
  ///
  /// A gain of 2 keeps the size of numbers through rectified units (He et al. 2015); 0 makes a layer
  /// that at first gives zero.
  package init(
    _ inputs: Int, _ outputs: Int, gain: Double = 1, in parameters: inout Parameters,
    _ name: String, using generator: inout some RandomNumberGenerator
  ) {
    let deviation = (gain / Double(inputs)).squareRoot()
    weight = parameters.add(
      "\(name).weight",
      Tensor(normal: [outputs, inputs], deviation: deviation, using: &generator))
    bias = parameters.add("\(name).bias", Tensor(zeros: [outputs]))
  }

  package func callAsFunction(_ x: Variable, _ parameters: Parameters.Placed) -> Variable {
    x.linear(parameters[weight], parameters[bias])
  }
}

/// A convolution of 3 by 3 pixels that keeps the size.
package struct Convolution: Sendable {
  private let weight: Parameters.Key
  private let bias: Parameters.Key

  package init(
    _ inputs: Int, _ outputs: Int, gain: Double = 1, in parameters: inout Parameters,
    _ name: String, using generator: inout some RandomNumberGenerator
  ) {
    let deviation = (gain / Double(9 * inputs)).squareRoot()
    weight = parameters.add(
      "\(name).weight",
      Tensor(normal: [outputs, 3, 3, inputs], deviation: deviation, using: &generator))
    bias = parameters.add("\(name).bias", Tensor(zeros: [outputs]))
  }

  package func callAsFunction(_ x: Variable, _ parameters: Parameters.Placed) -> Variable {
    x.convolved(parameters[weight], parameters[bias])
  }
}

/// Group norm with a learned scale and shift of each channel.
package struct GroupNormLayer: Sendable {
  private let groups: Int
  private let scale: Parameters.Key
  private let shift: Parameters.Key

  package init(_ groups: Int, _ channels: Int, in parameters: inout Parameters, _ name: String) {
    self.groups = groups
    scale = parameters.add("\(name).weight", Tensor(repeating: 1, [channels]))
    shift = parameters.add("\(name).bias", Tensor(zeros: [channels]))
  }

  package func callAsFunction(_ x: Variable, _ parameters: Parameters.Placed) -> Variable {
    x.groupNormed(groups, scale: parameters[scale], shift: parameters[shift])
  }
}

/// A learned row for each label.
package struct Embedding: Sendable {
  private let table: Parameters.Key

  package init(
    _ labels: Int, _ width: Int, in parameters: inout Parameters, _ name: String,
    using generator: inout some RandomNumberGenerator
  ) {
    table = parameters.add(
      "\(name).weight", Tensor(normal: [labels, width], deviation: 1, using: &generator))
  }

  package func callAsFunction(_ labels: [Int], _ parameters: Parameters.Placed) -> Variable {
    parameters[table].gathered(labels)
  }
}
