import CNetworkLoops

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
    let (left, right, rows) = (value.width, other.value.width, value.rows)
    let values = [Float](unsafeUninitializedCapacity: rows * (left + right)) { buffer, filled in
      filled = rows * (left + right)
      guard let joined = buffer.baseAddress else { return }
      network_join(rows, left, right, value.values, other.value.values, joined)
    }
    return tape.record(Tensor(shape.dropLast() + [left + right], values)) { gradient, gradients in
      var (first, second) = (Tensor(zeros: shape), Tensor(zeros: other.shape))
      network_part(rows, left, right, gradient.values, &first.values, &second.values)
      gradients.add(first, to: self)
      gradients.add(second, to: other)
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
    let large = network_images(n: n, h: h, w: w, c: c)
    var means = Tensor(zeros: [n, h / 2, w / 2, c])
    network_add_halved(large, 0.25, value.values, &means.values)
    return tape.record(means) { gradient, gradients in
      var slopes = Tensor(zeros: shape)
      network_add_doubled(large, 0.25, gradient.values, &slopes.values)
      gradients.add(slopes, to: self)
    }
  }

  /// Images of twice the height and width, each pixel four times.
  ///
  /// [n, h, w, c] to [n, 2h, 2w, c].
  package func doubled() -> Variable {
    let (n, h, w, c) = imageShape
    let large = network_images(n: n, h: 2 * h, w: 2 * w, c: c)
    var copies = Tensor(zeros: [n, 2 * h, 2 * w, c])
    network_add_doubled(large, 1, value.values, &copies.values)
    return tape.record(copies) { gradient, gradients in
      var sums = Tensor(zeros: shape)
      network_add_halved(large, 1, gradient.values, &sums.values)
      gradients.add(sums, to: self)
    }
  }

  /// Images, height, width, channels.
  var imageShape: (n: Int, h: Int, w: Int, c: Int) {
    precondition(shape.count == 4, "\(shape) is no batch of images")
    return (shape[0], shape[1], shape[2], shape[3])
  }
}
