/// Slopes: `\nabla_x` before a function, a power or brackets.
extension Evaluation {
  /// The slope of a formula by the name that stands below the nabla, at that name's value.
  ///
  /// A vector is taken element by element: each element of the result must depend on its own
  /// element alone.
  mutating func gradient(
    by variable: Expression, of formula: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    guard let name = variable.labelledName, case .value(let place) = scope[name] else {
      throw EvaluationError(.other("Write below the nabla a name that has a value."), at: range)
    }
    guard formula.endsItself else {
      throw EvaluationError(.other("Put what the nabla is for in brackets."), at: range)
    }
    defer { scope[name] = .value(place) }
    var slopes = ExtrapolatedSlopes()
    var failure: EvaluationError?
    while let step = slopes.nextStep {
      do throws(EvaluationError) {
        scope[name] = .value(place.map { $0 + step })
        let above = try value(of: formula).elements
        scope[name] = .value(place.map { $0 - step })
        let below = try value(of: formula).elements
        guard above.count == below.count, [1, place.elements.count].contains(above.count) else {
          throw EvaluationError(.unequalLengths(above.count, place.elements.count), at: range)
        }
        slopes.add(zip(above, below).map { ($0 - $1) / (2 * step) })
      } catch {
        guard error.dependsOnPoint else { throw error }
        // Too wide a step may leave the formula's domain; a smaller one need not.
        failure = error
        slopes.skip()
      }
    }
    guard let best = slopes.best else {
      throw failure ?? EvaluationError(.other("This has no slope here."), at: range)
    }
    return quantity(best.count > 1 ? .vector(best) : .scalar(best[0]))
  }
}

extension Sequence<Expression.Factor> {
  /// The factors, where a nabla is no factor by itself but belongs to the next one.
  var parted: [(operation: Expression.Factor.Operation, value: Expression, variable: Expression?)] {
    var parts:
      [(operation: Expression.Factor.Operation, value: Expression, variable: Expression?)] =
        []
    var nabla: Expression.Factor?
    for factor in self {
      if let waiting = nabla {
        parts.append((waiting.operation, factor.value, waiting.value.gradientVariable))
        nabla = nil
      } else if factor.value.gradientVariable != nil {
        nabla = factor
      } else {
        parts.append((factor.operation, factor.value, nil))
      }
    }
    return parts + (nabla.map { [($0.operation, $0.value, nil)] } ?? [])
  }
}

extension Expression {
  /// The variable of a gradient: x of `\nabla_x`.
  fileprivate var gradientVariable: Expression? {
    guard case .indexed(let base, let index) = node, case .symbol(let symbol) = base.node,
      symbol.canonicalName == "nabla"
    else { return nil }
    return index
  }

  /// Whether it is plain where it ends, so that it is clear what a nabla before it is for.
  fileprivate var endsItself: Bool {
    switch node {
    case .call, .fenced, .fraction, .root: true
    case .power(let base, _): base.endsItself
    default: labelledName != nil
    }
  }
}

/// Slopes by differences over ever smaller steps, extrapolated to a step of nothing.
///
/// The error of (f(x + h) - f(x - h)) / 2h is a series in h^2. Halving h and combining takes its
/// terms away one by one, and of all combinations the one is kept that differs least from its
/// neighbours (Ridders 1982, "Accurate computation of F'(x) and F'(x)F''(x)"). For a smooth function
/// some eleven digits are right.
private struct ExtrapolatedSlopes {
  private var step = 0.25
  private var row: [[Double]] = []
  /// For each element the best so far, and how far it may be off.
  private var slopes: [(best: Double, error: Double)] = []
  private var rowsLeft = 12

  var nextStep: Double? { rowsLeft > 0 ? step : nil }

  /// Nil until two steps had a value.
  var best: [Double]? {
    slopes.isEmpty || slopes.contains { !$0.error.isFinite } ? nil : slopes.map(\.best)
  }

  mutating func skip() {
    step /= 2
    rowsLeft -= 1
  }

  mutating func add(_ differences: [Double]) {
    if slopes.isEmpty { slopes = differences.map { ($0, .infinity) } }
    var next = [differences]
    var factor = 4.0
    for column in row.indices {
      let (finer, coarser) = (next[column], row[column])
      let better = zip(finer, coarser).map { (factor * $0 - $1) / (factor - 1) }
      for index in better.indices {
        let error = max(abs(better[index] - finer[index]), abs(better[index] - coarser[index]))
        if error <= slopes[index].error { slopes[index] = (better[index], error) }
      }
      next.append(better)
      factor *= 4
    }
    row = next
    skip()
  }
}
