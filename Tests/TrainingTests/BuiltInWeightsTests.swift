import Diffusion
import Foundation
import Networks
import Probability
import Testing
import Training

/// What Reference/answers.py found: the files read by another library, the network in numpy.
private struct Reference: Decodable {
  let points: [[Double]]
  let answers: [String: [String: [[Double]]]]
  /// Of networks that are told a class: the noise at "t label".
  let labelled: [String: [String: [[Double]]]]
  let glyphs: Glyphs
  let latents: Latents

  /// An image of noise, and what the networks for glyphs say of it: the noise at "t label", the
  /// classifier's scores, and the slopes of log probabilities, at "t label" and of a clean 3.
  struct Glyphs: Decodable {
    let image: [Double]
    let noise: [String: [Double]]
    let scores: [Double]
    let slopes: [String: [Double]]
    let cleanSlope: [Double]

    enum CodingKeys: String, CodingKey {
      case image, noise, scores, slopes
      case cleanSlope = "clean slope of 3"
    }
  }

  /// The image there and back by the VQ-VAE, and the noise in other latents at "t label".
  struct Latents: Decodable {
    let latent: [Double]
    let codes: [Int]
    let decoded: [Double]
    let small: [Double]
    let noise: [String: [Double]]
  }

  static func read() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/answers.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

@Suite struct `Weights that come with the program` {
  @Test(arguments: NoiseModel.all)
  func `give the answers that numpy computes from the same file`(model: NoiseModel) throws {
    let reference = try Reference.read()
    let points = Points2D(reference.points.map { Point2D(x: $0[0], y: $0[1]) })
    let weights = try #require(try WeightLibrary.weights(of: .plane(model)))
    #expect(weights.steps == 20_000)
    let schedule = try NoiseModel.schedule()
    let denoiser = ClippedDenoiser(
      TrainedDenoiser(NoiseModel.network, weights.parameters, schedule, learned: schedule),
      schedule)
    for (t, wanted) in try #require(reference.answers[model.name]) {
      let found = denoiser.noise(in: points, at: try #require(Int(t)))
      for (index, answer) in wanted.enumerated() {
        // Some 400 products of single precision a layer, of numbers up to 10: 1e-5 or so each.
        #expect(abs(found.xs[index] - answer[0]) < 1e-4)
        #expect(abs(found.ys[index] - answer[1]) < 1e-4)
      }
    }
  }

  /// The label -1 stands for none.
  @Test(arguments: LabelledModel.all)
  func `answer with a class and without as numpy does`(model: LabelledModel) throws {
    let reference = try Reference.read()
    let points = Points2D(reference.points.map { Point2D(x: $0[0], y: $0[1]) })
    let weights = try #require(try WeightLibrary.weights(of: .labelled(model)))
    let schedule = try NoiseModel.schedule()
    for (place, wanted) in try #require(reference.labelled[model.name]) {
      let numbers = place.split(separator: " ").compactMap { Int($0) }
      let denoiser = LabelledDenoiser(
        model.network, weights.parameters, schedule, label: numbers[1] < 0 ? nil : numbers[1],
        learned: schedule)
      let found = ClippedDenoiser(denoiser, schedule).noise(in: points, at: numbers[0])
      for (index, answer) in wanted.enumerated() {
        // As above.
        #expect(abs(found.xs[index] - answer[0]) < 1e-4)
        #expect(abs(found.ys[index] - answer[1]) < 1e-4)
      }
    }
  }

  /// The backward pass against differences in double precision.
  ///
  /// Their steps of 1e-4 bend by some 1e-8 of the curvature; single precision has 1e-6 of slopes
  /// and of sums of a thousand products on the way.
  @Test func `have the slopes that numpy has by differences, for noisy glyphs and clean`() throws {
    let reference = try Reference.read().glyphs
    let image = Images(reference.image)
    let (noisy, clean) = (
      try #require(try WeightLibrary.weights(of: .noisyClassifier)).parameters,
      try #require(try WeightLibrary.weights(of: .classifier)).parameters
    )
    let schedule = try GlyphTraining.schedule()
    func compare(_ guide: GlyphGuide, at t: Int, _ wanted: [Double]) {
      let found = guide.gradient(in: image, at: t).values
      let largest = wanted.map(abs).max() ?? 0
      #expect(found.count == wanted.count && largest > 0)
      for (number, answer) in zip(found, wanted) {
        #expect(abs(number - answer) < 1e-3 * largest)
      }
    }
    for (place, wanted) in reference.slopes {
      let numbers = place.split(separator: " ").compactMap { Int($0) }
      let guide = GlyphGuide(noisy: noisy, schedule, label: numbers[1], learned: schedule)
      compare(guide, at: numbers[0], wanted)
    }
    compare(GlyphGuide(clean: clean, label: 3), at: 500, reference.cleanSlope)
  }

