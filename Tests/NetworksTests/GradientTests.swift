import Networks
import Probability
import Testing

/// An operation, and the shapes of what it is made of.
struct Operation: Sendable, CustomStringConvertible {
  let description: String
  let shapes: [[Int]]
  let apply: @Sendable ([Variable]) -> Variable

  init(_ name: String, _ shapes: [[Int]], _ apply: @escaping @Sendable ([Variable]) -> Variable) {
    (description, self.shapes, self.apply) = (name, shapes, apply)
  }

  static let all: [Operation] = [
    Operation("sum", [[2, 3], [2, 3]]) { $0[0] + $0[1] },
    Operation("difference", [[2, 3], [2, 3]]) { $0[0] - $0[1] },
    Operation("product", [[2, 3], [2, 3]]) { $0[0] * $0[1] },
    Operation("square", [[5]]) { $0[0] * $0[0] },
    Operation("multiple", [[4]]) { $0[0].scaled(by: -1.5) },
    Operation("silu", [[9]]) { $0[0].silu() },
    Operation("gelu", [[9]]) { $0[0].gelu() },
    Operation("mean", [[3, 2]]) { $0[0].mean() },
    Operation("linear", [[4, 3], [2, 3], [2]]) { $0[0].linear($0[1], $0[2]) },
    Operation("linear of images", [[2, 2, 2, 3], [4, 3], [4]]) { $0[0].linear($0[1], $0[2]) },
    Operation("row", [[4, 3], [3]]) { $0[0].plusRow($0[1]) },
    Operation("row of each", [[2, 2, 2, 3], [2, 3]]) { $0[0].plusRowOfEach($0[1]) },
    Operation("shape", [[2, 6]]) { $0[0].reshaped([3, 4]) },
    Operation("join", [[2, 2, 3], [2, 2, 1]]) { $0[0].joined($0[1]) },
    Operation("gather", [[4, 3]]) { $0[0].gathered([2, 0, 2]) },
    Operation("half", [[2, 4, 2, 3]]) { $0[0].halved() },
    Operation("double", [[2, 2, 3, 2]]) { $0[0].doubled() },
    Operation("convolution", [[2, 4, 3, 2], [3, 3, 3, 2], [3]]) { $0[0].convolved($0[1], $0[2]) },
    Operation("convolution of one pixel", [[1, 1, 1, 2], [3, 3, 3, 2], [3]]) {
      $0[0].convolved($0[1], $0[2])
    },
    // So many pixels that the images go through one or two at a time.
    Operation("convolution of three images", [[3, 10, 12, 1], [2, 3, 3, 1], [2]]) {
      $0[0].convolved($0[1], $0[2])
    },
    Operation("group norm", [[2, 2, 3, 4], [4], [4]]) {
      $0[0].groupNormed(2, scale: $0[1], shift: $0[2])
    },
    Operation("attention", [[2, 3, 4], [2, 3, 4], [2, 3, 2]]) { $0[0].attending(to: $0[1], $0[2]) },
    Operation("squared error", [[2, 3]]) {
      $0[0].meanSquaredError(Tensor([2, 3], [0.5, -1, 2, 0, 1, -0.25]))
    },
    Operation("cross entropy", [[3, 4]]) { $0[0].crossEntropy([1, 3, 0]) },
  ]
}

@Suite struct `Gradients` {
  /// Every operation against central differences: (f(x + h) - f(x - h)) / 2h.
  ///
  /// With h = 1/64 the difference is off by h^2 f''' / 6, some 4e-5, and by the rounding of f over
  /// h, some 1e-5 for numbers of size 1 to 3.
  @Test(arguments: Operation.all)
  func `agree with differences`(operation: Operation) throws {
    var generator = CounterGenerator(seed: 7)
    let inputs = operation.shapes.map { Tensor(normal: $0, deviation: 1, using: &generator) }
    let weights = weights(of: operation, inputs, &generator)
    let tape = Tape()
    let variables = inputs.map(tape.variable)
    let gradients = tape.gradients(of: loss(of: operation.apply(variables), weights))
    for (which, variable) in variables.enumerated() {
      let gradient = gradients[variable]
      let scale = gradient.values.reduce(Float(0.01)) { max($0, abs($1)) }
      for index in gradient.values.indices {
        let difference = difference(operation, inputs, weights, which, index)
        #expect(
          abs(gradient.values[index] - difference) < 2e-3 * scale, "input \(which), number \(index)"
        )
      }
    }
  }

  @Test func `of a variable that is used twice add up`() {
    let tape = Tape()
    let x = tape.variable(Tensor([2], [1, 3]))
    let unused = tape.variable(Tensor([1], [1]))
    let gradients = tape.gradients(of: (x * x).mean())
    #expect(gradients[x].values == [1, 3])
    #expect(gradients[unused].values == [0])
  }

  /// Random weights of the result's numbers, so that no two slopes can hide each other.
  private func weights(
    of operation: Operation, _ inputs: [Tensor], _ generator: inout CounterGenerator
  ) -> Tensor {
    let tape = Tape()
    let shape = operation.apply(inputs.map(tape.variable)).shape
    return Tensor(normal: shape, deviation: 1, using: &generator)
  }

  private func loss(of result: Variable, _ weights: Tensor) -> Variable {
    (result * result.constant(weights)).mean()
  }

  private func difference(
    _ operation: Operation, _ inputs: [Tensor], _ weights: Tensor, _ which: Int, _ index: Int
  ) -> Float {
    let step: Float = 1.0 / 64
    let values = [step, -step].map { shift in
      var moved = inputs
      moved[which].values[index] += shift
      let tape = Tape()
      let result = operation.apply(moved.map(tape.variable)).value
      return zip(result.values, weights.values).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        / Double(result.count)
    }
    return Float((values[0] - values[1]) / Double(2 * step))
  }
}
