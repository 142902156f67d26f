import Probability
import RealModule
import Testing

@testable import Diffusion

@Suite struct `Guidance` {
  private func schedule() throws -> Schedule { try .linear(steps: 1000) }

  @Test(arguments: [0.0, 0.5, 3, -2])
  func `by a classifier at scale 1 + w is that without one, for numbers`(w: Double) throws {
    let schedule = try schedule()
    let data = try Mixture(
      weights: [0.2, 0.5, 0.3], means: [-1, 0.4, 2], standardDeviations: [0.3, 0.5, 0.2])
    let all = ExactLineDenoiser(data, schedule)
    let places = stride(from: -3.0, through: 3, by: 0.25).map { $0 }
    for label in data.components.indices {
      let classifier = ExactLineClassifier(data, schedule, label: label)
      let led = ClassifierGuidedDenoiser(all, classifier, schedule, scale: 1 + w)
      let free = ClassifierFreeDenoiser(ExactLineDenoiser(data.part(label), schedule), all, w: w)
      for t in [1, 40, 300, 1000] {
        for (got, want) in zip(led.noise(in: places, at: t), free.noise(in: places, at: t)) {
          // Both are sums of a few terms, none of which is larger than a thousand times the sum.
          let slack: Double = 1e-12 * max(1, abs(want)) * (1 + abs(w)) * 10
          #expect(abs(got - want) <= slack)
        }
      }
    }
  }

  @Test(arguments: [ToyData.ring, .moons, .checkerboard, .grid])
  func `by a classifier at scale 1 + w is that without one, in the plane`(data: ToyData) throws {
    let (schedule, law) = (try schedule(), data.distribution)
    let all = ExactDenoiser(law, schedule)
    let points = Points2D.normal(0..<200, seed: 4, stream: 0)
    for label in [0, law.labelCount - 1] {
      let own = ExactDenoiser(try #require(law.restricted(to: label)), schedule)
      let classifier = ExactClassifier(law, schedule, label: label)
      let led = ClassifierGuidedDenoiser(all, classifier, schedule, scale: 3)
      let free = ClassifierFreeDenoiser(own, all, w: 2)
      for t in [50, 300, 1000] {
        let apart = led.noise(in: points, at: t).combined(
          1, with: free.noise(in: points, at: t), -1)
        // Guided noise here is below 100, and the loops of exponentials are right to some 1e-14.
        #expect((apart.xs + apart.ys).allSatisfy { abs($0) < 1e-9 })
      }
    }
  }

  /// The slope of the log odds is the gradient over the doubt that is left: 7.997, 5.79, 1.79, 0.60
  /// and 0.013 for classes around 1 and -1 with variance 0.25, and 8 where noise is not known.
  @Test(arguments: [
    (1, 7.997, 5e-4), (100, 5.79, 5e-3), (300, 1.79, 5e-3), (500, 0.60, 5e-3), (1000, 0.013, 5e-4),
  ])
  func `needs a classifier that knows noise`(t: Int, slope: Double, slack: Double) throws {
    let schedule = try schedule()
    let data = try Mixture(
      weights: [1, 1], means: [1, -1], standardDeviations: [0.5, 0.5])
    for (knows, want, slack) in [(true, slope, slack), (false, 8, 1e-12)] {
      let classifier = ExactLineClassifier(data, schedule, label: 0, knowsNoise: knows)
      // In the middle half of the doubt is left.
      #expect(abs(2 * classifier.gradient(in: [0], at: t)[0] - want) <= slack)
    }
  }
}

@Suite struct `The class of a point` {
  @Test(arguments: [ToyData.ring, .moons, .checkerboard])
  func `has the slope of its log probability as a difference quotient says`(data: ToyData) throws {
    let law = data.distribution.pushed(scale: 0.7, noise: 0.4)
    let points = Points2D.normal(0..<30, seed: 2, stream: 0)
    let step = 1e-5
    func logs(_ x: Double, _ y: Double) -> [Double] {
      let moved = points.shifted(by: Point2D(x: x, y: y))
      return law.classProbabilities(at: moved).first { $0.label == 1 }?.chances.map {
        Double.log($0)
      } ?? []
    }
    let (right, left, up, down) = (logs(step, 0), logs(-step, 0), logs(0, step), logs(0, -step))
    let slopes = try #require(law.classSlopes(1, at: points))
    for index in 0..<points.count {
      let (across, along) = (
        (right[index] - left[index]) / (2 * step), (up[index] - down[index]) / (2 * step)
      )
      // The quotient's error: rounding of 1e-15 over the step, and the step's square.
      #expect(abs(across - slopes.xs[index]) < 1e-7)
      #expect(abs(along - slopes.ys[index]) < 1e-7)
    }
    let chances = law.classProbabilities(at: points).map(\.chances)
    for place in 0..<points.count {
      let sum: Double = chances.reduce(0) { $0 + $1[place] }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test func `has a share, and none where it is not there`() {
    for data in ToyData.allCases {
      let law = data.distribution
      let shares = (0..<law.labelCount).map(law.share)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      #expect(law.share(of: law.labelCount) == 0)
      #expect(law.classSlopes(law.labelCount, at: Points2D(xs: [0], ys: [0])) == nil)
    }
  }
}
