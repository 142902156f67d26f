import RealModule

extension Variable {
  /// What each place gathers from all places of its example: attention with one head.
  ///
  ///     out = softmax(q k^T / sqrt(d)) v
  ///
  /// - Parameters:
  ///   - keys: [n, places, d], as the queries are.
  ///   - values: [n, places, width].
  /// - Returns: [n, places, width].
  ///
  /// Source: Vaswani et al. 2017, equation 1.
  package func attending(to keys: Variable, _ values: Variable) -> Variable {
    let attention = Attention(self, keys, values)
    let weights = attention.weights
    return tape.record(attention.mixed(weights)) { gradient, gradients in
      attention.pullBack(gradient, weights, into: &gradients)
    }
  }

  /// The weights of ``attending(to:_:)``: [n, places, places], each row of sum 1.
  package func attentionWeights(to keys: Variable) -> Tensor {
    let attention = Attention(self, keys, keys)
    return Tensor([attention.n, attention.places, attention.places], attention.weights)
  }
}

private struct Attention {
  let queries: Variable
  let keys: Variable
  let values: Variable
  let n: Int
  let places: Int
  let depth: Int
  let width: Int

  init(_ queries: Variable, _ keys: Variable, _ values: Variable) {
    (self.queries, self.keys, self.values) = (queries, keys, values)
    (n, places, depth) = (queries.shape[0], queries.shape[1], queries.shape[2])
    width = values.shape[2]
    precondition(keys.shape == queries.shape && values.shape == [n, places, width])
  }

  private var scale: Float { 1 / Float(depth).squareRoot() }

  /// The softmax of the scaled products of queries and keys, row by row.
  var weights: [Float] {
    var weights: [Float] = []
    weights.reserveCapacity(n * places * places)
    for example in 0..<n {
      var scores = Products.product(
        (places, places, depth), part(queries.value, example), .plain, part(keys.value, example),
        .transposed)
      for row in 0..<places { scores.softmax(row * places..<(row + 1) * places, scale: scale) }
      weights += scores
    }
    return weights
  }

  func mixed(_ weights: [Float]) -> Tensor {
    let mixes = (0..<n).flatMap { example in
      Products.product(
        (places, width, places), part(weights, example), .plain, part(values.value, example),
        .plain)
    }
    return Tensor([n, places, width], mixes)
  }

  func pullBack(_ gradient: Tensor, _ weights: [Float], into gradients: inout Gradients) {
    var (toQueries, toKeys, toValues): ([Float], [Float], [Float]) = ([], [], [])
    for example in 0..<n {
      let own = part(weights, example)
      let outer = part(gradient, example)
      toValues += Products.product((places, width, places), own, .transposed, outer, .plain)
      var slopes = Products.product(
        (places, places, width), outer, .plain, part(values.value, example), .transposed)
      slopes.pullBackSoftmax(own, rows: places, scale: scale)
      toQueries += Products.product(
        (places, depth, places), slopes, .plain, part(keys.value, example), .plain)
      toKeys += Products.product(
        (places, depth, places), slopes, .transposed, part(queries.value, example), .plain)
    }
    gradients.add(Tensor(queries.shape, toQueries), to: queries)
    gradients.add(Tensor(keys.shape, toKeys), to: keys)
    gradients.add(Tensor(values.shape, toValues), to: values)
  }

  private func part(_ tensor: Tensor, _ example: Int) -> [Float] { part(tensor.values, example) }

  private func part(_ numbers: [Float], _ example: Int) -> [Float] {
    let size = numbers.count / n
    return Array(numbers[example * size..<(example + 1) * size])
  }
}

extension [Float] {
  /// Exponentials of `scale` times the numbers of a row, divided by their sum.
  mutating func softmax(_ row: Range<Int>, scale: Float = 1) {
    var top = -Float.infinity
    for i in row { top = Swift.max(top, self[i]) }
    var sum: Float = 0
    for i in row {
      self[i] = .exp(scale * (self[i] - top))
      sum += self[i]
    }
    for i in row { self[i] /= sum }
  }

  /// Slopes of softmax weights to slopes of what they were made of: w (g - sum of w g) scale.
  fileprivate mutating func pullBackSoftmax(_ weights: [Float], rows: Int, scale: Float) {
    let width = count / rows
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      var sum: Float = 0
      for i in range { sum += weights[i] * self[i] }
      for i in range { self[i] = weights[i] * (self[i] - sum) * scale }
    }
  }
}
