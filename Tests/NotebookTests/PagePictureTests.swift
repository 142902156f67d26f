import Canvas
import Testing

/// Pages as the reader sees them, cell by cell.
@Suite struct `A page` {
  @Test func `of text and a formula has its verdict under the formula`() throws {
    let reader = try Reader.lesson01(at: "one-step")
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                        3/26

          One step

          A step does two things to the number: it shrinks it a little, and it adds a
          little noise.

              xₜ = √(1 - βₜ) xₜ₋₁ + √βₜ ϵₜ
              ✓ Equal draw by draw, largest difference 1e-16 over 12,478 draws.

          Here ϵₜ (epsilon) is a fresh random draw from the standard normal
          distribution: mean 0, variance 1. And βₜ (beta) is a number between 0 and 1
          that we choose for each step: the variance of the noise that step t adds.

          In words: the new value is the old one, shrunk by the root of one minus
          beta, plus noise whose variance is beta.

          The line under the formula says that noisebook has just tried it: it drew
          numbers and noise, let its own program take the steps, and compared.




          → next   ← back   t contents   / search   ? help   q quit
        """#)
  }

  @Test func `in ASCII says the same in words`() throws {
    let reader = try Reader.lesson01(at: "one-step", glyphs: .ascii)
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                        3/26

          One step

          A step does two things to the number: it shrinks it a little, and it adds a
          little noise.

              x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) eps_t
              [ok] Equal draw by draw, largest difference 1e-16 over 12,478 draws.

          Here eps_t (epsilon) is a fresh random draw from the standard normal
          distribution: mean 0, variance 1. And beta_t (beta) is a number between 0
          and 1 that we choose for each step: the variance of the noise that step t
          adds.

          In words: the new value is the old one, shrunk by the root of one minus
          beta, plus noise whose variance is beta.

          The line under the formula says that noisebook has just tried it: it drew
          numbers and noise, let its own program take the steps, and compared.



          right: next   left: back   t contents   / search   ? help   q quit
        """#)
  }

  @Test func `with a figure has its parameters, its picture and its claims`() throws {
    let reader = try Reader.lesson01(at: "too-few")
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                       24/26

          Too few steps

          Many a program for beginners keeps the betas of the paper and takes fewer
          steps, to save time. Before you turn to the picture: what is left after 50
          steps?

           T 50   beta_start 0.0001   beta_end 0.02
           alpha_bar_T 0.603   snr_T 1.519
                        Share of the picture's variance left after T steps
          1.0┤⢣  ┊ T = 50: 0.603                                     ── alpha-bar T
             │⠈⢧ ┊
             │ ⠘⡄┊
             │  ⠘⣄
             │   ┊⢣
          0.5┤   ┊ ⠣⢄
             │   ┊  ⠈⠢⢄
             │   ┊    ⠈⠒⠤⣀
             │   ┊       ⠈⠑⠒⠤⣄⣀
          0.0┤   ┊             ⠉⠉⠒⠒⠒⠢⠤⠤⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
             └┬─────────────┬─────────────┬────────────┬─────────────┬─────────────┬
              0            200           400          600           800          1000
          → more   ← back   Tab turn   t contents   / search   ? help   q quit
        """#)
  }

  @Test func `with a figure in ASCII`() throws {
    let reader = try Reader.lesson01(at: "linear", glyphs: .ascii)
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                       16/26

          The linear schedule

           schedule linear   T 1000   beta_start 0.0001   beta_end 0.02   show roots
           alpha_bar_T 4.036e-5   signal_root_T 0.006353   noise_root_T 1
           sum_of_betas 10.05
                      How much picture and how much noise there is in x at t
          1.0+oooooooooo                   +++++++++++++++++++++++++++++++++++++++++
             |         oooooo       ++++++++    o picture times root of alpha-bar
             |              oooo+++++           + noise times root of 1 - alpha-bar
             |              +++++oooo
             |           ++++       oooo
          0.5+         +++             ooooo
             |      ++++                   oooooo
             |    +++                           oooooo
             |  +++                                   ooooooooo
          0.0++++                                             oooooooooooooooooooooo
             ++-------------+-------------+------------+-------------+-------------+
              0            200           400          600           800          1000
                                                t
          Picture and noise over the steps. Press Tab to choose a parameter, < and >
          to turn it.
          right: more   left: back   Tab turn   t contents   ? help   q quit
        """#)
  }

