import Canvas
import Lessons
import Notebook
import Testing

private let three = Result {
  try Catalog.made(
    "# Sums\n\nOne line.\n" + step("sums", "Sums", with: "betas: [0.1, 0.2, 0.5], schedule: custom")
      + #"""
      $$
      \begin{aligned}
      \bar\alpha_t &= \prod_{i=1}^{t}\alpha_i \\
      &= \alpha_t + \bar\alpha_{t-1} \\
      &= \zeta_t
      \end{aligned}
      $$

      ```derivation
      id: sums
      lines:
        - equal: exactly
          says: The definition of $\bar\alpha_t$.
        - equal: exactly
          says: A slip.
        - equal: exactly
          says: Nobody knows zeta.
      ```

      The end of the page.
      """#)
}

@Suite struct `A derivation` {
  @Test func `is read line by line, each with its reason and its verdict`() throws {
    var reader = try Reader(three.get(), at: "sums")
    #expect(
      reader.lines[0...11].joined(separator: "\n") == #"""
          noisebook  01 Sums                                                       2/4

          Sums

                    t
              ᾱₜ =  ∏ αᵢ
                   i=1

          1/3  The definition of ᾱₜ.
              ✓ Equal at 3 points, to the last digit.


        """#)
    #expect(!reader.shows("The end of the page."))
    reader.press(.right)
    #expect(reader.shows("2/3  A slip."))
    #expect(
      reader.shows(
        "✗ Not so: at t = 1 of T = 3 the left side is 0.9, the right side 1.9."))
    reader.press(.right)
    #expect(reader.shows("3/3  Nobody knows zeta."))
    #expect(reader.shows("? Replace zeta_t: it has no meaning here"))
    #expect(reader.shows("The end of the page."))
    reader.press(.left, .left)
    #expect(reader.shows("1/3  The definition"))
  }

  @Test func `is tried again where the reader turns t and the schedule`() throws {
    var reader = try Reader.lesson01(at: "snr-back.3")
    #expect(reader.footer.contains("Tab turn"))
    #expect(reader.shows("✓ Equal at 34 points of 5 schedules, to the last digit."))
    reader.press(.tab)
    #expect(reader.shows("[t 500]  schedule linear   T 1000"))
    reader.press(">")
    #expect(reader.shows("[t 1000]"))
    // Alpha-bar of the last step.
    #expect(reader.shows("✓ Computed: 4.03583e-5 on both sides."))
    // Three betas have three steps.
    reader.press(.tab)
    reader.press("<")
    #expect(reader.shows(" t 3  [schedule custom]  betas 0.1,0.2,0.5"))
    #expect(reader.shows("✓ Computed: 0.36 on both sides."))
    reader.press("0")
    #expect(reader.shows("✓ Equal at 34 points of 5 schedules, to the last digit."))
    reader.press(.escape)
    #expect(!reader.shows("schedule linear"))
  }

  @Test func `fails at the place that the reader turns to, where it is wrong there`() throws {
    var reader = try Reader(three.get(), at: "sums")
    reader.press(.right, .tab)
    #expect(reader.shows("[t 3]  schedule custom   betas 0.1,0.2,0.5"))
    reader.press("<")
    #expect(reader.shows("[t 2]"))
    #expect(reader.shows("✗ Not so: at t = 2 of T = 3 the left side is 0.72, the right side 1.7."))
    // The next line of the derivation is tried there too.
    reader.press(.left)
    #expect(reader.shows("✓ Computed: 0.72 on both sides."))
  }

  @Test func `in ASCII has its marks in words`() throws {
    var reader = try Reader(three.get(), at: "sums", glyphs: .ascii)
    #expect(reader.shows("[ok] Equal at 3 points"))
    reader.press(.right)
    #expect(reader.shows("[WRONG] Not so: at t = 1"))
    reader.press(.right)
    #expect(reader.shows("[not checked] Replace zeta_t"))
  }

  @Test func `marks what of the line is new`() throws {
    var reader = try Reader(three.get(), at: "sums")
    reader.press(.right)
    let screen = reader.reading.view
    func marked(inLineWith text: String) -> String {
      let row = screen.lines.firstIndex { $0.contains(text) } ?? -1
      return String(screen[row: row].filter { $0.style != .plain }.map(\.character))
    }
    #expect(marked(inLineWith: "ᾱₜ =  ∏ αᵢ") == "")
    #expect(marked(inLineWith: "= αₜ + ᾱₜ₋₁").contains("ᾱ"))
    #expect(!marked(inLineWith: "= αₜ + ᾱₜ₋₁").contains("="))
  }

  @Test func `of lesson 01 holds to its end`() throws {
    let reader = try Reader.lesson01(at: "snr-back.3")
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                       22/26

          And back again

          The ratio says the same as alpha-bar, in another way. If you know one, you
          know the other.

                SNR(t)       ᾱₜ/(1 - ᾱₜ)
              ────────── = ───────────────
              1 + SNR(t)   1 + ᾱₜ/(1 - ᾱₜ)

                                ᾱₜ
                         = ─────────────
                           (1 - ᾱₜ) + ᾱₜ

                         = ᾱₜ

          3/3  Below the bar the two shares make 1.
              ✓ Equal at 34 points of 5 schedules, to the last digit.




          → next   ← back   Tab turn   t contents   / search   ? help   q quit
        """#)
  }
}
