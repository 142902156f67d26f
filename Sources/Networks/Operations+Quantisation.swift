extension Variable {
  /// Other numbers in its place, which hand their slopes on to it as if they were its own.
  ///
  /// On the way there a step function, on the way back the identity. Source: Bengio et al. 2013,
  /// "Estimating or Propagating Gradients Through Stochastic Neurons"; van den Oord et al. 2017,
  /// section 3.2.
  package func straightThrough(_ replacement: Tensor) -> Variable {
    precondition(shape == replacement.shape, "\(replacement.shape) in place of \(shape)")
    return tape.record(replacement) { gradient, gradients in gradients.add(gradient, to: self) }
  }
}

extension Tensor {
  /// For each row the number of the nearest row of a table, [rows, its width]; of equally near ones
  /// the first.
  package func nearestRows(of table: Tensor) -> [Int] {
    precondition(table.width == width, "rows of \(width), a table of \(table.width)")
    let width = width
    return values.withUnsafeBufferPointer { rows in
      table.values.withUnsafeBufferPointer { table in
        stride(from: 0, to: rows.count, by: width).map { start in
          var (nearest, least) = (0, Float.infinity)
          for place in Swift.stride(from: 0, to: table.count, by: width) {
            var square: Float = 0
            for column in 0..<width {
              let difference = rows[start + column] - table[place + column]
              square += difference * difference
            }
            if square < least { (nearest, least) = (place / width, square) }
          }
          return nearest
        }
      }
    }
  }

  /// Rows of this table by their numbers: [rows.count, width].
  package func rows(_ rows: [Int]) -> Tensor {
    Tensor(
      [rows.count, width], rows.flatMap { values[$0 * width..<($0 + 1) * width] })
  }
}

extension Parameters {
  /// Puts another row into a table, in place of the one of that number.
  package mutating func setRow(_ row: Int, of name: String, to new: some Collection<Float>) {
    guard let index = names.firstIndex(of: name) else { return }
    let width = tensors[index].width
    precondition(new.count == width, "a row of \(new.count) for \(width)")
    tensors[index].values.replaceSubrange(row * width..<(row + 1) * width, with: new)
  }
}
