import Testing

@testable import Canvas

@Suite struct AsciiSpellingTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("é ñ Ø ß", "e n O ss"), ("αβΣ λ", "alphabetaSigma lambda"),
      ("ᾱ", "alpha_bar"), ("α\u{304}ₜ", "alpha_bar_t"), ("β\u{303}", "beta_tilde"),
      ("x₀", "x_0"), ("x₁₀²", "x_10^2"), ("10⁻⁵", "10^-5"), ("a → b", "a -> b"), ("≤", "<="),
      ("𝒩(0, 𝐈)", "N(0, I)"), ("ℝ²", "R^2"), ("𝜎", "sigma"), ("日本", "??"), ("a\u{1B}", "a?"),
      ("…“x”—", "...\"x\"--"), ("┌─┐│└", "+-+|+"), ("⠀⠁⡀⣿", " '.#"), ("a\nb", "a\nb"),
      ("👍", "?"), ("\u{200B}", "?"), ("", ""),
    ])
  func `a text in ASCII`(text: String, ascii: String) {
    #expect(text.spelledInASCII == ascii)
  }

  @Test func `every scalar has a spelling and none leaves ASCII`() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar)).spelledInASCII
      #expect(!text.isEmpty && text.utf8.allSatisfy { $0 == 10 || $0 >= 0x20 && $0 < 0x7F })
    }
  }

  @Test func `a picture keeps its places`() {
    var screen = Screen(Size(columns: 9, rows: 2))
    screen.write("┤σ→日é", column: 0, row: 0)
    screen.write("└──┬ ⠉●", column: 0, row: 1)
    #expect(screen.spelled(in: .ascii).lines == ["+s>??e", "+--+ 'o"])
    #expect(screen.spelled(in: .block) == screen)
  }
}
