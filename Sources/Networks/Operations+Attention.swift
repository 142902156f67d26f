import CNetworkLoops

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
      network_softmax(places, places, scale, &scores)
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
      network_softmax_slopes(places, places, scale, own, &slopes)
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
