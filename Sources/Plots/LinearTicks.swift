import Canvas
import RealModule

/// A distance between ticks: 1, 2 or 5 times a power of ten.
struct TickStep: Hashable, Sendable {
  let mantissa: Int
  let power: Int
  let size: Double

  /// The least step that is not below a positive number; nil beyond the range of doubles.
  init?(atLeast least: Double) {
    guard least > 0, least.isFinite else { return nil }
    let power = Int(Double.log10(least).rounded(.down))
    let ratio = least / tenTo(power) * (1 - 1e-9)
    switch ratio {
    case ...1: (mantissa, self.power) = (1, power)
    case ...2: (mantissa, self.power) = (2, power)
    case ...5: (mantissa, self.power) = (5, power)
    default: (mantissa, self.power) = (1, power + 1)
    }
    size = decimal(mantissa, timesTenTo: self.power)
    guard size.isFinite, size > 0 else { return nil }
  }

  /// The greatest multiple that is not above a value.
  func below(_ value: Double) -> Double { multiple((value / size + 1e-9).rounded(.down)) }

  /// The least multiple that is not below a value.
  func above(_ value: Double) -> Double { multiple((value / size - 1e-9).rounded(.up)) }

  private func multiple(_ count: Double) -> Double { Int(exactly: count).map(value) ?? .nan }

  /// A multiple of the step: the double nearest to its decimal digits.
  func value(_ count: Int) -> Double { decimal(whole(count), timesTenTo: power) }

  /// A multiple of the step, in decimal digits: exact where the double is not.
  func digits(_ count: Int) -> DecimalDigits { DecimalDigits(whole(count), timesTenTo: power) }

  private func whole(_ count: Int) -> Int {
    let (whole, overflow) = count.multipliedReportingOverflow(by: mantissa)
    return overflow ? 0 : whole
  }
}

/// The double nearest to a whole number times a power of ten.
///
/// Where both are doubles exactly, one rounding does (W. D. Clinger, "How to read floating point
/// numbers accurately", 1990); else the digits are read.
private func decimal(_ whole: Int, timesTenTo power: Int) -> Double {
  if whole.magnitude < 1 << 53, exactPowers.indices.contains(Int(power.magnitude)) {
    let factor = exactPowers[Int(power.magnitude)]
    return power < 0 ? Double(whole) / factor : Double(whole) * factor
  }
  return Double("\(whole)e\(power)") ?? .infinity
}

/// Powers of ten that are doubles exactly.
private let exactPowers: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

extension Span {
  /// The step that gives about as many ticks as asked for, after Heckbert's nice numbers.
  ///
  /// Dividing before subtracting keeps the quotient finite for every span.
  func linearStep(target: Int) -> TickStep? {
    let parts = Double(max(1, target))
    return TickStep(atLeast: max(upper / parts - lower / parts, Double.leastNonzeroMagnitude))
  }

  /// About as many ticks as asked for.
  func linearTicks(target: Int) -> Ticks { linearStep(target: target).map(linearTicks) ?? .none }

  /// Ticks at the multiples of a step.
  ///
  /// Each value is read from its decimal digits, so that it is the double nearest to its label.
  func linearTicks(step: TickStep) -> Ticks {
    guard let first = Int(exactly: (lower / step.size).rounded(.down)),
      let last = Int(exactly: (upper / step.size).rounded(.up)), last - first <= 1000
    else { return .none }
    let labels = TickLabels(counts: first...last, step: step, in: self)
    let ticks = zip(labels.values, labels.texts).map { Tick(value: $0, label: $1) }
    return Ticks(marks: ticks, offset: labels.offset)
  }
}

/// A power of ten, rounded correctly; infinity or zero beyond the range of doubles.
func tenTo(_ power: Int) -> Double { Double("1e\(power)") ?? (power > 0 ? .infinity : 0) }
