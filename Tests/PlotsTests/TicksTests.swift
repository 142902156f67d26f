import Canvas
import Testing

@testable import Plots

@Suite struct TicksTests {
  private func labels(_ lower: Double, _ upper: Double, _ target: Int) -> [String] {
    Span(lower, upper, scale: .linear).linearTicks(target: target).marks.map(\.label)
  }

  @Test(
    arguments: [
      (0, 1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]), (0, 1000, 4, ["0", "500", "1000"]),
      (1, 1000, 5, ["200", "400", "600", "800", "1000"]), (-1, 1, 2, ["-1", "0", "1"]),
      (0, 3e-5, 3, ["0", "1e-5", "2e-5", "3e-5"]), (0.0001, 0.02, 2, ["0.01", "0.02"]),
      (-1e308, 1e308, 2, ["-1e308", "0", "1e308"]), (0.1, 0.3, 2, ["0.1", "0.2", "0.3"]),
      (0, 2e6, 2, ["0", "1e6", "2e6"]),
      (51.232, 51.236, 4, ["51.232", "51.233", "51.234", "51.235", "51.236"]),
    ] as [(Double, Double, Int, [String])])
  func `steps are 1, 2 or 5 times a power of ten`(
    lower: Double, upper: Double, target: Int, expected: [String]
  ) {
    #expect(labels(lower, upper, target) == expected)
  }

  @Test func `a constant curve gets two different ticks`() {
    for number in [0, 5, -3e-7, 1e308, .leastNonzeroMagnitude] {
      let span = Span(number, number, scale: .linear)
      let ticks = span.linearTicks(target: 4).marks
      #expect(Set(ticks.map(\.label)).count >= 2)
      #expect(span.lower <= number && number <= span.upper)
    }
  }

  @Test func `numbers alike in nine digits are told apart by an offset`() {
    let ticks = Span(1e9 - 1e-3, 1e9 + 1e-3, scale: .linear).linearTicks(target: 5)
    #expect(ticks.offset == "+1e9")
    #expect(ticks.marks.map(\.label) == ["-0.0010", "-0.0005", "0.0000", "0.0005", "0.0010"])
    #expect(Span(-1e9 - 1e-3, -1e9, scale: .linear).linearTicks(target: 2).offset == "-1e9")
  }

  @Test(
    arguments: [
      (0.5, 20, ["0.5", "1", "2", "5", "10", "20"]),
      (1e-9, 1e4, ["1e-8", "1e-6", "1e-4", "1e-2", "1e0", "1e2", "1e4"]),
      (1e-200, 1e200, ["1e-200", "1e-100", "1e0", "1e100", "1e200"]),
      (1000, 1500, ["1000", "1100", "1200", "1300", "1400", "1500"]),
    ] as [(Double, Double, [String])])
  func `a logarithmic axis names decades, or parts of few`(
    lower: Double, upper: Double, expected: [String]
  ) {
    let choices = Span(lower, upper, scale: .log10).tickChoices(most: 7, glyphs: .ascii)
    #expect(choices.contains { $0.marks.map(\.label) == expected })
  }

  /// Spans of every magnitude, from a fixed walk of mantissas and widths.
  private static let spans: [(Double, Double)] = (0..<400).map { index in
    let exponent = (index * 37) % 600 - 300
    let lower = (Double((index * 71) % 199) - 99) / 9 * (Double("1e\(exponent)") ?? 1)
    let widths = [1e-12, 1e-9, 1e-5, 0.01, 0.3, 2, 70, 1e6]
    return (lower, lower + max(lower.magnitude, 1e-300) * widths[index % widths.count])
  }

  @Test func `the value at a label is the label's number to the last digit`() {
    for (lower, upper) in Self.spans {
      let span = Span(lower, upper, scale: .linear)
      for target in [1, 2, 3, 5, 8, 20] {
        let ticks = span.linearTicks(target: target)
        let base = ticks.offset.map { Double($0) ?? .nan } ?? 0
        for tick in ticks.marks {
          let named = (Double(tick.label) ?? .nan) + base
          let bound = ticks.offset == nil ? 0 : base.ulp
          #expect(abs(named - tick.value) <= bound, "\(lower)...\(upper): \(tick)")
        }
      }
    }
  }

  @Test func `labels are few, short and all different, inside and in order`() {
    for (lower, upper) in Self.spans {
      let span = Span(lower, upper, scale: .linear)
      for target in 1...20 {
        let marks = span.linearTicks(target: target).marks
        #expect(marks.count <= target + 1)
        #expect(Set(marks.map(\.label)).count == marks.count)
        #expect(marks.allSatisfy { $0.label.count <= 16 && span.contains($0.value) })
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.value < $1.value })
      }
    }
  }

  @Test func `a span grows to its ticks only where that costs little`() {
    let near = Span(0.02, 0.97, scale: .linear).extended(target: 5, within: 0.15)
    #expect((near.lower, near.upper) == (0, 1))
    let far = Span(0.9, 1.0, scale: .linear).extended(target: 1, within: 0.15)
    #expect((far.lower, far.upper) == (0.9, 1.0))
    let decades = Span(2e-4, 9e3, scale: .log10).extended(target: 5, within: 0.15)
    #expect((decades.lower, decades.upper) == (1e-4, 1e4))
  }
}
