/// The mathematical alphabets of Unicode, for the letters whose glyphs terminals give one cell.
enum Alphabets {
  /// A capital in script, as in the normal distribution's 𝒩.
  static func script(_ name: String) -> String? {
    capital(name, first: 0x1D49C, elsewhere: scriptElsewhere)
  }

  /// A capital with doubled strokes, as in the expectation's 𝔼.
  static func doubleStruck(_ name: String) -> String? {
    name == "1" ? "𝟙" : capital(name, first: 0x1D538, elsewhere: doubleStruckElsewhere)
  }

  /// Unicode had some of the letters before it got the alphabets, so these stand elsewhere.
  private static let scriptElsewhere: [Character: String] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
  ]
  private static let doubleStruckElsewhere: [Character: String] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]

  private static func capital(
    _ name: String, first: UInt32, elsewhere: [Character: String]
  ) -> String? {
    guard name.count == 1, let letter = name.first, let code = letter.asciiValue,
      (0x41...0x5A).contains(code)
    else { return nil }
    return elsewhere[letter] ?? Unicode.Scalar(first + UInt32(code) - 0x41).map(String.init)
  }
}
