import Probability
import Testing

@testable import Diffusion

@Suite struct `Glyphs` {
  /// Ink of more than half, in the middle hand.
  private func drawn(_ label: Int) -> [String] {
    let pixels = Glyph.drawn(label, Glyph.Hand())
    return (2..<14).map { row in
      String((3..<13).map { pixels[row * Glyph.side + $0] > 0 ? "#" : "." })
    }
  }

  @Test func `are digits that can be read`() {
    #expect(
      drawn(7) == [
        ".#######..", ".#######..", "......##..", "......##..", "......#...", ".....##...",
        ".....##...", ".....#....", "....##....", "....##....", "....#.....", "...##.....",
      ])
  }

  @Test func `have a 7 that is a 1 with one more stroke`() {
    let (one, seven) = (Glyph.strokes(1), Glyph.strokes(7))
    #expect(seven.count == one.count + 1 && seven.suffix(one.count) == one[...])
  }

  @Test(arguments: Glyph.labels)
  func `lie on the paper whole, whatever the hand`(label: Int) {
    var generator = CounterGenerator(seed: 4)
    for _ in 0..<50 {
      let pixels = Glyph.drawn(label, using: &generator)
      #expect(pixels.count == 256 && pixels.allSatisfy { (-1...1).contains($0) })
      // A stroke of 1.1 pixels at least, the size of half the paper.
      #expect(pixels.count { $0 > 0 } >= 8)
    }
  }

  @Test func `are equal for equal draws, and others for others`() {
    func glyph(_ seed: UInt64) -> [Double] {
      var generator = CounterGenerator(seed: seed)
      return Glyph.drawn(5, using: &generator)
    }
    #expect(glyph(1) == glyph(1) && glyph(1) != glyph(2))
  }

  /// No part of them depends on how they are cut.
  @Test func `take fresh noise by their place among all`() {
    let whole = Images.normal(0..<5, seed: 3, stream: 1)
    #expect(
      Images.joined([.normal(0..<2, seed: 3, stream: 1), .normal(2..<5, seed: 3, stream: 1)])
        == whole)
    #expect(whole.part(1..<3)[0] == whole[1])
  }
}
