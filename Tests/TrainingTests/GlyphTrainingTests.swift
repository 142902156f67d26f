import Diffusion
import Networks
import Probability
import Testing

@testable import Training

@Suite struct `Training on glyphs` {
  private func training(seed: UInt64 = 0) throws -> GlyphTraining {
    try GlyphTraining(steps: 6, batch: 4, seed: seed)
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

  @Test func `leaves out one label in ten`() throws {
    let batch = GlyphBatch(.training, 1000, try GlyphTraining.schedule(), seed: 1, stream: 1)
    // 100 of 1000, five deviations of sqrt(90).
    #expect(abs(batch.labels.count { $0 == UNet.noLabel } - 100) < 48)
  }

  /// Along one direction in which all parameters move: (L(p + h d) - L(p - h d)) / 2h.
  ///
  /// Layers that begin at zero are moved away from it first, so that all of them have slopes. With
  /// h = 1/256 and a loss of size 1 the difference is rounded by 6e-8 / h, 2e-5, and bent by some
  /// h^2; the slope along the direction has the size of the gradient, some tenths.
  @Test func `has the gradient that differences have, through the whole network`() throws {
    let network = GlyphTraining.network
    let batch = GlyphBatch(.training, 3, try GlyphTraining.schedule(), seed: 1, stream: 1)
    var generator = CounterGenerator(seed: 3)
    let shifts = network.fresh.tensors.map {
      Tensor(normal: $0.shape, deviation: 0.05, using: &generator)
    }
    let base = network.fresh.moved(1, along: shifts)
    let tape = Tape()
    let placed = base.on(tape)
    let slopes = base.gradients(tape.gradients(of: batch.loss(network, tape, placed)), placed)
    let length = slopes.reduce(0) { $0 + $1.dot($1) }.squareRoot()
    let direction = slopes.map { slope in
      Tensor(slope.shape, slope.values.map { $0 / Float(length) })
    }
    func loss(_ step: Float) -> Double {
      let tape = Tape()
      let moved = base.moved(step, along: direction)
      return Double(batch.loss(network, tape, moved.on(tape)).value.values[0])
    }
    let step: Float = 1.0 / 256
    let difference = (loss(step) - loss(-step)) / Double(2 * step)
    #expect(abs(difference - length) < 0.02 * length)
  }

  /// What a label, a time and each part change, once layers are no longer zero.
  @Test func `hears the label and the time, and uses each part`() throws {
    let schedule = try GlyphTraining.schedule()
    var generator = CounterGenerator(seed: 3)
    let fresh = GlyphTraining.network.fresh
    let learned = fresh.moved(
      1, along: fresh.tensors.map { Tensor(normal: $0.shape, deviation: 0.05, using: &generator) })
    let images = Images.normal(0..<2, seed: 1, stream: 1)
    func noise(
      _ label: Int?, _ t: Int, _ parts: UNetParts = .all, weight: Double = 0
    ) -> Images {
      GlyphDenoiser(
        learned, schedule, label: label, weight: weight, parts: parts, learned: schedule
      ).noise(in: images, at: t)
    }
    let whole = noise(3, 500)
    #expect(noise(3, 500) == whole)
    #expect(noise(4, 500) != whole && noise(nil, 500) != whole && noise(3, 20) != whole)
    for part in [UNetParts.outerSkip, .innerSkip, .attention] {
      #expect(noise(3, 500, .all.subtracting(part)) != whole)
    }
    // (1 + w) with the label, less w without.
    #expect(noise(3, 500, weight: 2) == whole.combined(3, with: noise(nil, 500), -2))
  }
}

@Suite struct `Training of a classifier for noisy glyphs` {
  private func training() throws -> NoisyGlyphTraining {
    try NoisyGlyphTraining(steps: 6, batch: 8, seed: 1)
  }

  /// The last layer begins with weights of variance 1 / 64: scores of size 1 at most, and a surprise
  /// within 1 of log 10.
  @Test func `begins near the surprise of who guesses, equal for equal seeds`() throws {
    let losses = try (training().map(\.loss), training().map(\.loss))
    #expect(losses.0 == losses.1 && losses.0.count == 6)
    #expect(abs(losses.0[0] - 2.303) < 1)
  }

  @Test func `goes on from a file as if it had never stopped`() throws {
    let whole = Array(try training())
    var (first, second) = (try training(), try training())
    for _ in 0..<2 { _ = first.next() }
    try second.learner.resume(from: first.learner.checkpoint)
    #expect(Array(second) == Array(whole.dropFirst(2)))
  }

  @Test func `hears the time, as the one for clean glyphs does not`() throws {
    let network = NoisyGlyphTraining.network
    let images = Images.normal(0..<2, seed: 1, stream: 1)
    func features(_ t: Double) -> [[Double]] {
      GlyphReading(of: images, by: .noisy(network.fresh, time: t)).features
    }
    #expect(features(10) == features(10) && features(10) != features(500))
    #expect(!ClassifierTraining.network.fresh.names.contains { $0.hasPrefix("time") })
  }

  /// Two images that differ by a in each feature: a variance of a squared over 2 each, of n - 1.
  @Test func `has a spread that few and many of the same draws share`() throws {
    let network = ClassifierTraining.network
    let images = GlyphSet.fresh.glyphs(Array(stride(from: 3, to: 2000, by: 10))).images
    let all = GlyphReading(of: images, network.fresh).spread
    let pairs = (0..<100).map {
      GlyphReading(of: images.part(2 * $0..<2 * $0 + 2), network.fresh).spread
    }
    // The mean of a hundred pairs has a deviation of some 8 % of itself; five of them.
    #expect(abs(pairs.reduce(0, +) / 100 - all) < 0.4 * all)
  }
}

extension Parameters {
  fileprivate func moved(_ step: Float, along directions: [Tensor]) -> Parameters {
    var moved = Parameters()
    for (name, (tensor, direction)) in zip(names, zip(tensors, directions)) {
      let values = zip(tensor.values, direction.values).map { $0 + step * $1 }
      _ = moved.add(name, Tensor(tensor.shape, values))
    }
    return moved
  }
}

extension Tensor {
  fileprivate func dot(_ other: Tensor) -> Double {
    zip(values, other.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}
