import Canvas
import Testing

@testable import Plots

@Suite struct HeatMapPictureTests {
  @Test func `a hill in twelve colours, two in a cell`() {
    #expect(
      shades(hill, 30, 12, .viridis)
        == #"""
        ..............................
        ..............................
        .............abdefghjkl.......
        .............abdefghjkl.......
        .........aaaaaaaaaaaaaa.......
        .........aaaaaabbaaaaaa.......
        .........aaaabccccbaaaa.......
        .........aaabcdeedcbaaa.......
        .........aabcefggfecbaa.......
        .........aacdfijjifdcaa.......
        .........abcegjlljgecba.......
        .........abcegjlljgecba.......
        .........aacdfijjifdcaa.......
        .........aabcefggfecbaa.......
        .........aaabcdeedcbaaa.......
        .........aaaabccccbaaaa.......
        .........aaaaaabbaaaaaa.......
        .........aaaaaaaaaaaaaa.......
        ..............................
        ..............................
        ..............................
        ..............................
        ..............................
        ..............................
        """#)
  }

  @Test func `a hill in braille dots`() {
    #expect(
      text(hill, 40, 14, .braille, .none)
        == #"""
                         A hill
                y  p 0  ⠄⠅⢅⢕⢕⢝⢽⢿⣿ 1
                 2┤
                  │    ⠁⠄⠁⠄⠁⠄⠁⠄⠁
                 1┤  ⠁⠄⠁⠅⠕⢅⢕⢕⢕⢅⠅⠄⠁
                  │  ⠁⠄⠕⢕⢝⢵⢽⣽⢽⢵⠕⠅⠁⠄⠁
                 0┤  ⠁⠅⠕⢕⢽⢽⢿⣿⢿⢽⢕⠅⠅⠄⠁
                  │  ⠁⠅⠕⢕⢝⢽⢿⢽⢟⢕⠕⠅⠁⠄⠁
                -1┤  ⠁ ⠁⠅⠕⠕⠝⠕⠕⠅⠅⠅⠁ ⠁
                  │    ⠁ ⠁⠅⠁⠅⠁⠅⠁ ⠁
                -2┤      ⠁ ⠁ ⠁ ⠁
                  └┬────────┬───────┬
                  -2        0       2
                           x
        """#)
  }

  @Test func `a hill in shaded blocks`() {
    #expect(
      text(hill, 40, 14, .block, .eight)
        == #"""
                         A hill
                y  p 0   ░░▒▒▓▓██ 1
                 2┤
                  │
                 1┤     ░░▒▒▒▒░░
                  │    ░▒▒▓██▓▒▒░
                 0┤   ░░▒▓████▓▒░░
                  │    ░▒▒▓██▓▒▒░
                -1┤     ░░▒▒▒▒░░
                  │
                -2┤
                  └┬────────┬───────┬
                  -2        0       2
                           x
        """#)
  }

  @Test func `a hill in ASCII`() {
    #expect(
      text(hill, 40, 14, .ascii, .none)
        == #"""
                         A hill
                y  p 0  .:-=+*#%@ 1
                 2+
                  |      ......
                 1+    .:-====-:.
                  |  ..-=+#%%#+=-..
                 0+  .:-+#%@@%#+-:.
                  |  ..-=+#%%#+=-..
                -1+    .:-====-:.
                  |      ......
                -2+
                  ++--------+-------+
                  -2        0       2
                           x
        """#)
  }

  @Test func `numbers that are missing are blank, and counted`() {
    #expect(
      text(hillWithHole, 40, 14, .ascii)
        == #"""
                         A hill
                 y  p 0  .:-=+*#%@ 1
                  2+
                   |     ..::..
                   |   .:-====-:.
                   |  .:=+    +=:.
                  0+  .:=+    +=:.
                   |   .:-====-:.
                   |    ...::...
                 -2+
                   ++-------+------+
                   -2       0      2
                           x
        blank: 400 not a number
        """#)
  }

  @Test func `a small map is its shades alone`() {
    #expect(
      text(hill, 6, 3, .ascii)
        == #"""
          ..
         -##-
          ..
        """#)
  }
}
