import CNetworkLoops

// What layers make of rows where nobody asks for slopes: without a tape, and with nothing kept.

extension Linear {
  /// x W^T + b: [n, outputs] of [n, inputs].
  package func answers(to x: Tensor, _ parameters: Parameters) -> Tensor {
    answers(to: x, from: 0, parameters, plus: parameters[bias].values)
  }

  /// What it makes of an input that all rows have in common, and of the bias: one row.
  ///
  /// `x` stands for the inputs from `first` on; the rest of them is zero.
  package func row(of x: [Float], from first: Int, _ parameters: Parameters) -> [Float] {
    answers(
      to: Tensor([1, x.count], x), from: first, parameters, plus: parameters[bias].values
    ).values
  }

  /// What it makes of its inputs from `first` on, where the rest are zero, plus a row.
  ///
  /// [n, outputs] of [n, some inputs]; `row` has one number an output.
  package func answers(
    to x: Tensor, from first: Int, _ parameters: Parameters, plus row: [Float]
  ) -> Tensor {
    let weight = parameters[weight]
    let (outputs, inputs) = (weight.shape[0], weight.shape[1])
    precondition((0...inputs - x.width).contains(first), "\(x.width) of \(inputs) inputs")
    let size = (rows: x.rows, columns: outputs, inner: x.width)
    let values = x.values.withUnsafeBufferPointer { x -> [Float] in
      weight.values.withUnsafeBufferPointer { weight in
        guard let x = x.baseAddress, let weight = weight.baseAddress else { return [] }
        return Products.product(
          size, Products.Matrix(start: x),
          Products.Matrix(start: weight + first, side: .transposed, stride: inputs), plus: row)
      }
    }
    return Tensor([x.rows, outputs], values)
  }
}

extension Tensor {
  /// A row plus what two tables have at places between their rows: [places, width].
  ///
  /// Of each table the cubic through four rows, so a place is from 1 on and before the last but one.
  package init(
    interpolating first: Tensor, at places: [Double], and second: Tensor, at others: [Double],
    plus row: [Float]
  ) {
    precondition(places.count == others.count && first.shape == second.shape)
    let (width, rows) = (first.width, Double(first.rows))
    precondition(row.count == width)
    precondition((places + others).allSatisfy { $0 >= 1 && $0 < rows - 2 }, "a place in no table")
    let values = [Float](unsafeUninitializedCapacity: places.count * width) { buffer, filled in
      filled = places.count * width
      guard let start = buffer.baseAddress else { return }
      network_repeat_row(places.count, width, row, start)
      network_add_between(places.count, width, places, first.values, start)
      network_add_between(places.count, width, others, second.values, start)
    }
    self.init([places.count, width], values)
  }

  /// Adds gelu(x), number by number.
  package mutating func addGelu(of x: Tensor) {
    precondition(count == x.count, "tensors of \(shape) and \(x.shape)")
    values.withUnsafeMutableBufferPointer { buffer in
      guard let sums = buffer.baseAddress else { return }
      network_add_gated(buffer.count, x.values, Gelu.steepness, Gelu.cubic, sums)
    }
  }
}
