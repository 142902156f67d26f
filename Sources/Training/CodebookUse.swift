import RealModule

/// How often each code of a codebook was the nearest.
package struct CodebookUse: Hashable, Sendable {
  /// Of all places, by code.
  package let shares: [Double]

  /// `codes` are the numbers of the nearest codes, each below `count`.
  package init(_ codes: some Collection<Int>, of count: Int) {
    var uses = [Int](repeating: 0, count: count)
    for code in codes { uses[code] += 1 }
    shares = uses.map { Double($0) / Double(max(1, codes.count)) }
  }

  package var used: Int { shares.count { $0 > 0 } }

  /// exp of the entropy of the use: so many codes, used equally, would be as various.
  ///
  ///     exp(-sum of p log p)
  package var perplexity: Double {
    .exp(shares.reduce(0) { $0 - ($1 > 0 ? $1 * .log($1) : 0) })
  }
}
