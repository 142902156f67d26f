import Foundation
import Probability
import Testing

@testable import Networks

@Suite struct `Loops of networks` {
  /// The angle is rounded to single precision, 3e-8 of at most 0.8, and so is the result; the power
  /// series are within 3e-8.
  @Test func `make sines and cosines of any number`() {
    let embedding = SinusoidalEmbedding(width: 128, scale: 25)
    let numbers = (0..<200).map { 7.3 * Double($0) - 500 }
    let rows = embedding(numbers)
    for (row, number) in numbers.enumerated() {
      for wave in 0..<64 {
        let angle = 25 * exp(-log(10_000) * Double(wave) / 63) * number
        // The frequency has 53 bits; the angle is up to 12,500, so it is right to 2e-12.
        #expect(abs(Double(rows.values[row * 128 + wave]) - sin(angle)) < 2e-7)
        #expect(abs(Double(rows.values[row * 128 + 64 + wave]) - cos(angle)) < 2e-7)
      }
    }
  }

  /// Eight roundings of 6e-8 each.
  @Test func `open gates as their formulas say, far from zero too`() {
    let xs = (-400...400).map { Float($0) / 8 }
    let tape = Tape()
    let variable = tape.variable(Tensor([xs.count], xs))
    let (silu, gelu) = (variable.silu().value.values, variable.gelu().value.values)
    for (index, x) in xs.map(Double.init).enumerated() {
      let bound = 5e-7 * max(1, abs(x))
      #expect(abs(Double(silu[index]) - x / (1 + exp(-x))) < bound)
      let tangent = tanh(sqrt(2 / .pi) * (x + 0.044715 * x * x * x))
      #expect(abs(Double(gelu[index]) - x * 0.5 * (1 + tangent)) < bound)
    }
  }

  @Test func `leave nothing behind when their tape is gone`() {
    weak var reel: Reel?
    do {
      let tape = Tape()
      let x = tape.variable(Tensor([2], [1, 3]))
      let loss = (x * x).mean()
      #expect(tape.gradients(of: loss)[x].values == [1, 3])
      reel = x.tape
      #expect(reel != nil)
    }
    #expect(reel == nil)
  }
}
