import CNetworkLoops

extension Variable {
  /// Rows times a matrix plus a row: a layer that connects all inputs with all outputs.
  ///
  ///     y = x W^T + b
  ///
  /// - Parameters:
  ///   - weight: [outputs, inputs], as PyTorch and safetensors files have it.
  ///   - bias: [outputs], or nil for none.
  /// - Returns: the shape of x with `outputs` for its last axis, which was `inputs`.
  package func linear(_ weight: Variable, _ bias: Variable?) -> Variable {
    let (outputs, inputs) = (weight.shape[0], weight.shape[1])
    precondition(value.width == inputs, "\(value.width) inputs for \(inputs)")
    let rows = value.rows
    let product = Products.product(
      (rows, outputs, inputs), value.values, .plain, weight.value.values, .transposed,
      plus: bias?.value.values)
    let result = Tensor(shape.dropLast() + [outputs], product)
    return tape.record(result) { gradient, gradients in
      if index != nil {
        gradients.add(
          Tensor(
            shape,
            Products.product(
              (rows, inputs, outputs), gradient.values, .plain, weight.value.values, .plain)),
          to: self)
      }
      gradients.add(
        Tensor(
          weight.shape,
          Products.product(
            (outputs, inputs, rows), gradient.values, .transposed, value.values, .plain)),
        to: weight)
      if let bias { gradients.add(Tensor(bias.shape, gradient.columnSums()), to: bias) }
    }
  }

  /// Adds one row to every row.
  package func plusRow(_ row: Variable) -> Variable {
    var sum = value
    sum.values.addRow(row.value.values)
    return tape.record(sum) { gradient, gradients in
      gradients.add(gradient, to: self)
      gradients.add(Tensor(row.shape, gradient.columnSums()), to: row)
    }
  }

  /// Adds to every place of each example one row of its own: [n, ..., c] plus [n, c].
  package func plusRowOfEach(_ rows: Variable) -> Variable {
    let (examples, width) = (rows.value.rows, rows.value.width)
    precondition(value.width == width && shape[0] == examples)
    let places = value.rows / examples
    var sum = value
    for example in 0..<examples {
      let row = Array(rows.value.values[example * width..<(example + 1) * width])
      sum.values.addRow(row, from: example * places, count: places)
    }
    return tape.record(sum) { gradient, gradients in
      gradients.add(gradient, to: self)
      gradients.add(Tensor(rows.shape, gradient.columnSumsOfEach()), to: rows)
    }
  }
}

extension [Float] {
  /// Adds a row to `count` rows of its length, from one on; by default to all.
  fileprivate mutating func addRow(_ row: [Float], from first: Int = 0, count rows: Int? = nil) {
    let width = row.count
    let rows = rows ?? (width == 0 ? 0 : count / width)
    withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      network_add_row(rows, width, row, start + first * width)
    }
  }
}

extension Tensor {
  /// The sums of all rows, one a column.
  func columnSums() -> [Float] {
    var sums = [Float](repeating: 0, count: width)
    network_add_rows(rows, width, values, &sums)
    return sums
  }

  /// The sums of each example's rows: [n, ..., c] to n c numbers.
  fileprivate func columnSumsOfEach() -> [Float] {
    let (examples, places) = (shape[0], rows / shape[0])
    var sums = [Float](repeating: 0, count: examples * width)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let values = values.baseAddress, let sums = sums.baseAddress else { return }
        for example in 0..<examples {
          network_add_rows(
            places, width, values + example * places * width, sums + example * width)
        }
      }
    }
    return sums
  }
}
