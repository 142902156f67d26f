extension Variable {
  /// The same numbers in another shape.
  package func reshaped(_ shape: [Int]) -> Variable {
    tape.record(value.reshaped(shape)) { gradient, gradients in
      gradients.add(gradient.reshaped(self.shape), to: self)
    }
  }

  /// Side by side along the last axis; the other axes are equal.
  package func joined(_ other: Variable) -> Variable {
    precondition(shape.dropLast() == other.shape.dropLast(), "rows of \(shape), \(other.shape)")
    let (left, right) = (value.width, other.value.width)
    var values: [Float] = []
    values.reserveCapacity(value.count + other.value.count)
    for row in 0..<value.rows {
      values += value.values[row * left..<(row + 1) * left]
      values += other.value.values[row * right..<(row + 1) * right]
    }
    return tape.record(Tensor(shape.dropLast() + [left + right], values)) { gradient, gradients in
      gradients.add(Tensor(shape, gradient.columns(0..<left)), to: self)
      gradients.add(Tensor(other.shape, gradient.columns(left..<left + right)), to: other)
    }
  }

  /// Rows of a table, by their numbers: an embedding of labels.
  ///
  /// [count, width] of [rows, width].
  package func gathered(_ rows: [Int]) -> Variable {
    let width = value.width
    let picked = rows.flatMap { value.values[$0 * width..<($0 + 1) * width] }
    return tape.record(Tensor([rows.count, width], picked)) { gradient, gradients in
      var sums = Tensor(zeros: shape)
      for (index, row) in rows.enumerated() {
        for column in 0..<width {
          sums.values[row * width + column] += gradient.values[index * width + column]
        }
      }
      gradients.add(sums, to: self)
    }
  }

  /// Images of half the height and width: the mean of each two by two pixels.
  ///
  /// [n, h, w, c] to [n, h/2, w/2, c]; h and w are even.
  package func halved() -> Variable {
    let (n, h, w, c) = imageShape
    precondition(h.isMultiple(of: 2) && w.isMultiple(of: 2), "an image of \(h) by \(w)")
    var means = Tensor(zeros: [n, h / 2, w / 2, c])
    forEachPixel { large, small in
      for k in 0..<c { means.values[small * c + k] += 0.25 * value.values[large * c + k] }
    }
    return tape.record(means) { gradient, gradients in
      var slopes = Tensor(zeros: shape)
      forEachPixel { large, small in
        for k in 0..<c { slopes.values[large * c + k] = 0.25 * gradient.values[small * c + k] }
      }
      gradients.add(slopes, to: self)
    }
  }

  /// Images of twice the height and width, each pixel four times.
  ///
  /// [n, h, w, c] to [n, 2h, 2w, c].
  package func doubled() -> Variable {
    let (n, h, w, c) = imageShape
    var copies = Tensor(zeros: [n, 2 * h, 2 * w, c])
    Self.forEachPixel(n, 2 * h, 2 * w) { large, small in
      for k in 0..<c { copies.values[large * c + k] = value.values[small * c + k] }
    }
    return tape.record(copies) { gradient, gradients in
      var sums = Tensor(zeros: shape)
      Self.forEachPixel(n, 2 * h, 2 * w) { large, small in
        for k in 0..<c { sums.values[small * c + k] += gradient.values[large * c + k] }
      }
      gradients.add(sums, to: self)
    }
  }

  /// Images, height, width, channels.
  var imageShape: (n: Int, h: Int, w: Int, c: Int) {
    precondition(shape.count == 4, "\(shape) is no batch of images")
    return (shape[0], shape[1], shape[2], shape[3])
  }

  private func forEachPixel(_ visit: (_ large: Int, _ small: Int) -> Void) {
    Self.forEachPixel(shape[0], shape[1], shape[2], visit)
  }

  /// Each pixel of images of height h and width w, and the pixel of the halved image it falls into.
  private static func forEachPixel(
    _ n: Int, _ h: Int, _ w: Int, _ visit: (_ large: Int, _ small: Int) -> Void
  ) {
    for image in 0..<n {
      for y in 0..<h {
        for x in 0..<w {
          visit((image * h + y) * w + x, (image * (h / 2) + y / 2) * (w / 2) + x / 2)
        }
      }
    }
  }
}

extension Tensor {
  /// Some columns of every row.
  fileprivate func columns(_ range: Range<Int>) -> [Float] {
    (0..<rows).flatMap { values[$0 * width + range.lowerBound..<$0 * width + range.upperBound] }
  }
}
