import RealModule
import Testing

@testable import Plots

@Suite struct HistogramBinsTests {
  private let values = normalCloud(500).x

  private func bins(_ values: [Double], _ bins: Histogram.Bins, _ axis: Axis = Axis())
    -> HistogramBins
  {
    HistogramBins(of: Histogram("", [Histogram.Sample("", values)], bins: bins, x: axis))
  }

  @Test(arguments: [
    Histogram.Bins.automatic, .count(7), .count(100), .edges([-4, -1, -0.9, 0, 0.1, 3.5]),
  ])
  func `every number is in the bin that holds it`(rule: Histogram.Bins) {
    let bins = bins(values, rule)
    for bin in bins.bins {
      let (low, high) = (bins.edges[bin], bins.edges[bin + 1])
      let isLast = bin == bins.bins.upperBound - 1
      let expected = values.count { $0 >= low && ($0 < high || isLast && $0 == high) }
      #expect(bins.counts[0][bin] == expected)
    }
  }

  @Test func `the last edge belongs to the last bin`() {
    let bins = bins([0, 1, 2, 2], .edges([0, 1, 2]))
    #expect(bins.counts == [[1, 3]])
  }

  @Test func `a density is one in all, where nothing is beyond the axis`() {
    let bins = bins(values, .edges([-5, -1, 0, 0.25, 5]))
    let areas = bins.bins.map {
      bins.heights(0, .density)[$0] * (bins.edges[$0 + 1] - bins.edges[$0])
    }
    #expect((areas.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test func `numbers beyond the axis lower the density of those within`() {
    let bins = bins([0.5, 0.5, 7, 8], .count(1), Axis(range: 0...1))
    #expect(bins.heights(0, .density) == [0.5])
    #expect(bins.heights(0, .count) == [2])
  }

  /// 2 IQR n^(-1/3) = 2 * 0.5 / 10 = 0.1 for 1000 numbers spread evenly over 0...1.
  @Test func `the automatic width is that of Freedman and Diaconis, at round numbers`() {
    let bins = bins((0..<1000).map { (Double($0) + 0.5) / 1000 }, .automatic)
    #expect(bins.edges.count == 11)
    #expect(bins.edges.first == 0)
    #expect(bins.edges.last == 1)
  }

  @Test func `bins of a fixed axis do not depend on the numbers`() {
    let axis = Axis(range: -2...2)
    #expect(bins(values, .count(9), axis).edges == bins([0], .count(9), axis).edges)
  }

  @Test func `what has no place is counted`() {
    #expect(bins([1, .nan, .infinity, 2], .automatic).missing == 2)
    #expect(bins([1, 0, -1, 2], .automatic, Axis(scale: .log10)).missing == 2)
  }

  @Test(arguments: hostileNumbers) func `edges always rise`(numbers: [Double]) {
    for scale in [Axis.Scale.linear, .log10] {
      for rule in [Histogram.Bins.automatic, .count(0), .count(.max), .edges(numbers)] {
        let bins = bins(numbers, rule, Axis(scale: scale))
        #expect(bins.edges.count > 1)
        #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
        let held = numbers.count(where: scale.holds)
        #expect(bins.totals == [held])
      }
    }
  }
}
