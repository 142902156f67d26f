extension Variable {
  /// A convolution of 3 by 3 pixels with a border of zeros, so that the size stays.
  ///
  /// Each pixel's neighbourhood is laid out as a row, and one product of matrices does the rest.
  /// - Parameters:
  ///   - weight: [outputs, 3, 3, inputs].
  ///   - bias: [outputs].
  /// - Returns: [n, h, w, outputs] of [n, h, w, inputs].
  package func convolved(_ weight: Variable, _ bias: Variable) -> Variable {
    let (n, h, w, c) = imageShape
    let outputs = weight.shape[0]
    precondition(weight.shape == [outputs, 3, 3, c], "a kernel of \(weight.shape)")
    let inner = 9 * c
    let patches = Patches(n: n, h: h, w: w, c: c)
    let rows = patches.rows(of: value.values)
    var product = Products.product(
      (n * h * w, outputs, inner), rows, .plain, weight.value.values, .transposed)
    product.addToRows(bias.value.values)
    return tape.record(Tensor([n, h, w, outputs], product)) { gradient, gradients in
      gradients.add(
        Tensor(
          weight.shape,
          Products.product(
            (outputs, inner, n * h * w), gradient.values, .transposed, rows, .plain)),
        to: weight)
      gradients.add(Tensor(bias.shape, gradient.columnSums()), to: bias)
      let slopes = Products.product(
        (n * h * w, inner, outputs), gradient.values, .plain, weight.value.values, .plain)
      gradients.add(Tensor(shape, patches.gathered(slopes)), to: self)
    }
  }
}

extension [Float] {
  fileprivate mutating func addToRows(_ row: [Float]) {
    let width = row.count
    withUnsafeMutableBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: width) {
        for column in 0..<width { buffer[start + column] += row[column] }
      }
    }
  }
}

/// The 3 by 3 neighbourhoods of all pixels of some images, as rows.
private struct Patches: Sendable {
  let n: Int
  let h: Int
  let w: Int
  let c: Int

  /// One row a pixel: its nine neighbours' channels; zeros beyond the border.
  func rows(of image: [Float]) -> [Float] {
    [Float](unsafeUninitializedCapacity: n * h * w * 9 * c) { buffer, filled in
      filled = n * h * w * 9 * c
      buffer.initialize(repeating: 0)
      guard let to = buffer.baseAddress else { return }
      image.withUnsafeBufferPointer { image in
        guard let from = image.baseAddress else { return }
        forEachNeighbour { place, pixel in
          (to + place).update(from: from + pixel, count: c)
        }
      }
    }
  }

  /// Back again: each pixel gets the sum of what the rows have at its places.
  func gathered(_ rows: [Float]) -> [Float] {
    var image = [Float](repeating: 0, count: n * h * w * c)
    image.withUnsafeMutableBufferPointer { image in
      rows.withUnsafeBufferPointer { rows in
        forEachNeighbour { place, pixel in
          for channel in 0..<c { image[pixel + channel] += rows[place + channel] }
        }
      }
    }
    return image
  }

  /// Where each neighbour stands in the rows and in the images.
  @inline(__always)
  private func forEachNeighbour(_ visit: (_ place: Int, _ pixel: Int) -> Void) {
    for image in 0..<n {
      for y in 0..<h {
        for x in 0..<w {
          let row = ((image * h + y) * w + x) * 9 * c
          for dy in max(0, 1 - y)...min(2, h - y) {
            for dx in max(0, 1 - x)...min(2, w - x) {
              visit(
                row + (3 * dy + dx) * c, ((image * h + y + dy - 1) * w + x + dx - 1) * c)
            }
          }
        }
      }
    }
  }
}
