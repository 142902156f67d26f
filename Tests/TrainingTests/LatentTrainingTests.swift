import Diffusion
import Networks
import Probability
import Testing

@testable import Training

@Suite struct `The VQ-VAE` {
  private let network = AutoencoderTraining.network
  private let images = Tensor(GlyphSet.training.glyphs([0, 1, 2]).images)

  /// Parameters as they are at first, so that codes lie anywhere among latents.
  private func slopes(
    _ loss: (Tape, Parameters.Placed) -> Variable
  ) -> [String: Tensor] {
    let tape = Tape()
    let placed = network.fresh.on(tape)
    let slopes = network.fresh.gradients(tape.gradients(of: loss(tape, placed)), placed)
    return Dictionary(uniqueKeysWithValues: zip(network.fresh.names, slopes))
  }

  @Test func `puts the nearest code in place of each place's numbers`() {
    let table = Tensor([3, 2], [0, 0, 1, 1, -2, 0])
    let numbers = Tensor([5, 2], [0.4, 0.4, 0.6, 0.6, -5, 3, -1, 0, 0.5, 0.5])
    // The fourth is as near to the first code as to the third, the last to the first two.
    #expect(numbers.nearestRows(of: table) == [0, 1, 2, 0, 0])
    #expect(table.rows([2, 1]) == Tensor([2, 2], [-2, 0, 1, 1]))
  }

  /// sum c y, with y = x^2 put in place of x: the slope by x is c, as if y were x.
  @Test func `hands slopes on past a replacement`() {
    let tape = Tape()
    let x = tape.variable(Tensor([3], [1, -2, 5]))
    let y = x.straightThrough(Tensor([3], [1, 4, 25]))
    #expect(y.value == Tensor([3], [1, 4, 25]))
    let loss = (y * tape.constant(Tensor([3], [3, -6, 9]))).mean()
    #expect(tape.gradients(of: loss)[x] == Tensor([3], [1, -2, 3]))
  }

  /// Of the three parts of the loss, equation 3 of the paper by its slopes: the codebook has the
  /// slope of its own part alone, and the decoder that of the pixels.
  @Test func `moves codes by their own part of the loss alone, as a mean of what chose them`()
    throws
  {
    let all = slopes { tape, placed in network.loss(images, placed, on: tape) }
    let tape = Tape()
    let placed = network.fresh.on(tape)
    let latent = network.encoded(tape.constant(images), placed).value
    let codes = network.quantised(latent, placed).codes
    let table = try #require(network.fresh[VQVAE.codebookName])
    // The mean over all numbers of (k - h)^2: 2 (k - h) / count, over the places that chose k.
    var wanted = Tensor(zeros: table.shape)
    for (place, code) in codes.enumerated() {
      for column in 0..<4 {
        let difference = table.values[4 * code + column] - latent.values[4 * place + column]
        wanted.values[4 * code + column] += 2 * difference / Float(latent.count)
      }
    }
    let found = try #require(all[VQVAE.codebookName])
    for (number, answer) in zip(found.values, wanted.values) {
      #expect(abs(number - answer) < 1e-6)
    }
  }

  /// With the codes held fast, the encoder's slopes are those of a loss that has h + (k - h) for its
  /// code, the bracket a constant: taken by differences along all of the encoder at once.
  @Test func `tells the encoder what the decoder wishes of the codes`() throws {
    let all = slopes { tape, placed in network.loss(images, placed, on: tape) }
    let tape = Tape()
    let placed = network.fresh.on(tape)
    let base = network.encoded(tape.constant(images), placed).value
    let nearest = network.quantised(base, placed).1
    let bracket = zip(nearest.values, base.values).map { $0 - $1 }
    let names = network.fresh.names.filter { $0.hasPrefix("encoder") || $0.hasPrefix("latent") }
    let length = names.reduce(0) { sum, name in
      sum + (all[name]?.values.reduce(0.0) { $0 + Double($1) * Double($1) } ?? 0)
    }.squareRoot()
    func loss(_ step: Float) throws -> Double {
      let tape = Tape()
      let placed = try moved(names, all, step / Float(length)).on(tape)
      let latent = network.encoded(tape.constant(images), placed)
      let held = latent + tape.constant(Tensor(base.shape, bracket))
      let pixels = network.decoded(held, placed).meanSquaredError(images)
      let pull = latent.meanSquaredError(nearest).value.values[0]
      return Double(pixels.value.values[0] + VQVAE.commitment * pull)
    }
    let step: Float = 1.0 / 256
    let difference = try (loss(step) - loss(-step)) / Double(2 * step)
    // Rounded by 1e-7 over the step, and bent by its square.
    #expect(abs(difference - length) < 0.02 * length)
  }

