import Canvas
import Testing

@testable import Plots

@Suite struct HistogramPictureTests {
  @Test func `samples and their density in eighths of a cell`() {
    #expect(
      text(noise, 44, 12, .braille)
        == #"""
                         x at the end
        ██ samples   ── N(0, 1)
        0.4┤                ⢀⠔⠉⠉⠲⡀
           │              ▁⡠⠃████⠘⢆▂
           │              ⡰⠁██████⠈⢢
        0.2┤            ▂⡜██████████⢣⡀
           │           ⢀⠎████████████⠱⡀
           │         ⢀⡔⠉██████████████⠈⠢⡀
        0.0┤⣀⣀⣀⣀⣀⣠⠤⠔⠊⠁██████████████████⠈⠑⠢⠤⢄⣀⣀⣀⣀⣀
           └┬────────┬─────────┬────────┬────────┬
           -4       -2         0        2        4
                              x
        """#)
  }

  @Test func `samples and their density in half blocks`() {
    #expect(
      text(noise, 44, 12, .block)
        == #"""
                         x at the end
        ██ samples   ── N(0, 1)
        0.4┤                ▄█▀▀█▄
           │               ▄▀████▀▄
           │              █▀██████▀█
        0.2┤             ████████████▄
           │           ▄▀████████████▀▄
           │         ▄█▀██████████████▀█▄
        0.0┤▄▄▄▄▄▄▄█▀▀██████████████████▀▀█▄▄▄▄▄▄▄
           └┬────────┬─────────┬────────┬────────┬
           -4       -2         0        2        4
                              x
        """#)
  }

  @Test func `samples and their density in ASCII`() {
    #expect(
      text(noise, 44, 12, .ascii)
        == #"""
                         x at the end
        ## samples   + N(0, 1)
        0.4+                ++++++
           |               ++####++
           |              ++######++
        0.2+             +##########+.
           |           ++############++
           |         +++##############+++
        0.0+++++++++++##################++++++++++
           ++--------+---------+--------+--------+
           -4       -2         0        2        4
                              x
        """#)
  }

  @Test func `a second sample is an outline over the first`() {
    #expect(
      text(twoNoises, 44, 12, .braille, .none)
        == #"""
        ██ one   ── other
           │                     ⡏⠉⠉⠉⠉⡇
        0.6┤                     ⡇    ⡇
           │                     ⡇    ⡇
        0.4┤                     ⡇    ⡇
           │                 ████⡇    ⡇
           │              ▇▇▇██⡖⠒⠃▇▇  ⠓⠒⡆
        0.2┤            ▃▃█████⡇████▄▄  ⡇
           │         ▁▁▁███████⡇██████▁▁⡇
        0.0┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣰⠒⠒⠃████████⠓⠒⢲⣀⣀⣀⣀⣀⣀⣀
           └┬────────┬─────────┬────────┬────────┬
           -4       -2         0        2        4
        """#)
  }

  @Test func `a second sample is an outline in ASCII too`() {
    #expect(
      text(twoNoises, 44, 12, .ascii)
        == #"""
        ## one   + other
           |                     +++++
        0.6+                     +   +
           |                     +   +
        0.4+                     +   +
           |                 ####+   +
           |              #####+++## ++++
        0.2+            ..#####+####..  +
           |            #######+######  +
        0.0+++++++++++++++++++++########++++++++++
           ++--------+---------+--------+--------+
           -4       -2         0        2        4
        """#)
  }

  @Test func `a small histogram keeps its bars`() {
    #expect(
      text(noise, 12, 4, .braille)
        == #"""
        │    ⣰⠛⣆
        │   ⢠⠃█⠘⡄
        │⣀⣀⡴⠋███⠙⢦⣀⣀
        └───────────
        """#)
  }
}
