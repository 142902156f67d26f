import Foundation
import Probability
import Testing

@testable import Diffusion

/// A row of `Reference/kernel.json`: a kernel in 60-digit arithmetic, by quadrature.
private struct KernelRow: Decodable, CustomTestStringConvertible {
  let beta: Double
  let xt: Double
  let weights: [Double]
  let means: [Double]
  let standardDeviations: [Double]
  let mean: Double
  let variance: Double
  let kl: Double

  var testDescription: String { "beta \(beta), x_t \(xt), means \(means)" }

  static let all: [KernelRow] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/kernel.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode([KernelRow].self, from: Data(contentsOf: file))) ?? []
  }()

  func kernel() throws -> ReverseKernel {
    ReverseKernel(
      try Mixture(weights: weights, means: means, standardDeviations: standardDeviations),
      beta: beta, xt: xt)
  }

  enum CodingKeys: String, CodingKey {
    case xt = "xT"
    case beta, weights, means, standardDeviations, mean, variance, kl
  }
}

@Suite struct `The reverse kernel` {
  @Test func `has a table to be compared with`() { #expect(KernelRow.all.count > 50) }

  @Test(arguments: KernelRow.all)
  private func `has the moments and the divergence of a quadrature`(row: KernelRow) throws {
    let kernel = try row.kernel()
    // A mean near zero is a sum of terms of either sign.
    let size = max(abs(row.mean), row.variance.squareRoot())
    #expect(abs(kernel.law.mean - row.mean) <= 1e-13 * size)
    #expect(abs(kernel.law.variance - row.variance) <= 1e-12 * row.variance)
    // The divergence keeps its digits however small it is; a single part has none at all.
    #expect(abs(kernel.divergenceFromNormal - row.kl) <= 1e-10 * row.kl + 1e-40)
  }

  @Test(arguments: [1e-300, 1e-16, 1e-9, 0.3, 1 - 1e-9, 1 - 0x1p-53], [-1e6, 0, 1e6])
  func `is a number at the ends of its range`(beta: Double, xt: Double) throws {
    for deviations in [[1e-100, 1], [1e-3, 1e6], [1, 1]] {
      let prior = try Mixture(
        weights: [1e-12, 1], means: [-1e6, 1], standardDeviations: deviations)
      let kernel = ReverseKernel(prior, beta: beta, xt: xt)
      let divergence = kernel.divergenceFromNormal
      #expect(kernel.law.mean.isFinite && kernel.law.variance >= 0)
      #expect(divergence.isFinite && divergence >= 0, "\(divergence)")
    }
  }

  @Test func `of points has no divergence, or an infinite one where there are two`() throws {
    let one = try Mixture(weights: [1], means: [2], standardDeviations: [0])
    let two = try Mixture(weights: [1, 1], means: [-1, 1], standardDeviations: [0, 0])
    #expect(ReverseKernel(one, beta: 0.1, xt: 0).divergenceFromNormal == 0)
    #expect(ReverseKernel(two, beta: 0.1, xt: 0).divergenceFromNormal == .infinity)
    // Too far away to have given x_t.
    #expect(ReverseKernel(two, beta: 0.001, xt: 10).divergenceFromNormal == 0)
  }

  /// The third derivative of log q is what is not normal, and the divergence its square: beta^3.
  ///
  /// Where q is symmetric that derivative is zero, and the fourth gives beta^4.
  @Test(arguments: [(0.3, 3.0), (0.0, 4.0)])
  func `nears a normal law with the third power of beta, or the fourth`(
    xt: Double, power: Double
  ) throws {
    let prior = try Mixture(weights: [1, 1], means: [-1, 1], standardDeviations: [0.5, 0.5])
    let divergences = [1e-6, 1e-7].map {
      ReverseKernel(prior, beta: $0, xt: xt).divergenceFromNormal
    }
    // The next term of the expansion is smaller by beta.
    #expect(abs(log10(divergences[0] / divergences[1]) - power) < 1e-4)
  }
}
