import Testing

@testable import Notes
@testable import Symbols

/// Texts in which alpha is DDPM's or DDIM's, or each in turn; what is expected follows from what
/// each text says of its letters.
@Suite struct `The alpha of a text` {
  /// Verdict, slip and whose alpha, for each relation.
  private func summary(_ text: String) -> [String] {
    NotesCheck(of: text, in: .markdown).relations.map { relation in
      let verdict = relation.verdict
      return [verdict.outcome.rawValue, verdict.slip, verdict.reading?.rawValue]
        .compactMap(\.self).joined(separator: " ")
    }
  }

  private static let jump = #"$x_t = \sqrt{\alpha_t}x_0 + \sqrt{1-\alpha_t}\epsilon$"#
  private static let barred = #"$x_t = \sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon$"#
  private static let guess =
    #"$\hat x_0 = \frac{x_t-\sqrt{1-\alpha_t}\epsilon_\theta(x_t,t)}{\sqrt{\alpha_t}}$"#

  @Test(arguments: [
    #"We write $\alpha_t$ for what DDPM calls $\bar\alpha_t$."#,
    #"Song's $\alpha_t$ is DDPM's $\bar\alpha_t$."#,
    #"What others call $\bar\alpha_t$ is written $\alpha_t$ here."#,
    #"Here $\alpha_t$ stands for the product $\bar\alpha_t$ of DDPM."#,
    #"Let $\alpha_t := \bar\alpha_t$."#, #"Here $\alpha_t = \prod_{s=1}^t (1-\beta_s)$."#,
  ])
  func `is DDIM's where words or a formula say so`(_ declaration: String) {
    let text = "\(declaration)\n\n\(Self.jump)\n\n\(Self.guess)\n\nIn DDPM: \(Self.barred)"
    let found = summary(text)
    #expect(found.suffix(3) == ["holds ddim", "holds ddim", "holds"], "\(found)")
  }

  @Test(arguments: [
    #"Do not confuse $\alpha_t$ with $\bar\alpha_t$."#,
    #"There are $\alpha_t$ and $\bar\alpha_t$."#,
    #"One step keeps $\alpha_t$, all keep $\bar\alpha_t$."#,
    "",
  ])
  func `is DDPM's where a text that works with bars says nothing else`(_ words: String) {
    let found = summary("\(words)\n\n\(Self.barred)\n\n\(Self.jump)\n\n\(Self.guess)")
    #expect(
      found == ["holds", "fails alpha-for-abar ddpm", "fails alpha-for-abar ddpm"], "\(found)")
  }

  @Test func `is DDIM's where no bar is ever written and the product alone is right`() {
    #expect(summary("\(Self.jump) and \(Self.guess)") == ["holds ddim", "holds ddim"])
    #expect(
      summary(#"$q(x_t|x_{t-1}) = \mathcal N(x_t; \sqrt{\alpha_t}x_{t-1}, (1-\alpha_t)I)$"#)
        == ["holds ddpm"])
  }

  @Test func `changes with the section`() {
    let text = """
      # DDPM

      $\\alpha_t = 1-\\beta_t$ and \(Self.barred)

      # DDIM

      DDIM's $\\alpha_t$ is DDPM's $\\bar\\alpha_t$: \(Self.jump), that is \(Self.barred)

      # A sampler

      \(Self.guess)

      # DDPM again

      $x_t = \\sqrt{\\alpha_t}x_{t-1} + \\sqrt{1-\\alpha_t}z$ but \(Self.jump)
      """
    #expect(
      summary(text) == [
        "holds ddpm", "holds", "holds ddim", "holds", "holds ddim", "holds-in-distribution ddpm",
        "fails alpha-for-abar ddpm",
      ])
  }

  /// Who writes both letters in one formula means two things by them.
  @Test func `is a slip beside a bar in one formula, whatever was said before`() {
    let mixed =
      #"$x_{t-1} = \sqrt{\bar\alpha_{t-1}}x_0 + \sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\frac{x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}} + \sigma_t z$"#
    let right = mixed.replacing(
      #"\alpha_t}x_0}{\sqrt{1-\alpha_t}}"#, with: #"\bar\alpha_t}x_0}{\sqrt{1-\bar\alpha_t}}"#)
    #expect(summary(mixed) == ["fails alpha-for-abar ddpm"])
    #expect(summary(right) == ["holds"])
    #expect(summary("\(mixed)\n\n\(Self.barred)") == ["fails alpha-for-abar ddpm", "holds"])
    #expect(
      summary("DDIM's $\\alpha_t$ is DDPM's $\\bar\\alpha_t$.\n\n\(Self.jump)\n\n\(mixed)")
        == ["holds ddim", "fails alpha-for-abar ddpm"])
  }

  @Test func `is a root where its square and sigma's make one`() {
    let relations = NotesCheck(
      of:
        #"$x_t = \alpha_t x_0 + \sigma_t\epsilon$ and $\alpha_t = \sqrt{\bar\alpha_t}$, $x_t = \alpha_t x_0 + \sigma_t^2\epsilon$"#,
      in: .markdown
    ).relations
    #expect(relations.map(\.verdict.outcome) == [.holds, .holds, .fails])
    #expect(relations.allSatisfy { $0.verdict.says.contains("alpha^2 + sigma^2 = 1") })
    // Whose letters these are is neither of both.
    #expect(relations.allSatisfy { $0.verdict.reading == nil })
  }
}
