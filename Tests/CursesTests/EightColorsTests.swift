import Canvas
import Testing

@testable import Curses

@Test(
  arguments: [
    (16, -1, 0), (231, -1, 7), (244, -1, 7), (238, -1, 0),
    (196, 1, 1), (160, 1, 1), (46, 2, 2), (226, 3, 3), (21, 4, 4), (201, 5, 5), (51, 6, 6),
    (3, 3, 3), (11, 3, 3),
  ] as [(UInt8, Int32, Int32)])
func `a colour keeps its hue among eight, and grey stays readable`(
  index: UInt8, fore: Int32, back: Int32
) {
  #expect(Color.palette(index).amongEight(.fore) == fore)
  #expect(Color.palette(index).amongEight(.back) == back)
}

@Test func `the terminal's own colour stays its own`() {
  #expect(Color.standard.amongEight(.fore) == -1)
  #expect(Color.standard.amongEight(.back) == -1)
}

@Test func `the palette is xterm's`() {
  #expect(Color.channels(16) == [0, 0, 0])
  #expect(Color.channels(33) == [0, 135, 255])
  #expect(Color.channels(231) == [255, 255, 255])
  #expect(Color.channels(255) == [238, 238, 238])
}
