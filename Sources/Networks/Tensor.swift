import CNetworkLoops
import Probability

/// Numbers in a box: Float32, in rows, the last axis running fastest.
///
///     let image = Tensor(zeros: [16, 16, 1])
///     image.shape   // [16, 16, 1]
///     image.count   // 256
package struct Tensor: Hashable, Sendable {
  /// The length of each axis; empty for a single number.
  package private(set) var shape: [Int]
  /// As many as the lengths multiplied.
  package var values: [Float]

  /// A tensor of given numbers; `values` has as many as the shape holds.
  package init(_ shape: [Int], _ values: [Float]) {
    precondition(shape.reduce(1, *) == values.count, "a tensor of \(shape) with \(values.count)")
    self.shape = shape
    self.values = values
  }

  package init(zeros shape: [Int]) { self.init(repeating: 0, shape) }

  package init(repeating value: Float, _ shape: [Int]) {
    self.init(shape, [Float](repeating: value, count: shape.reduce(1, *)))
  }

  /// Independent normal draws of mean 0.
  package init(
    normal shape: [Int], deviation: Double, using generator: inout some RandomNumberGenerator
  ) {
    self.init(shape, generator.normals(shape.reduce(1, *)).map { Float(deviation * $0) })
  }

  package var count: Int { values.count }

  /// The length of the last axis; 1 for a single number.
  package var width: Int { shape.last ?? 1 }

  /// The number of rows: all axes but the last together.
  package var rows: Int { width == 0 ? 0 : count / width }

  /// The same numbers in another shape that holds as many.
  package func reshaped(_ shape: [Int]) -> Tensor { Tensor(shape, values) }

  /// Number by number, of two tensors of equal shape.
  func product(_ other: Tensor) -> Tensor {
    precondition(shape == other.shape, "tensors of \(shape) and \(other.shape)")
    return Tensor(
      shape,
      [Float](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = count
        guard let results = buffer.baseAddress else { return }
        network_multiply(count, values, other.values, results)
      })
  }

  /// This one plus `factor` times the other, number by number.
  func sum(_ other: Tensor, times factor: Float = 1) -> Tensor {
    precondition(shape == other.shape, "tensors of \(shape) and \(other.shape)")
    var sum = self
    sum.add(other, times: factor)
    return sum
  }

  func mapped(_ operation: (Float) -> Float) -> Tensor { Tensor(shape, values.map(operation)) }

  /// Adds `factor` times the other, number by number.
  mutating func add(_ other: Tensor, times factor: Float = 1) {
    precondition(count == other.count, "tensors of \(shape) and \(other.shape)")
    values.withUnsafeMutableBufferPointer { buffer in
      guard let sums = buffer.baseAddress else { return }
      network_add(buffer.count, factor, other.values, sums)
    }
  }
}
