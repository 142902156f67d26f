import Testing

@testable import Canvas

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0.9, "0.9"), (4.0358e-5, "4.0358e-5"), (1000, "1000"), (0, "0"), (-0.0, "0"), (1, "1"),
      (-12.5, "-12.5"), (2.0 / 3, "0.666667"), (1e-4, "0.0001"), (0.000_123_456_789, "0.000123457"),
      (1e-5, "1e-5"), (999_999, "999999"), (999_999.7, "1e6"), (1e6, "1e6"),
      (1_234_567, "1.23457e6"),
      (0.1 + 0.2, "0.3"), (1e308, "1e308"), (.leastNonzeroMagnitude, "5e-324"),
      (
        -1.797_693_134_862_315_7e308,
        "-1.79769e308"
      ), (.nan, "nan"), (-.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
      (0.999_999_96, "1"), (7.0 / 32, "0.21875"), (1.0 / 14, "0.0714286"),
    ] as [(Double, String)])
  func `the shortest sensible text`(number: Double, text: String) {
    #expect(number.short() == text)
  }

  @Test(
    arguments: [
      (1234.5, 3, "1235"), (99_999.6, 3, "100000"), (0.15, 1, "0.2"), (9.99, 2, "10"),
      (0.012_34, 2, "0.012"), (4.56e-7, 1, "5e-7"), (3, 0, "3"), (123_456.7, -1, "123457"),
    ] as [(Double, Int, String)])
  func `few digits never round away whole ones`(number: Double, digits: Int, text: String) {
    #expect(number.short(significant: digits) == text)
  }

  @Test(
    arguments: [
      (2.0 / 3, 2, "0.67"), (-0.004, 2, "0.00"), (1e6, 1, "1000000.0"), (0.05, 1, "0.1"),
      (9.995, 2, "10.00"), (12, 0, "12"), (0.6, 0, "1"), (0.4, 0, "0"), (1e-300, 3, "0.000"),
      (1, -5, "1"),
    ] as [(Double, Int, String)])
  func `a fixed count of places`(number: Double, decimals: Int, text: String) {
    #expect(number.fixed(decimals: decimals) == text)
  }

  @Test(arguments: [1, 3, 6, 9, 17, 40])
  func `a text reads back as the number to its digits`(digits: Int) {
    let bound = 0.500_001 * (1...digits).reduce(10) { bound, _ in bound / 10 } + 1e-16
    for exponent in stride(from: -300.0, through: 300, by: 7.3) {
      let number = Double("1.2345678901234567e\(Int(exponent))") ?? 0
      let back = Double(number.short(significant: digits)) ?? .nan
      #expect(abs(back / number - 1) <= bound)
    }
  }

  @Test(arguments: [(-125, -2, "-1.25"), (5, -4, "0.0005"), (2, 3, "2000"), (0, 9, "0")])
  func `a whole number times a power of ten is exact`(whole: Int, power: Int, text: String) {
    #expect(DecimalDigits(whole, timesTenTo: power).plain() == text)
  }
}
