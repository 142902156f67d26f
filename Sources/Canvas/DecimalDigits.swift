/// A finite number as decimal digits: ±0.d₁d₂d₃… · 10^exponent, the first digit not zero.
///
/// No digits is zero. Made from the shortest text that reads back as the number, so what a reader
/// typed is what is rounded: 0.15 to one digit is 0.2, as on paper.
package struct DecimalDigits: Hashable, Sendable {
  package private(set) var isNegative: Bool
  /// 0 to 9 each; neither the first nor the last is zero.
  package private(set) var digits: [UInt8]
  package private(set) var exponent: Int

  /// The digits of a number; nil for one that is not finite.
  package init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init(text: number.description)
  }

  /// The digits of a whole number times a power of ten, exactly.
  package init(_ whole: Int, timesTenTo power: Int) {
    self.init(text: whole.description)
    if !digits.isEmpty { exponent += power }
  }

  /// Reads what `description` writes: `-12.5`, `5e-324`.
  private init(text: String) {
    isNegative = text.hasPrefix("-")
    digits = []
    exponent = 0
    let parts = text.split(separator: "e", maxSplits: 1)
    var isFraction = false
    for byte in (parts.first ?? "").utf8 {
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard let digit = Self.digit(byte) else { continue }
      if !isFraction { exponent += 1 }
      digits.append(digit)
    }
    if parts.count == 2 { exponent += Int(parts[1]) ?? 0 }
    trim()
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
  }

  private mutating func trim() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }
}

extension DecimalDigits {
  /// Rounded to a number of significant digits, halves away from zero.
  package func rounded(significant count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    result.digits = Array(digits.prefix(max(0, count)))
    if count >= 0, digits[count] >= 5 { result.increment() }
    result.trim()
    return result
  }

  /// Rounded to a number of places after the point, halves away from zero.
  package func rounded(decimals: Int) -> DecimalDigits { rounded(significant: exponent + decimals) }

  /// Adds one to the last digit.
  private mutating func increment() {
    for place in digits.indices.reversed() {
      digits[place] += 1
      if digits[place] < 10 { return }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// As `-12.5`, with at least this many places after the point.
  package func plain(decimals: Int = 0) -> String {
    let places = max(decimals, digits.count - exponent)
    var text = isNegative ? "-" : ""
    text += exponent > 0 ? (0..<exponent).map(digit).joined() : "0"
    guard places > 0 else { return text }
    return text + "." + (exponent..<exponent + places).map(digit).joined()
  }

  /// As `1.25e-7`; without a point if one digit is enough.
  package var scientific: String {
    guard !digits.isEmpty else { return "0" }
    let rest = digits.count > 1 ? "." + (1..<digits.count).map(digit).joined() : ""
    return (isNegative ? "-" : "") + digit(0) + rest + "e\(exponent - 1)"
  }

  private func digit(_ place: Int) -> String {
    digits.indices.contains(place) ? String(digits[place]) : "0"
  }
}