  @Test func `on a wide screen has its figure beside the text`() throws {
    let reader = try Reader.lesson01(at: "by-hand", columns: 200, rows: 50)
    let lines = reader.lines
    #expect(
      lines[0..<20].joined(separator: "\n") == #"""
          noisebook  01 The noise schedule                                                                                                                                                               14/26

          By hand, once                                                                schedule custom   betas 0.1,0.2,0.5   show table
                                                                                       alpha_bar_T 0.36   signal_root_T 0.6   noise_root_T 0.8   sum_of_betas 0.8
          Three steps, with betas so large that no one would use them, but with       t  beta  alpha  alpha-bar  picture times  noise times
          easy numbers: β₁ = 0.1, β₂ = 0.2 and β₃ = 0.5.                              ─  ────  ─────  ─────────  ─────────────  ───────────
                                                                                      1   0.1    0.9       0.9        0.948683     0.316228
          Take paper and fill in the alphas and the alpha-bars before you look on.    2   0.2    0.8       0.72       0.848528     0.52915
                                                                                      3   0.5    0.5       0.36       0.6          0.8
              ᾱ₁ = 0.9                    ✓ Computed: 0.9 on both sides.

              ᾱ₂ = 0.9 · 0.8 = 0.72       ✓ Computed: 0.72 on both sides.

              ᾱ₃ = 0.72 · 0.5 = 0.36      ✓ Computed: 0.36 on both sides.

          The roots come out even at the end: the picture is multiplied by
          √ᾱ₃ = 0.6, and the noise by √(1 - ᾱ₃) = 0.8.

          The same three steps, computed. We shall meet them again in every
          lesson.
        """#)
    #expect(lines[20..<49].allSatisfy { $0.isEmpty })
  }

  @Test func `on a wide screen in ASCII`() throws {
    let reader = try Reader.lesson01(at: "by-hand", columns: 200, rows: 50, glyphs: .ascii)
    #expect(
      reader.lines[0..<20].joined(separator: "\n") == #"""
          noisebook  01 The noise schedule                                                                                                                                                               14/26

          By hand, once                                                                schedule custom   betas 0.1,0.2,0.5   show table
                                                                                       alpha_bar_T 0.36   signal_root_T 0.6   noise_root_T 0.8   sum_of_betas 0.8
          Three steps, with betas so large that no one would use them, but with       t  beta  alpha  alpha-bar  picture times  noise times
          easy numbers: beta_1 = 0.1, beta_2 = 0.2 and beta_3 = 0.5.                  -  ----  -----  ---------  -------------  -----------
                                                                                      1   0.1    0.9       0.9        0.948683     0.316228
          Take paper and fill in the alphas and the alpha-bars before you look on.    2   0.2    0.8       0.72       0.848528     0.52915
                                                                                      3   0.5    0.5       0.36       0.6          0.8
              abar_1 = 0.9                [ok] Computed: 0.9 on both sides.

              abar_2 = 0.9 * 0.8 = 0.72    [ok] Computed: 0.72 on both sides.

              abar_3 = 0.72 * 0.5 = 0.36    [ok] Computed: 0.36 on both sides.

          The roots come out even at the end: the picture is multiplied by
          sqrt(abar_3) = 0.6, and the noise by sqrt(1 - abar_3) = 0.8.

          The same three steps, computed. We shall meet them again in every
          lesson.
        """#)
    #expect(reader.picture.allSatisfy { $0.isASCII })
  }

  @Test func `on the smallest screen is cut and says that there is more`() throws {
    let reader = try Reader.lesson01(at: "linear", columns: 40, rows: 10)
    #expect(
      reader.picture == #"""
         noisebook  01 The noise schedu…  16/26

         The linear schedule

          schedule linear   T 1000
          beta_start 0.0001   beta_end 0.02
          show roots
          alpha_bar_T 4.036e-5
          signal_root_T 0.006353
         → more   ← back   ? help   q quit
        """#)
  }

  @Test func `of the summary has every formula that was tried`() throws {
    let reader = try Reader.lesson01(at: "summary")
    #expect(
      reader.picture == #"""
          noisebook  01 The noise schedule                                       26/26

          What you have now

          Each of these has been computed in front of you.

              xₜ = √αₜ xₜ₋₁ + √(1 - αₜ) ϵₜ
              ✓ Equal draw by draw, largest difference 5e-15 over 12,478 draws.

              αₜ = 1 - βₜ               ✓ Equal at 34 points of 5 schedules, to 9e-16.

                    t
              ᾱₜ =  ∏ αᵢ = αₜᾱₜ₋₁
                   i=1
              ✓ Equal at 34 points of 5 schedules, to the last digit.

                         ᾱₜ
              SNR(t) = ──────
                       1 - ᾱₜ
              ✓ Equal at 34 points of 5 schedules, to 1e-12.

          One question is left open on purpose. We followed the shares through all
          steps; but must a program really take a thousand steps to make one noisy
          → more   ← back   t contents   / search   ? help   q quit
        """#)
  }
}
