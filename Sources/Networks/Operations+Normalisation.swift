extension Variable {
  /// Numbers of mean 0 and variance 1 within each group of channels of each example, then scaled
  /// and shifted by channel.
  ///
  ///     y = scale (x - mean) / sqrt(variance + 1e-5) + shift
  ///
  /// - Parameters:
  ///   - groups: divides the channels; 1 is layer norm over all places and channels.
  ///   - scale: [channels].
  ///   - shift: [channels].
  /// - Returns: the shape of x, which is [n, ..., channels].
  ///
  /// Source: Wu and He 2018, "Group Normalization".
  package func groupNormed(_ groups: Int, scale: Variable, shift: Variable) -> Variable {
    let norm = GroupNorm(shape, groups)
    let (normal, deviations) = norm.normalised(value.values)
    var result = Tensor(shape, normal)
    result.values.scaleRows(by: scale.value.values, shift: shift.value.values)
    return tape.record(result) { gradient, gradients in
      let products = Tensor(shape, zip(gradient.values, normal).map(*))
      gradients.add(Tensor(scale.shape, products.columnSums()), to: scale)
      gradients.add(Tensor(shift.shape, gradient.columnSums()), to: shift)
      var inner = gradient
      let none = [Float](repeating: 0, count: value.width)
      inner.values.scaleRows(by: scale.value.values, shift: none)
      gradients.add(
        Tensor(shape, norm.slopes(inner.values, normal, deviations)), to: self)
    }
  }
}

/// The groups of a tensor's numbers: some channels of one example at all of its places.
private struct GroupNorm: Sendable {
  let examples: Int
  let places: Int
  let channels: Int
  let groups: Int

  static let smallest: Float = 1e-5

  init(_ shape: [Int], _ groups: Int) {
    examples = shape[0]
    channels = shape[shape.count - 1]
    places = shape.dropFirst().dropLast().reduce(1, *)
    self.groups = groups
    precondition(channels.isMultiple(of: groups), "\(channels) channels in \(groups) groups")
  }

  private var width: Int { channels / groups }

  /// Each group's numbers, as runs of `width` neighbours.
  private func forEachRun(of group: Int, _ example: Int, _ visit: (Range<Int>) -> Void) {
    for place in 0..<places {
      let start = (example * places + place) * channels + group * width
      visit(start..<start + width)
    }
  }

  /// The numbers less their group's mean, divided by its deviation; and the deviations.
  func normalised(_ values: [Float]) -> (values: [Float], deviations: [Float]) {
    var result = values
    var deviations: [Float] = []
    let size = Float(places * width)
    for example in 0..<examples {
      for group in 0..<groups {
        var (sum, squares): (Float, Float) = (0, 0)
        forEachRun(of: group, example) { run in for i in run { sum += values[i] } }
        let mean = sum / size
        forEachRun(of: group, example) { run in
          for i in run { squares += (values[i] - mean) * (values[i] - mean) }
        }
        let deviation = (squares / size + Self.smallest).squareRoot()
        forEachRun(of: group, example) { run in
          for i in run { result[i] = (values[i] - mean) / deviation }
        }
        deviations.append(deviation)
      }
    }
    return (result, deviations)
  }

  /// dx = (g - mean(g) - y mean(g y)) / deviation, with y the normalised numbers and g their slopes.
  func slopes(_ gradient: [Float], _ normal: [Float], _ deviations: [Float]) -> [Float] {
    var result = gradient
    let size = Float(places * width)
    for example in 0..<examples {
      for group in 0..<groups {
        var (sum, products): (Float, Float) = (0, 0)
        forEachRun(of: group, example) { run in
          for i in run {
            sum += gradient[i]
            products += gradient[i] * normal[i]
          }
        }
        let deviation = deviations[example * groups + group]
        forEachRun(of: group, example) { run in
          for i in run {
            result[i] = (gradient[i] - sum / size - normal[i] * products / size) / deviation
          }
        }
      }
    }
    return result
  }
}

extension [Float] {
  /// Multiplies each row by one number a column, and adds one.
  fileprivate mutating func scaleRows(by scale: [Float], shift: [Float]) {
    let width = scale.count
    withUnsafeMutableBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: width) {
        for column in 0..<width {
          buffer[start + column] = buffer[start + column] * scale[column] + shift[column]
        }
      }
    }
  }
}