  /// Eleven convolutions of up to a thousand products each, of numbers up to 10.
  @Test func `find the noise in an image as numpy does`() throws {
    let reference = try Reference.read().glyphs
    let weights = try #require(try WeightLibrary.weights(of: .glyphs))
    let schedule = try GlyphTraining.schedule()
    for (place, wanted) in reference.noise {
      let numbers = place.split(separator: " ").compactMap { Int($0) }
      let denoiser = GlyphDenoiser(
        weights.parameters, schedule, label: numbers[1] == UNet.noLabel ? nil : numbers[1],
        learned: schedule)
      let found = denoiser.noise(in: Images(reference.image), at: numbers[0])
      #expect(found.values.count == wanted.count)
      for (number, answer) in zip(found.values, wanted) { #expect(abs(number - answer) < 5e-4) }
    }
  }

  @Test func `read an image as numpy does`() throws {
    let reference = try Reference.read().glyphs
    let weights = try #require(try WeightLibrary.weights(of: .classifier))
    let reading = GlyphReading(of: Images(reference.image), weights.parameters)
    let best = reference.scores.indices.max { reference.scores[$0] < reference.scores[$1] }
    #expect(reading.labels.first == best)
  }

  /// Four convolutions of up to 600 products each there, five back.
  @Test func `write an image down and bring it back as numpy does`() throws {
    let reference = try Reference.read()
    let weights = try #require(try WeightLibrary.weights(of: .autoencoder))
    let autoencoder = GlyphAutoencoder(weights.parameters)
    let latent = autoencoder.latents(of: Images(reference.glyphs.image))
    for (number, answer) in zip(latent.values, reference.latents.latent) {
      #expect(abs(number - answer) < 5e-4)
    }
    #expect(autoencoder.codes(of: latent) == reference.latents.codes)
    let back = autoencoder.images(of: latent)
    #expect(back.values.count == reference.latents.decoded.count)
    for (number, answer) in zip(back.values, reference.latents.decoded) {
      #expect(abs(number - answer) < 5e-4)
    }
  }

  @Test func `find the noise in a latent as numpy does`() throws {
    let reference = try Reference.read().latents
    let weights = try #require(try WeightLibrary.weights(of: .latents))
    let schedule = try GlyphTraining.schedule()
    for (place, wanted) in reference.noise {
      let numbers = place.split(separator: " ").compactMap { Int($0) }
      let denoiser = LatentDenoiser(
        weights.parameters, schedule, label: numbers[1] == UNet.noLabel ? nil : numbers[1],
        learned: schedule)
      let found = denoiser.noise(in: Latents(reference.small), at: numbers[0])
      #expect(found.values.count == wanted.count)
      for (number, answer) in zip(found.values, wanted) { #expect(abs(number - answer) < 5e-4) }
    }
  }

  /// What the VQ-VAE is to reach on glyphs that it has not seen, and the scale of its latents there.
  @Test func `bring unseen digits back`() throws {
    let weights = try #require(try WeightLibrary.weights(of: .autoencoder))
    let autoencoder = GlyphAutoencoder(weights.parameters)
    let (images, labels) = GlyphSet.fresh.glyphs(Array(5000..<5500))
    let quality = AutoencoderQuality(autoencoder, on: images)
    #expect(quality.errorShare <= 0.025)
    #expect(quality.use.perplexity >= 0.5 * Double(VQVAE.codes))
    let classifier = try #require(try WeightLibrary.weights(of: .classifier))
    let read = GlyphReading(of: quality.reconstructions, classifier.parameters).labels
    #expect(zip(read, labels).count { $0 == $1 } >= 495)
    let code = LatentCode(try #require(try WeightLibrary.weights(of: .latents)).parameters)
    #expect(code.isOf(autoencoder))
    // 32,000 numbers that hang together by 16 or so: a hundredth either way.
    let scaled = autoencoder.latents(of: images).moments.deviation / code.deviation
    #expect(abs(scaled - 1) < 0.03)
  }

  /// It misses none of 2,000 others, so more than five of these 1,000 at p < 1e-6.
  @Test func `know at least 99.5 % of digits that nothing has seen`() throws {
    let weights = try #require(try WeightLibrary.weights(of: .classifier))
    let (images, labels) = GlyphSet.fresh.glyphs(Array(5000..<6000))
    let reading = GlyphReading(of: images, weights.parameters)
    #expect(zip(reading.labels, labels).count { $0 == $1 } >= 995)
  }
}
