extension Double {
  /// The shortest sensible text of a number, for a reader's eye.
  ///
  /// At least `significant` digits are kept where the number has them; whole digits are never
  /// rounded away below a million. From 1e6 and below 1e-4 it is in scientific notation. What is
  /// not finite is `nan`, `inf` or `-inf`. The text reads back as a number in every language.
  ///
  ///     0.9.short()                       // "0.9"
  ///     4.0358e-5.short()                 // "4.0358e-5"
  ///     1000.0.short(significant: 3)      // "1000"
  ///     (2.0 / 3).short(significant: 3)   // "0.667"
  package func short(significant: Int = 6) -> String {
    guard let exact = DecimalDigits(self) else { return nameOfNonFinite }
    let least = max(1, significant)
    let rounded = exact.rounded(significant: least)
    guard (-3...6).contains(rounded.exponent) else { return rounded.scientific }
    return exact.rounded(significant: max(least, exact.exponent)).short
  }

  /// The number with a fixed count of places after the point, however large it is.
  ///
  ///     (2.0 / 3).fixed(decimals: 2)   // "0.67"
  package func fixed(decimals: Int) -> String {
    guard let exact = DecimalDigits(self) else { return nameOfNonFinite }
    let places = min(max(0, decimals), 400)
    return exact.rounded(decimals: places).plain(decimals: places)
  }

  private var nameOfNonFinite: String { isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
}

extension DecimalDigits {
  /// All of its digits: in scientific notation from 1e6 and below 1e-4.
  fileprivate var short: String {
    digits.isEmpty || (-3...6).contains(exponent) ? plain() : scientific
  }
}
