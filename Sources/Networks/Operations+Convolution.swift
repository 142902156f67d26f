import CNetworkLoops

extension Variable {
  /// A convolution of 3 by 3 pixels with a border of zeros, so that the size stays.
  ///
  ///     y[i, j] = bias + sum over dy, dx in -1...1 of weight[dy, dx] x[i + dy, j + dx]
  ///
  /// - Parameters:
  ///   - weight: [outputs, 3, 3, inputs].
  ///   - bias: [outputs].
  /// - Returns: [n, h, w, outputs] of [n, h, w, inputs].
  package func convolved(_ weight: Variable, _ bias: Variable) -> Variable {
    let (n, h, w, c) = imageShape
    let outputs = weight.shape[0]
    precondition(weight.shape == [outputs, 3, 3, c], "a kernel of \(weight.shape)")
    let sheet = Sheet(n: n, h: h, w: w, inputs: c, outputs: outputs)
    let result = sheet.convolved(value.values, weight.value.values, bias: bias.value.values)
    return tape.record(Tensor([n, h, w, outputs], result)) { gradient, gradients in
      gradients.add(
        Tensor(weight.shape, sheet.kernelSlopes(value.values, gradient.values)), to: weight)
      gradients.add(Tensor(bias.shape, gradient.columnSums()), to: bias)
      guard index != nil else { return }
      // Where x[i + d] went into y[i] by weight[d], the slope of y[i - d] comes back by weight[d]:
      // a convolution with the kernel turned by half a turn.
      let slopes = sheet.turned.convolved(
        gradient.values, weight.value.turnedKernel, bias: [Float](repeating: 0, count: c))
      gradients.add(Tensor(shape, slopes), to: self)
    }
  }
}

extension Tensor {
  /// [outputs, 3, 3, inputs] to [inputs, 3, 3, outputs], turned by half a turn.
  fileprivate var turnedKernel: [Float] {
    let (outputs, inputs) = (shape[0], shape[3])
    return [Float](unsafeUninitializedCapacity: count) { turned, filled in
      filled = count
      for output in 0..<outputs {
        for place in 0..<9 {
          for input in 0..<inputs {
            turned[(input * 9 + 8 - place) * outputs + output] =
              values[(output * 9 + place) * inputs + input]
          }
        }
      }
    }
  }
}

/// Images on their way through a convolution, some at a time.
///
/// Of each pixel its left and right neighbours are laid beside it, [h + 2, n, w, 3 inputs]. The
/// three rows of a kernel are then three products of matrices: all pixels' triples by one row of the
/// kernel, those of the line above first, then those of the same line, then those of the line below.
private struct Sheet: Sendable {
  let n: Int
  let h: Int
  let w: Int
  let inputs: Int
  let outputs: Int

  /// For the way back: what comes out goes in.
  var turned: Sheet { Sheet(n: n, h: h, w: w, inputs: outputs, outputs: inputs) }

  /// So many that products are large enough to be fast, and few enough to stay in the cache.
  private var atOnce: Int { min(n, max(1, 256 / (h * w))) }

  func convolved(_ images: [Float], _ weight: [Float], bias: [Float]) -> [Float] {
    [Float](unsafeUninitializedCapacity: n * h * w * outputs) { buffer, filled in
      filled = n * h * w * outputs
      guard let results = buffer.baseAddress else { return }
      var sums = [Float](repeating: 0, count: atOnce * h * w * outputs)
      forEachPart(images) { first, count, triples in
        let pixels = count * h * w
        sums.withUnsafeMutableBufferPointer { sums in
          guard let sums = sums.baseAddress else { return }
          network_repeat_row(pixels, outputs, bias, sums)
          weight.withUnsafeBufferPointer { weight in
            guard let weight = weight.baseAddress else { return }
            for row in 0..<3 {
              Products.multiply(
                (pixels, outputs, 3 * inputs),
                Products.Matrix(start: triples + row * count * w * 3 * inputs),
                Products.Matrix(
                  start: weight + row * 3 * inputs, side: .transposed, stride: 9 * inputs),
                into: sums, keeping: 1)
            }
          }
          network_images_first(
            size(count, outputs), sums, results + first * h * w * outputs)
        }
      }
    }
  }

  /// The slopes of the kernel: of each row, slopes of the pixels times their triples.
  func kernelSlopes(_ images: [Float], _ gradient: [Float]) -> [Float] {
    var slopes = [Float](repeating: 0, count: outputs * 9 * inputs)
    var rows = [Float](repeating: 0, count: atOnce * h * w * outputs)
    forEachPart(images) { first, count, triples in
      gradient.withUnsafeBufferPointer { gradient in
        rows.withUnsafeMutableBufferPointer { rows in
          slopes.withUnsafeMutableBufferPointer { slopes in
            guard let gradient = gradient.baseAddress, let rows = rows.baseAddress,
              let slopes = slopes.baseAddress
            else { return }
            network_rows_first(size(count, outputs), gradient + first * h * w * outputs, rows)
            for row in 0..<3 {
              Products.multiply(
                (outputs, 3 * inputs, count * h * w),
                Products.Matrix(start: rows, side: .transposed),
                Products.Matrix(start: triples + row * count * w * 3 * inputs),
                into: slopes + row * 3 * inputs, stride: 9 * inputs, keeping: 1)
            }
          }
        }
      }
    }
    return slopes
  }

  /// Some images after the other, each time with their triples.
  private func forEachPart(
    _ images: [Float],
    _ visit: (_ first: Int, _ count: Int, _ triples: UnsafePointer<Float>) -> Void
  ) {
    var triples = [Float](repeating: 0, count: (h + 2) * atOnce * w * 3 * inputs)
    triples.withUnsafeMutableBufferPointer { triples in
      images.withUnsafeBufferPointer { images in
        guard let triples = triples.baseAddress, let images = images.baseAddress else { return }
        for first in stride(from: 0, to: n, by: atOnce) {
          let count = min(atOnce, n - first)
          network_lay_triples(size(count, inputs), images + first * h * w * inputs, triples)
          visit(first, count, triples)
        }
      }
    }
  }

  private func size(_ count: Int, _ channels: Int) -> network_images {
    network_images(n: count, h: h, w: w, c: channels)
  }
}
