import Canvas

/// The texts of equally spaced ticks, in one manner for the whole axis.
///
/// Plain with equal decimals where that is short; else in scientific notation; else, when telling
/// them apart takes more than nine digits, as what remains beyond a round number of the span.
struct TickLabels {
  private(set) var values: [Double] = []
  private(set) var texts: [String] = []
  private(set) var offset: String?

  private let step: TickStep

  /// The labels of those multiples of a step that lie in a span.
  init(counts: ClosedRange<Int>, step: TickStep, in span: Span) {
    self.step = step
    let counts = counts.filter { span.contains(value(of: $0)) }
    values = counts.map(value)
    guard let first = counts.first, let last = counts.last else { return }
    if digitsNeeded(counts) <= 9 {
      texts = label(counts)
    } else {
      let base = roundest(in: first...last)
      texts = label(counts.map { $0 - base })
      offset = signed(step.digits(base))
    }
  }

  private func value(of count: Int) -> Double { step.value(count) }

  /// The number of digits from the first of the largest number to the step's.
  private func digitsNeeded(_ counts: [Int]) -> Int {
    (counts.map { step.digits($0).exponent }.max() ?? 0) - step.power
  }

  private func label(_ counts: [Int]) -> [String] {
    let numbers = counts.map(step.digits)
    let decimals = max(0, -step.power)
    let whole = numbers.map(\.exponent).max() ?? 0
    let isShort = decimals <= 4 && whole <= 6
    guard
      isShort
        || longest(numbers.map { $0.plain(decimals: min(decimals, 20)) })
          <= longest(numbers.map(\.scientific))
    else { return numbers.map(\.scientific) }
    return numbers.map { $0.plain(decimals: decimals) }
  }

  private func longest(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }

  /// The multiple of the step with the most zeros at its end.
  private func roundest(in counts: ClosedRange<Int>) -> Int {
    counts.min { step.digits($0).digits.count < step.digits($1).digits.count } ?? counts.lowerBound
  }

  private func signed(_ number: DecimalDigits) -> String {
    let plain = number.plain()
    let text = plain.count <= number.scientific.count ? plain : number.scientific
    return number.isNegative ? text : "+" + text
  }
}
