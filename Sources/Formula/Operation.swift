import RealModule

/// Arithmetic of two numbers: its result, its slopes, and where it has no result.
struct Operation: Sendable {
  let result: @Sendable (Double, Double) -> Double
  /// How fast the result changes with the left and with the right number.
  let slopes: @Sendable (_ left: Double, _ right: Double, _ result: Double) -> (Double, Double)
  /// Why a result that is zero, subnormal or not finite is none; nil if it is what it should be.
  let defect:
    @Sendable (_ left: Double, _ right: Double, _ result: Double) -> EvaluationError.Undefined?
}

extension Operation {
  static let sum = Operation(
    result: { $0 + $1 }, slopes: { _, _, _ in (1, 1) },
    defect: { $2.isFinite ? nil : .tooLarge("sum") })

  static let product = Operation(
    result: { $0 * $1 }, slopes: { left, right, _ in (right, left) },
    defect: { left, right, result in
      guard result.isFinite else { return .tooLarge("product") }
      return left == 0 || right == 0 ? nil : .tooSmall("product")
    })

  static let quotient = Operation(
    result: { $0 / $1 }, slopes: { _, right, result in (1 / right, result / right) },
    defect: { left, right, result in
      if right == 0 { return .divisionByZero }
      guard result.isFinite else { return .tooLarge("quotient") }
      return left == 0 ? nil : .tooSmall("quotient")
    })

  /// A power; a whole exponent takes any base, and 0 to the power 0 is 1.
  static let power = Operation(
    result: { base, exponent in
      if let whole = Int(exactly: exponent) { return Double.pow(base, whole) }
      return base == 0 && exponent > 0 ? 0 : Double.pow(base, exponent)
    },
    slopes: { base, exponent, result in
      guard base != 0 else { return (1, 0) }
      return (exponent * result / base, result * Double.log(base.magnitude))
    },
    defect: { base, exponent, result in
      if base == 0 { return exponent < 0 ? .divisionByZero : nil }
      if base < 0, Int(exactly: exponent) == nil { return .fractionalPowerOfNegative }
      return result.isFinite ? .tooSmall("power") : .tooLarge("power")
    })

  static let smaller = Operation(
    result: { Swift.min($0, $1) }, slopes: { _, _, _ in (1, 1) }, defect: { _, _, _ in nil })

  static let larger = Operation(
    result: { Swift.max($0, $1) }, slopes: { _, _, _ in (1, 1) }, defect: { _, _, _ in nil })

  /// A root of that degree, a whole number from 1 on; odd ones of negative numbers too.
  static func root(_ degree: Int) -> Operation {
    Operation(
      result: { radicand, _ in
        degree == 2 ? radicand.squareRoot() : Double.root(radicand, degree)
      },
      slopes: { radicand, _, result in (result / radicand / Double(degree), 0) },
      defect: { radicand, _, _ in radicand == 0 ? nil : .rootOfNegative })
  }
}
