import Canvas
import Formula

/// What a relation's sign asks of two numbers.
enum Test: Sendable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case approximately

  init?(_ sign: Expression.Relation) {
    switch sign {
    case .equal, .defined, .equivalent: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .approximately: self = .approximately
    default: return nil
    }
  }

  /// The largest difference, as a share of the larger side, that counts as equal.
  ///
  /// Both sides are computed from doubles with some 1e-16 each; formulas of this kind lose at most
  /// six digits where they cancel, as 1 - alpha-bar at the first step does. A wrong formula is off
  /// by far more.
  static let tolerance = 1e-9
  /// A side is less than the other by more than this share, or rounding may have made it so.
  static let rounding = 1e-12
  /// An approximation may be off by a tenth; its evidence says by how much it is.
  static let approximation = 0.1

  var isStrict: Bool { self == .less || self == .greater }

  func holds(_ left: Double, _ right: Double, scale: Double) -> Bool {
    switch self {
    case .equal: abs(left - right) <= Test.tolerance * scale
    case .notEqual: abs(left - right) > Test.tolerance * scale
    case .less: right - left > Test.rounding * scale
    case .lessOrEqual: left <= right + Test.tolerance * scale
    case .greater: left - right > Test.rounding * scale
    case .greaterOrEqual: left >= right - Test.tolerance * scale
    case .approximately: abs(left - right) <= Test.approximation * scale
    }
  }
}

/// The two sides of a relation at the points tried so far.
struct Evidence {
  private let test: Test
  private var points = 0
  private var draws = 0
  private var schedules: Set<Int> = []
  /// Largest difference, as a share of the larger side.
  private var difference = 0.0
  private var values: Set<Double> = []
  private var failure: Failure?

  private struct Failure {
    let left: Double
    let right: Double
    let place: String
  }

  init(_ test: Test) { self.test = test }

  mutating func add(_ left: Value, _ right: Value, at place: String, steps: Int) {
    points += 1
    schedules.insert(steps)
    let count = max(left.elements.count, right.elements.count)
    if count > 1 { draws += count }
    let (lefts, rights) = (left.spread(count), right.spread(count))
    // A draw near zero is measured against the others.
    let scale = (lefts + rights).reduce(0) { max($0, abs($1)) }
    for (left, right) in zip(lefts, rights) {
      if scale > 0 { difference = max(difference, abs(left - right) / scale) }
      if values.count < 3 { values.insert(right) }
      if failure == nil, !test.holds(left, right, scale: scale) {
        failure = Failure(left: left, right: right, place: place)
      }
    }
  }

  var verdict: Verdict {
    if let failure {
      return Verdict(
        .fails,
        "Not so: \(failure.place.isEmpty ? "" : "at \(failure.place) ")the left side is "
          + "\(failure.left.short(significant: 6)), the right side \(failure.right.short(significant: 6))."
      )
    }
    guard points > 0 else {
      return Verdict(.unknown, "There is no point where both sides have a value.")
    }
    return Verdict(.holds, evidence)
  }

  private var evidence: String {
    switch test {
    case .equal where draws > 1:
      "Equal draw by draw, \(largest) over \(draws.grouped) draws."
    case .equal where values.count == 1:
      "Computed: \((values.first ?? 0).short(significant: 6)) on both sides."
    case .equal: "Equal at \(tries)\(digits)."
    case .approximately: "Close at \(tries): they differ by at most \(percent)."
    default: points == 1 ? "True." : "True at \(tries)."
    }
  }

  private var tries: String {
    let noun = points == 1 ? "1 point" : "\(points) points"
    return schedules.count > 1 ? "\(noun) of \(schedules.count) schedules" : noun
  }

  private var largest: String {
    difference == 0
      ? "to the last digit" : "largest difference \(difference.short(significant: 1))"
  }

  /// The largest difference, as a share of the larger side.
  private var digits: String {
    difference == 0 ? ", to the last digit" : ", to \(difference.short(significant: 1))"
  }

  private var percent: String { "\((difference * 100).short(significant: 2)) percent" }
}

extension Value {
  /// The elements, a scalar repeated.
  fileprivate func spread(_ count: Int) -> [Double] {
    switch self {
    case .scalar(let number): Array(repeating: number, count: count)
    case .vector(let numbers): numbers
    }
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    let digits = Array(String(magnitude))
    let text = digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digits[index])
    }
    return self < 0 ? "-\(text)" : text
  }
}
