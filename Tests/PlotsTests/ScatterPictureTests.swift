import Canvas
import Testing

@testable import Plots

@Suite struct ScatterPictureTests {
  @Test func `two kinds in braille, with markers among the dots`() {
    #expect(
      text(ringAndLine, 40, 14, .braille)
        == #"""
                       Two kinds
                y   ● ring   ▲ line
                  │▲⢄
                 1┤  ⠑⢀   ⣀⡀⣀⣀
                  │    ⢱⢖⠉    ⠉⠒⡄
                  │   ⢠⠃ ⠑⢄     ⠘⡄
                 0┤   ⢘    ⠁▲    ⡅
                  │   ⠘⡄     ⠑⢄ ●⠃
                  │    ⠘⠤⣀    ⣀⠵⢇
                -1┤       ●⠁⠉⠉   ▲⢄
                  │                ⠑⠄
                  └─────────┬────────
                            0
                           x
        """#)
  }

  @Test func `without colours a cell has a marker: hollow for one point, filled for several`() {
    #expect(
      text(ringAndLine, 40, 14, .braille, .none)
        == #"""
                       Two kinds
                y   ○● ring   △▲ line
                  │△▲
                 1┤  ▲△   ●○●●
                  │    ●●●    ●●●
                  │   ●● ▲▲     ●●
                 0┤   ●    △▲    ●
                  │   ●●     ▲▲ ●●
                  │    ●●●    ●●●
                -1┤       ●○●●   △▲
                  │                ▲△
                  └─────────┬────────
                            0
                           x
        """#)
  }

  @Test func `two kinds in half blocks`() {
    #expect(
      text(ringAndLine, 40, 14, .block)
        == #"""
                       Two kinds
                y   O ring   X line
                  │ ▄
                 1┤  ▀▄   ▄▄▄▄
                  │    ▀█▀    ▀█▄
                  │   ▄▀ ▀▄     ▀▄
                 0┤   █    ▀X    █
                  │   ▀▄     ▀▄ O▀
                  │    ▀█▄    ▄█▀
                -1┤       O▀▀▀   X▄
                  │                ▀
                  └─────────┬────────
                            0
                           x
        """#)
  }

  @Test func `two kinds in ASCII: capitals for several points`() {
    #expect(
      text(ringAndLine, 40, 14, .ascii)
        == #"""
                       Two kinds
                y   oO ring   xX line
                  | Xx
                 1+  xX   OoOO
                  |    XOO    OOo
                  |   OO XX     OO
                 0+   O    xX    O
                  |   OO     XX OO
                  |    oOO    OOX
                -1+       OoOO   Xx
                  |               xX
                  +---------+--------
                            0
                           x
        """#)
  }

  @Test func `more points than dots are shades in braille`() {
    #expect(
      text(crowd, 34, 14, .braille)
        == #"""
             │  ⠈ ⠄⠄⠂⢀⢀⡀⡀⠄⡀⠄⡀⠁⠁⠈⠈⢀⠁⡀ ⡀
             │ ⠂⠄⠈⠈⠠⡀⢀⢀⢀⠁⠄⠁⢀⠁⠄⠄⡀⡀⠁⠂⠄⡀⢀
            2┤⠠⠁⠁⠈⠄⡀⠁⠄⠁⢅⠅⢅⠅⢄⠅⠄⠁⠄⠂⡀⡀⠂⠁⢀
             │⠐⠁⠈⠐⠁⠄⠅⢅⢕⢵⢵⢵⢕⢵⢕⢅⠕⠅⠅⠄⠁⠄⠂⠐
             │⠐⠠⠈⠠⠁⢅⢕⢵⢽⣽⣿⣿⣿⣿⣿⢵⢕⢅⠅⠅⠁⠄⢀⠁
             │⢀⠂⠁⠄⠁⢕⢝⢽⢿⣿⣿⣿⣿⣿⣿⣿⢿⢕⠕⠅⠁⡀⠁⠁
            0┤⠁⠈⠁⠄⠑⢅⢝⢽⢿⣿⣿⣿⣿⣿⣿⣿⢝⢕⠕⠅⠁⠄⠁⠂
             │⠁⠈⠁⠈⠁⠅⠕⢽⢽⢽⢿⣿⢿⣿⢿⢽⠝⠅⠕⠅⠁⠁⠂⠁
             │⠁⠁⠈⠁⠁⠅⠑⠅⠝⢝⠝⢽⢝⢝⠝⢕⠕⠅⠁⠁⠁⡀⠁⠂
           -2┤⠐⠈⠁⠈⠁⠈⠁⠅⠁⠅⠕⠅⠕⠅⠑⠅⠁⠁⠁⠁⠄⠁⠁
             │ ⠁⠂⠁⠁⠁⠈⠁⠁⠁⠁⠄⠁⠁⠁⠁⠁⠁⠁⠈⠈⠈⠈
             │ ⠈ ⠁⠈⠐⠁⠈⠁⠁⠈⠈⠁⠁⠈⠁⠁⠈⠁⠈ ⠂ ⠁
             └────┬───────┬──────┬────
                 -2       0      2
        """#)
  }

  @Test func `more points than dots are shades in half blocks`() {
    #expect(
      text(crowd, 34, 14, .block)
        == #"""
             │  ░ ░░░░░░░░░░░░░░░░░ ░
             │ ░░░░░░░░░░░░░░░░░░░░░
            2┤ ░░░░░░░░░▒▒▒▒░░░░░░░░░░
             │░░░░░░░▒▒▓▓▓▓▓▓▒▒▒░░░░░░
             │░░░░░▒▒▓████████▓▒▒░░░░░
             │░░░░░▒▓▓█████████▓▒░░░░░
            0┤░░░░░▒▓▓█████████▓▒░░░░░
             │░░░░░▒▒▓████████▓▒▒░░░░░
             │░░░░░░░▒▒▓▓▓▓▓▓▒▒░░░░░░░
           -2┤░░░░░░░░░░▒▒▒▒░░░░░░░░░
             │ ░░░░░░░░░░░░░░░░░░░░░░
             │    ░░░░░░░░░░░░░░░░░  ░
             └────┬───────┬──────┬────
                 -2       0      2
        """#)
  }

  @Test func `more points are heavier in ASCII`() {
    #expect(
      text(crowd, 34, 14, .ascii)
        == #"""
             |  . ...................
             | ..................... .
            2+ ........::::::.........
             |......::ooOOOOoo::......
             |.....:ooO@@@@@@Oo::.....
             |....::oO@@@@@@@@Oo::....
            0+....::oO@@@@@@@@Oo::....
             |.....::oO@@@@@@Ooo:.....
             |......::ooOOOOoo::......
           -2+........::::::::.......
             | ......................
             |   ..................  .
             +----+-------+------+----
                 -2       0      2
        """#)
  }

  @Test func `points stand on shades`() {
    #expect(
      text(pointsOnHill, 40, 14, .ascii)
        == #"""
                       Two kinds
        y  p 0  .:-=+*#%@ 1   oO ring   xX line
                  | Xx   ......
                 1+  xX.::OoOO::..
                  | ..:XOO+**+OOo:..
                  | .:OO+XX%%%#+OO:.
                 0+..:O+*%@xX@%*+O:..
                  | .:OO+#%%%XX+OO:.
                  | ..:oOO+**+OOX:..
                -1+   ..::OoOO::.Xx
                  |      ......   xX
                  +---------+--------
                            0
                           x
        """#)
  }

  @Test func `a tiny plot is its points alone`() {
    #expect(
      text(ringAndLine, 9, 4, .braille, .none)
        == #"""
         │▲▲●●●
         │ ●▲▲●
         │ ●●●▲▲
         └──────
        """#)
  }
}
