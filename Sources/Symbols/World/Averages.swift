import Formula

/// Averages over the sources of a world, of all of them or where some numbers are given.
///
/// The trapezoidal rule over a normal density is right to ten digits with steps of 0.6: its
/// error falls like exp(-(2 pi / h - b)^2 / 2) for a function that oscillates like sin(b x)
/// (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule").
struct Averages: Sendable {
  let interpretation: Interpretation
  /// The values of the sources outside of the average.
  let outside: SourceValues

  /// More at once would take too long.
  private static let mostDirections = 3

  /// By the number of directions.
  ///
  /// Beyond seven standard deviations lies less than 1e-11.
  private static let lattices = (0...mostDirections).map { axes in
    Lattice(axes: axes, step: 0.6, reach: 7.2)
  }

  func average(
    _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    var subscripts = Subscript(call.index)
    guard let body = call.arguments.first else {
      throw EvaluationError(.other("Write an average as E[...]."))
    }
    if let bar = call.separators.firstIndex(of: .given) {
      subscripts.given += call.arguments[(bar + 1)...]
    } else if call.arguments.count > 1 {
      throw EvaluationError(.other("Average one thing at a time."))
    }
    let outer = evaluation.scope
    defer { evaluation.scope = outer }
    guard subscripts.hasStep else { return try average(of: body, subscripts, &evaluation) }
    var total = Value.scalar(0)
    let steps = interpretation.world.steps
    for t in 1...steps {
      evaluation.scope = outer
      evaluation.scope["t"] = .value(.scalar(Double(t)))
      let value = try average(of: body, subscripts, &evaluation)
      total = total.combined(with: value) { $0 + $1 / Double(steps) } ?? total
    }
    return total
  }

  private func average(
    of body: Expression, _ subscripts: Subscript, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    var directions = Directions()
    for formula in subscripts.given {
      guard let sum = try interpretation.sum(of: formula, &evaluation) else {
        throw EvaluationError(.other("Average given an x with its step, such as x_t."))
      }
      directions.add(sum)
    }
    if subscripts.isNoiseAlone { directions.add(interpretation.world.x(0)) }
    let fixed = directions.all
    for sum in try reads(of: body, &evaluation) { directions.add(sum) }
    let free = Array(directions.all.dropFirst(fixed.count))
    guard free.count <= Self.mostDirections else {
      throw EvaluationError(.other("Average over at most \(Self.mostDirections) random numbers."))
    }
    return try average(of: body, fixed: fixed, free: free, &evaluation)
  }

  /// The random numbers that the body speaks of, found out by evaluating it once.
  private func reads(
    of body: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> [NormalSum] {
    let reads = Reads()
    let scope = evaluation.scope
    defer { evaluation.scope = scope }
    let count = interpretation.sourceCount
    interpretation.bindRandom(
      in: &evaluation.scope, SourceValues(drawing: count, seed: 5), reads)
    _ = try evaluation.value(of: body)
    return reads.sums
  }

  private func average(
    of body: Expression, fixed: [[Double]], free: [[Double]], _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    guard fixed.isEmpty || outside.isPoint else {
      throw EvaluationError(.other("Average over given numbers outside of other averages."))
    }
    let lattice = Self.lattices[free.count]
    var sources = SourceValues(at: position(along: fixed))
    for (direction, places) in zip(free, lattice.places) {
      sources.spread(along: direction, places)
    }
    interpretation.bindRandom(in: &evaluation.scope, sources, nil)
    let value = try evaluation.value(of: body)
    guard case .vector(let numbers) = value, numbers.count == lattice.count else { return value }
    return .scalar(dot(numbers, lattice.weights))
  }

  /// Where the sources stand as far as what is given fixes them.
  private func position(along fixed: [[Double]]) -> [Double] {
    var position = Array(repeating: 0.0, count: interpretation.sourceCount)
    for direction in fixed {
      let share = dot(direction, outside.point)
      for (source, weight) in direction.enumerated() { position[source] += share * weight }
    }
    return position
  }
}

/// What stands below the sign of an average.
private struct Subscript {
  var hasStep = false
  var given: [Expression] = []
  /// Nothing but noise is averaged over, as in E over epsilon: x_0 stays as it is.
  var isNoiseAlone = false

  init(_ index: Expression?) {
    guard let index else { return }
    var items = [index]
    if case .list(let parts, _) = index.node { items = parts }
    isNoiseAlone = items.allSatisfy { $0.headSymbol?.name.hasPrefix("$noise") ?? false }
    for item in items { add(item) }
  }

  private mutating func add(_ item: Expression) {
    switch item.node {
    case .symbol(let symbol) where symbol.canonicalName == "t": hasStep = true
    case .relation(let sides, _): for side in sides { add(side) }
    case .call(_, let arguments, _):
      guard case .list(let items, let separators) = arguments.node,
        let bar = separators.firstIndex(of: .given)
      else { return }
      given += items[(bar + 1)...]
    default: break
    }
  }
}
