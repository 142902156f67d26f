import Canvas
import Testing

@testable import Plots

@Suite struct PanelsPictureTests {
  @Test func `three pictures side by side`() {
    #expect(
      text(three, 84, 14, .ascii)
        == #"""
                                            Three in one
                  points                       density                       what
                  Two kinds                      A hill                   Two images
             y   oO ring   xX line        y  p 0  .:-=+*#%@ 1           -++-     .-=+#%@
               |xX                         2+                         .#=..=#.   .-=+#%@
              1+  XXOOOOOO                  |   ..::::..              .#=..=#.   .-=+#%@
               |   OXX    O                 |  .:=+##+=:.               -++-     .-=+#%@
              0+  OO  XX  OO               0+  .-+%@@%+-.               ring    all s...
               |   O    XXO                 |  .:=+##+=:.
             -1+    OOOOOOXX                |   ..::::..
               |           xXx            -2+
               +-------+------              +-------+------
                       0                            0
                      x                            x
        """#)
  }

  @Test func `a narrow screen has fewer in a row`() {
    #expect(
      text(three, 60, 22, .ascii)
        == #"""
                                Three in one
                   points                         density
                  Two kinds                         A hill
                y   oO ring   xX line          y  p 0  .:-=+*#%@ 1
                 |xX                            2+
                 |  OOOOOO                       |  .-++-.
                0+  O XX O                      0+ .-*@@*-.
                 |  OOOOOO                       |  .-++-.
                 |        Xx                   -2+
                 +-----+----                     +-----+----
                       0                               0
                      x                               x
                    what
                 Two images
               -++-     .-=+#%@
             .#=..=#.   .-=+#%@
             .#=..=#.   .-=+#%@
               -++-     .-=+#%@
               ring    all s...



        """#)
  }

  @Test func `the least important is left out where there is no room`() {
    #expect(
      text(three, 60, 12, .ascii)
        == #"""
                          Three in one  ... 1 more
                   points                         density
                  Two kinds                         A hill
                y   oO ring   xX line          y  p 0  .:-=+*#%@ 1
                 |xX                            2+
                 |  OOOOOO                       |  .-++-.
                0+  O XX O                      0+ .-*@@*-.
                 |  OOOOOO                       |  .-++-.
                 |        Xx                   -2+
                 +-----+----                     +-----+----
                       0                               0
                      x                               x
        """#)
  }
}
