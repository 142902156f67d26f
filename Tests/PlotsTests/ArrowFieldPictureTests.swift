import Canvas
import Testing

@testable import Plots

@Suite struct ArrowFieldPictureTests {
  @Test func `arrows to the middle: long ones have tails`() {
    #expect(
      text(inward, 44, 14, .braille)
        == #"""
                        To the middle
        ─→ length 2.31
         2┤  ╲     ╲       │     │       ╱     ╱
          │   ↘     ↘      ↓     ↓      ↙     ↙
         1┤
          │  ─→     →      ↘     ↙      ←     ←─
          │
         0┤  ─→     →      →     ←      ←     ←─
          │  ─→     →      ↗     ↖      ←     ←─
        -1┤
          │   ↗     ↗      ↑     ↑      ↖     ↖
        -2┤  ╱     ╱       │     │       ╲     ╲
          └┬────────┬─────────┬─────────┬────────┬
          -2       -1         0         1        2
        """#)
  }

  @Test func `arrows to the middle in half blocks`() {
    #expect(
      text(inward, 44, 14, .block)
        == #"""
                        To the middle
        ─→ length 2.31
         2┤  \      \      │     │       /     /
          │   \>     \>    ↓     ↓     </    </
         1┤
          │  ─→      →     \>   </      ←     ←─
          │
         0┤  ─→      →     →     ←      ←     ←─
          │  ─→      →     />   <\      ←     ←─
        -1┤
          │   />     />    ↑     ↑     <\    <\
        -2┤  /      /      │     │       \     \
          └┬─────────┬────────┬─────────┬────────┬
          -2        -1        0         1        2
        """#)
  }

  @Test func `arrows to the middle in ASCII`() {
    #expect(
      text(inward, 44, 14, .ascii)
        == #"""
                        To the middle
        -> length 2.31
         2+  \      \      |     |       /     /
          |   \>     \>    v     v     </    </
         1+
          |  ->      >     \>   </      <     <-
          |
         0+  ->      >     >     <      <     <-
          |  ->      >     />   <\      <     <-
        -1+
          |   />     />    ^     ^     <\    <\
        -2+  /      /      |     |       \     \
          ++---------+--------+---------+--------+
          -2        -1        0         1        2
        """#)
  }

  @Test func `arrows on a hill`() {
    #expect(
      text(inwardOnHill, 44, 14, .ascii)
        == #"""
                        To the middle
        p 0  .:-=+*#%@ 1   -> length 2.31
         2+  \      \      |     |       /     /
          |   \>     \> ...v.....v...  </    </
         1+        ....:::---------:::....
          |  ->  ...:>-==++\>***</++==-:<...  <-
          |     ..::--=+*#%%@@@@@%%#*+=--::..
         0+  -> ..::->=+*#%>@@@@@<%#*+=-<::.. <-
          |  ->  ...:>-==++/>***<\++==-:<...  <-
        -1+        ....:::---------:::....
          |   />     /> ...^.....^...  <\    <\
        -2+  /      /      |     |       \     \
          ++---------+--------+---------+--------+
          -2        -1        0         1        2
        """#)
  }
}
