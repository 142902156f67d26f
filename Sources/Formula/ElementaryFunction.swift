import RealModule

/// A function of one number that every formula knows.
struct ElementaryFunction: Sendable {
  let result: @Sendable (Double) -> Double
  /// How fast the result changes with the argument, or a bound of it.
  let slope: @Sendable (_ argument: Double, _ result: Double) -> Double
  /// Why a result that is zero, subnormal or not finite is none.
  let defect: @Sendable (_ argument: Double, _ result: Double) -> EvaluationError.Undefined?

  static let named: [String: ElementaryFunction] = [
    "exp": exponential, "log": logarithm, "ln": logarithm, "sqrt": squareRoot, "abs": magnitude,
    "sin": entire({ Double.sin($0) }, { _ in 1 }),
    "cos": entire({ Double.cos($0) }, { _ in 1 }),
    "tan": entire({ Double.tan($0) }, { 1 + Double.tan($0) * Double.tan($0) }),
    "tanh": entire({ Double.tanh($0) }, { _ in 1 }),
    "sinh": entire({ Double.sinh($0) }, { Double.cosh($0) }),
    "cosh": entire({ Double.cosh($0) }, { Double.sinh($0) }),
  ]

  /// Steep where it jumps; away from there the slope is no more than this bound of it.
  static let floor = entire({ $0.rounded(.down) }, { _ in 1 })
  static let ceiling = entire({ $0.rounded(.up) }, { _ in 1 })

  static let magnitude = entire({ $0.magnitude }, { _ in 1 })

  /// The exponential; one that is too small for a number is undefined rather than zero.
  static let exponential = ElementaryFunction(
    result: { Double.exp($0) }, slope: { $1 },
    defect: { $1.isFinite ? .tooSmall("exponential") : .tooLarge("exponential") })

  static let logarithm = ElementaryFunction(
    result: { Double.log($0) }, slope: { argument, _ in 1 / argument },
    defect: { argument, _ in argument > 0 ? nil : .logarithm })

  static let squareRoot = ElementaryFunction(
    result: { $0.squareRoot() }, slope: { 0.5 / $1 },
    defect: { argument, _ in argument == 0 ? nil : .rootOfNegative })

  /// A function that has a value everywhere, where it is not too large.
  private static func entire(
    _ result: @escaping @Sendable (Double) -> Double,
    _ slope: @escaping @Sendable (Double) -> Double
  ) -> ElementaryFunction {
    ElementaryFunction(
      result: result, slope: { argument, _ in slope(argument) },
      defect: { $1.isFinite ? nil : .tooLarge("result") })
  }
}
