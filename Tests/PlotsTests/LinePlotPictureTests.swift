import Canvas
import Testing

@testable import Plots

@Suite struct LinePlotPictureTests {
  private func picture(_ plot: LinePlot, _ columns: Int, _ rows: Int, _ glyphs: GlyphSet) -> String
  {
    plot.draw(Size(columns: columns, rows: rows), glyphs: glyphs).lines.joined(separator: "\n")
  }

  @Test func `two schedules in braille`() {
    #expect(
      picture(schedules, 44, 12, .braille)
        == #"""
                       How much is left
        ᾱ
        1.0┤⠉⠙●⢷⡒⠲▲⣄⡀      ┊ t = 400     ● linear
           │    ⠈⠳⣄ ⠉⠓⠦⣄   ┊             ▲ scaled
           │      ⠈⠳⣄  ⠈⠙⢦⣀┊
        0.5┤        ⠈⠓●⡀  ▲⠳⢤⡀
           │           ⠙⢦⡀ ┊ ⠙⠲⣄⡀
           │             ⠈⠓⠦⣀⡀  ⠙⠲▲⣀
        0.0┤               ┊ ⠉●⠒⠦⠤⠤⢬⣉⣓●⣦⣤⣤▲⣀⣀⣀●⣀⣀⣀
           └┬──────────────────┬─────────────────┬
            0                 500              1000
                            step t
        """#)
  }

  @Test func `two schedules in half blocks`() {
    #expect(
      picture(schedules, 44, 12, .block)
        == #"""
                       How much is left
        ᾱ
        1.0┤▀▀o██▄+▄▄      │ t = 400     o linear
           │    ▀█▄ ▀▀█▄   │             + scaled
           │      ▀█▄▄ ▀▀█▄│
        0.5┤         ▀o▄  +▀▄▄
           │           ▀█▄ │ ▀█▄▄
           │             ▀▀█▄▄  ▀▀+▄▄
        0.0┤               │ ▀o▀▀█▄▄██o██▄+▄▄▄o▄▄▄
           └┬──────────────────┬─────────────────┬
            0                 500              1000
                            step t
        """#)
  }

  @Test func `two schedules in ASCII, each with its own glyph`() {
    #expect(
      picture(schedules, 44, 12, .ascii)
        == #"""
                       How much is left
        alpha_bar
        1.0+++o++++++      : t = 400     o linear
           |    ooo ++++   :             + scaled
           |       ooo ++++:
        0.5+         ooo  ++++
           |           ooo : ++++
           |             ooooo  ++++
        0.0+               : ooooooo++o+++++++o+++
           ++------------------+-----------------+
            0                 500              1000
                            step t
        """#)
  }

  @Test func `a narrow plot has its legend above and gives up the ticks that do not fit`() {
    #expect(
      picture(schedules, 24, 8, .braille)
        == #"""
             How much is left
        ᾱ   ● linear   ▲ scaled
        1┤⠉⠙●⢷⡒⠤▲⡀┊ t = 400
         │    ⠉⠳⢤⡉⠓⠦⣄⡀
        0┤       ⠉⠓⠲●⠭⣗⣲▲⣤⣄⣀●⣀⣀⣀
         └┬──────────┬─────────┬
          0         500     1000
                  step t
        """#)
  }

  @Test func `a tiny plot is its curves alone`() {
    #expect(
      picture(schedules, 5, 3, .block)
        == #"""
        ██│
         ██
         ▀o█▄
        """#)
  }

  @Test func `decades of a logarithmic axis in braille`() {
    #expect(
      picture(ratio, 50, 12, .braille)
        == #"""
        SNR
         10³┤⣇
            │⠸⣄
            │ ⠈⠓⠦⣄⣀⡀
         10⁰┤      ⠉⠉⠓⠒⠢⠤⠤⣄⣀⣀⡀
            │                ⠉⠉⠙⠒⠒⠲⠤⠤⣄⣀⡀
            │                          ⠉⠉⠙⠒⠲⠤⢄⣀⡀
        10⁻³┤                                  ⠉⠉⠒⠲⠤⣄⣀
            │                                        ⠈⠉⠓
            └┬───────┬────────┬───────┬────────┬───────┬
             0      200      400     600      800    1000
                                  t
        """#)
  }

  @Test func `a single curve in ASCII climbs by dot, dash and quote`() {
    #expect(
      picture(ratio, 50, 12, .ascii)
        == #"""
        SNR
            ||
         1e3+'.
            | ''-...
         1e0+      '''---.....
            |                ''''---....
            |                          ''''-....
        1e-3+                                  '''-...
            |                                        '''
            ++-------+--------+-------+--------+-------+
             0      200      400     600      800    1000
                                  t
        """#)
  }

  @Test func `a gap is a gap and infinity an arrow`() {
    let x = (0...40).map(Double.init)
    var y = x
    y[20] = .infinity
    for index in 21..<28 { y[index] = .nan }
    let plot = LinePlot(series: [LinePlot.Series("y", x: x, y: y)])
    #expect(
      picture(plot, 44, 10, .braille)
        == #"""
        40┤                   ↑             ⢀⣀⠤⠔⠒⠉
          │                            ⣀⡠⠤⠒⠋⠁
          │                           ⠉
        20┤                 ⣀⡠
          │           ⣀⡠⠤⠒⠊⠉
          │     ⢀⣠⠤⠒⠊⠉
         0┤⣀⠤⠔⠒⠉⠁                            ── y
          └┬────────┬─────────┬─────────┬────────┬
           0       10        20        30       40
        left out: 7 not a number; infinite: 1
        """#)
  }

  @Test func `points without neighbours are markers`() {
    let plot = LinePlot(series: [
      LinePlot.Series("a", x: [1], y: [5]),
      LinePlot.Series("b", x: [2, 3, 4], y: [6, .nan, 5.5]),
    ])
    #expect(
      picture(plot, 30, 8, .ascii)
        == #"""
        6.0+        +             o a
           |                      + b
        5.5+                         +
           |
        5.0+o
           ++-------+--------+-------+
            1       2        3       4
        left out: 1 not a number
        """#)
  }

  @Test func `a plot of nothing says so`() {
    let plot = LinePlot("No data", series: [], x: Axis("t"))
    #expect(
      picture(plot, 30, 8, .ascii)
        == #"""
                    No data
        1+
         |
        0+
         ++-------------+------------+
         0.0           0.5         1.0
                       t
        no points to show
        """#)
  }

  @Test func `nearly equal numbers are named by what is beyond a round one`() {
    let plot = LinePlot(
      series: [LinePlot.Series("", x: [0, 1, 2], y: [1e9 - 1e-3, 1e9, 1e9 + 1e-3])],
      y: Axis("loss"))
    #expect(
      picture(plot, 30, 8, .ascii)
        == #"""
        loss  +1e9
         0.001+                   .--'
              |              .--''
         0.000+         ..-''
              |    ..--'
        -0.001+.--'
              ++----------+----------+
               0          1          2
        """#)
  }

  @Test func `a reference line stays below the curves and its name beside it`() {
    let plot = LinePlot(
      series: [
        LinePlot.Series("x", x: [0, 1], y: [0, 1]),
        LinePlot.Series("1 - x", x: [0, 1], y: [1, 0]),
      ], references: [LinePlot.Reference(0.5, label: "half")])
    #expect(
      picture(plot, 50, 11, .ascii)
        == #"""
        1.0++++++                                  ooooo
           |     +++++                        ooooo
           |          +++++              ooooo
           |               +++++    ooooo          half
        0.5+....................++++....................
           |               ooooo    +++++       o x
           |          ooooo              +++++  + 1 - x
           |     ooooo                        +++++
        0.0+ooooo                                  +++++
           ++--------+-------+--------+-------+--------+
           0.0      0.2     0.4      0.6     0.8      1.0
        """#)
  }

  @Test func `equal curves all show their markers`() {
    let plot = LinePlot(
      series: ["curve 1", "curve 2", "curve 3"].map { LinePlot.Series($0, x: [0, 1], y: [0, 1]) })
    #expect(
      picture(plot, 40, 9, .braille)
        == #"""
        1.0┤                             ⢀■⠤⠒●
           │                        ⢀●⠤⠒▲⠁
           │                   ⢀▲⠤■⠉⠁
        0.5┤              ⢀⣀⠤●⠉⠁
           │         ⢀⣀⠤▲⠊■         ● curve 1
           │    ⢀⣀■⠒⠊●              ▲ curve 2
        0.0┤⣀●⠒⠊▲                   ■ curve 3
           └┬────────────────┬───────────────┬
           0.0              0.5             1.0
        """#)
  }

  @Test func `curves keep their colours and axes stay dim`() {
    let screen = schedules.draw(Size(columns: 44, rows: 12), glyphs: .braille)
    #expect(screen[column: 6, row: 2] == Cell("●", Style(.palette(26))))
    #expect(screen[column: 11, row: 2].style == Style(.palette(166)))
    #expect(screen[column: 3, row: 2] == Cell("┤", .dim))
    #expect(screen[column: 15, row: 0].style == .bold)
  }
}
