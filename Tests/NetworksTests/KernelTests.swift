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

  /// A cubic is its own cubic through four of its values, to some roundings of numbers of size 30.
  @Test func `find a cubic's values between the rows of its table`() {
    func cubic(_ x: Float) -> [Float] { [1, x, x * x * x - 4 * x * x, 0, 7 - x].map { $0 / 4 } }
    let table = Tensor([6, 5], (0..<6).flatMap { cubic(Float($0)) })
    let places = [1, 1.25, 2.999, 3.5]
    let row: [Float] = [10, 20, 30, 40, 50]
    let found = Tensor(
      interpolating: table, at: places, and: table, at: places.reversed(), plus: row)
    for (index, (x, y)) in zip(places, places.reversed()).enumerated() {
      let wanted = zip(row, zip(cubic(Float(x)), cubic(Float(y)))).map { $0 + $1.0 + $1.1 }
      for (column, want) in wanted.enumerated() {
        #expect(abs(found.values[index * 5 + column] - want) < 2e-5)
      }
    }
  }

  @Test func `answer without a tape as with one`() {
    var generator = CounterGenerator(seed: 8)
    var parameters = Parameters()
    let layer = Linear(7, 3, in: &parameters, "layer", using: &generator)
    let x = Tensor(normal: [5, 7], deviation: 1, using: &generator)
    let tape = Tape()
    let hidden = layer(tape.constant(x), parameters.on(tape))
    var answers = layer.answers(to: x, parameters)
    // Products of the same numbers, in another order perhaps.
    for (a, b) in zip(answers.values, hidden.value.values) { #expect(abs(a - b) < 1e-6) }
    answers.addGelu(of: hidden.value)
    let wanted = (hidden + hidden.gelu()).value.values
    for (a, b) in zip(answers.values, wanted) { #expect(abs(a - b) < 2e-6) }
    // Two inputs that all rows have in common, and five of each row's own.
    let common: [Float] = [0.5, -2]
    let own = Tensor([5, 5], (0..<25).map { x.values[$0 / 5 * 7 + $0 % 5] })
    let whole = Tensor(
      [5, 7], (0..<5).flatMap { own.values[$0 * 5..<$0 * 5 + 5] + common })
    let parted = layer.answers(
      to: own, from: 0, parameters, plus: layer.row(of: common, from: 5, parameters))
    for (a, b) in zip(parted.values, layer.answers(to: whole, parameters).values) {
      #expect(abs(a - b) < 1e-6)
    }
  }

  /// A convolution written down as its formula has it, in double precision: 18 products of numbers
  /// of size 1 to 3, each rounded to 6e-8 of itself.
  @Test func `convolve as the formula says, whatever the number of images`() {
    var generator = CounterGenerator(seed: 5)
    let (n, h, w, c, outputs) = (5, 10, 8, 2, 3)
    let image = Tensor(normal: [n, h, w, c], deviation: 1, using: &generator)
    let kernel = Tensor(normal: [outputs, 3, 3, c], deviation: 1, using: &generator)
    let tape = Tape()
    let found = tape.constant(image).convolved(
      tape.constant(kernel), tape.constant(Tensor([outputs], [0.5, 0, -1]))
    ).value
    for index in found.values.indices {
      let (output, pixel) = (index % outputs, index / outputs)
      let (x, y, picture) = (pixel % w, pixel / w % h, pixel / w / h)
      var sum = [0.5, 0, -1][output]
      for place in 0..<9 {
        let (row, column) = (y + place / 3 - 1, x + place % 3 - 1)
        guard (0..<h).contains(row), (0..<w).contains(column) else { continue }
        for channel in 0..<c {
          sum +=
            Double(image.values[((picture * h + row) * w + column) * c + channel])
            * Double(kernel.values[(output * 9 + place) * c + channel])
        }
      }
      #expect(abs(Double(found.values[index]) - sum) < 1e-5)
    }
  }

  @Test func `weigh by softmax, and by the largest alone where the others are far below`() {
    let tape = Tape()
    let weights = tape.variable(Tensor([1, 2, 1], [0, log(Float(3))]))
      .attentionWeights(to: tape.variable(Tensor([1, 2, 1], [1, 0])))
    // Scores 0, 0 and log 3, 0: weights 1/2, 1/2 and 3/4, 1/4, to a few roundings.
    for (weight, wanted) in zip(weights.values, [0.5, 0.5, 0.75, 0.25] as [Float]) {
      #expect(abs(weight - wanted) < 1e-6)
    }
    let far = tape.variable(Tensor([1, 2, 1], [0, 1000]))
      .attentionWeights(to: tape.variable(Tensor([1, 2, 1], [1, -1])))
    #expect(far.values[2] == 1 && far.values[3] < 1e-30)
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