  private func moved(
    _ names: [String], _ slopes: [String: Tensor], _ step: Float
  ) throws -> Parameters {
    var stored = Dictionary(uniqueKeysWithValues: zip(network.fresh.names, network.fresh.tensors))
    for name in names {
      let (tensor, slope) = try (#require(stored[name]), #require(slopes[name]))
      stored[name] = Tensor(
        tensor.shape, zip(tensor.values, slope.values).map { $0 + step * $1 })
    }
    var moved = network.fresh
    try moved.load(stored)
    return moved
  }

  @Test func `puts idle codes to use, and goes on from a file as if it had never stopped`() throws {
    let steps = 2 * AutoencoderTraining.restarting
    var whole = AutoencoderTraining(steps: steps, batch: 2)
    let before = used(whole)
    var (first, second) = (whole, whole)
    let losses = Array(IteratorSequence(whole).prefix(AutoencoderTraining.restarting + 2))
    for _ in 0..<AutoencoderTraining.restarting + 2 { _ = whole.next() }
    for _ in 0..<AutoencoderTraining.restarting - 1 { _ = first.next() }
    let idle = used(first)
    _ = first.next()
    // Codes that were put on latents are the nearest to these.
    #expect(before < VQVAE.codes && used(first) > idle)
    try second.learner.resume(from: first.learner.checkpoint)
    #expect(Array(IteratorSequence(second).prefix(2)) == Array(losses.suffix(2)))
  }

  private func used(_ training: AutoencoderTraining) -> Int {
    let coder = GlyphAutoencoder(training.learner.parameters)
    let glyphs = GlyphSet.training.glyphs(Array(0..<200)).images
    return CodebookUse(coder.codes(of: coder.latents(of: glyphs)), of: VQVAE.codes).used
  }

  @Test func `counts equally used codes as they are, and others as fewer`() {
    #expect(abs(CodebookUse([0, 1, 2, 3], of: 8).perplexity - 4) < 1e-12)
    #expect(CodebookUse([0, 1, 2, 3], of: 8).used == 4)
    // Shares 1/2, 1/4, 1/4: 1.5 bits.
    #expect(abs(CodebookUse([0, 0, 1, 2], of: 3).perplexity - 8.0.squareRoot()) < 1e-12)
    #expect(CodebookUse([5, 5], of: 8).perplexity == 1)
  }
}

@Suite struct `Training on latents` {
  private func training(seed: UInt64 = 0) throws -> LatentTraining {
    try LatentTraining(
      GlyphAutoencoder(AutoencoderTraining.network.fresh), steps: 6, batch: 16, seed: seed,
      count: 40)
  }

  /// 1024 squares of standard normal numbers: five deviations of sqrt(2 / 1024).
  @Test func `begins at a loss of 1, and gives equal losses for equal seeds`() throws {
    let losses = try (training().map(\.loss), training().map(\.loss), training(seed: 2).map(\.loss))
    #expect(losses.0.count == 6 && losses.0 == losses.1 && losses.0 != losses.2)
    #expect(abs(losses.0[0] - 1) < 0.22)
  }

  @Test func `goes on from a file as if it had never stopped`() throws {
    let whole = Array(try training())
    var (first, second) = (try training(), try training())
    for _ in 0..<2 { _ = first.next() }
    try second.learner.resume(from: first.learner.checkpoint)
    #expect(Array(second) == Array(whole.dropFirst(2)))
  }

  @Test func `knows whose latents it has learned`() throws {
    var training = try training()
    while training.next() != nil {}
    let code = LatentCode(training.learner.average.parameters)
    #expect(code.isOf(GlyphAutoencoder(AutoencoderTraining.network.fresh)))
    #expect(!code.isOf(GlyphAutoencoder(VQVAE(seed: 1).fresh)))
    #expect(code.deviation == LatentCode(training.learner.parameters).deviation)
  }

  /// Each layer counted by hand: 9 products a pixel, input and output channel.
  @Test func `counts multiplications`() {
    let block = { (side: Int, i: Int, o: Int) in
      side * side * (9 * i * o + 9 * o * o + (i == o ? 0 : i * o)) + 96 * o
    }
    let attention = { (side: Int, c: Int) in
      4 * side * side * c * c + 2 * side * side * side * side * c
    }
    for (network, side, channels) in [(UNet(), 16, 1), (UNet(imageChannels: 4), 4, 4)] {
      let half = side / 2
      let quarter = side / 4
      let ends = 2 * 9 * side * side * channels * 24
      let down = block(side, 24, 24) + block(half, 24, 48) + block(quarter, 48, 64)
      let up = block(half, 112, 48) + block(side, 72, 24)
      let looks = attention(half, 48) + attention(quarter, 64)
      let clock = 64 * 96 + 96 * 96
      #expect(network.multiplications(side: side) == ends + down + up + looks + clock)
    }
    let places = 16 * (9 * 4 * 64 + 9 * 64 * 64) + 64 * 9 * 64 * 32
    let pixels = 256 * (9 * 32 * 32 + 9 * 32)
    #expect(AutoencoderTraining.network.decodingMultiplications == places + pixels + 64 * 64)
  }
}
