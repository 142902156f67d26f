import Canvas
import RealModule

extension Span {
  /// Ticks of a logarithmic axis, from many to few: 1, 2 and 5 of each decade, then decades.
  func logarithmicTicks(glyphs: GlyphSet) -> [Ticks] {
    let decades = exponent(of: lower)...exponent(of: upper)
    var choices: [Ticks] = []
    if decades.count <= 5 {
      choices.append(Ticks(marks: marks(decades.flatMap { fine($0, factors: [1, 2, 5]) })))
    }
    for every in [1, 2, 3, 5, 10, 20, 50, 100, 200, 500] {
      let powers = decades.filter { $0.isMultiple(of: every) }
      choices.append(Ticks(marks: marks(powers.map { decade($0, glyphs: glyphs) })))
    }
    return choices
  }

  /// Multiples of a power of ten, plain near 1.
  private func fine(_ power: Int, factors: [Int]) -> [Tick] {
    factors.compactMap { factor in
      let digits = DecimalDigits(factor, timesTenTo: power)
      let label = (-4...5).contains(power) ? digits.plain() : digits.scientific
      return Double(digits.scientific).map { Tick(value: $0, label: label) }
    }
  }

  /// A power of ten, raised where every font has the glyphs: consoles lack most of them.
  private func decade(_ power: Int, glyphs: GlyphSet) -> Tick {
    let label = glyphs == .braille ? "10" + raised(power) : "1e\(power)"
    return Tick(value: tenTo(power), label: label)
  }

  /// The greatest power of ten that is not above a value.
  func decade(below value: Double) -> Double { tenTo(exponent(of: value)) }

  /// The least power of ten that is not below a value.
  func decade(above value: Double) -> Double {
    let low = decade(below: value)
    return low == value ? low : tenTo(exponent(of: value) + 1)
  }
}

/// The exponent of a positive number in scientific notation, from its digits: a logarithm may
/// round across a power of ten.
private func exponent(of value: Double) -> Int { (DecimalDigits(value)?.exponent ?? 1) - 1 }

private func raised(_ number: Int) -> String {
  let digits: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]
  return String(number.description.map { digits[$0] ?? $0 })
}
