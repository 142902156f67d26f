import Probability
import Testing

@Test func `a draw depends on seed, stream and index alone`() {
  var whole = CounterGenerator(seed: 7, stream: 3)
  let draws = (0..<10).map { _ in whole.next() }
  for index in 0..<10 {
    var single = CounterGenerator(seed: 7, stream: 3, index: UInt64(index))
    #expect(single.next() == draws[index])
  }
}

@Test func `neighbouring seeds and streams share no draw`() {
  var seen: Set<UInt64> = []
  for seed in UInt64(0)..<20 {
    for stream in UInt64(0)..<20 {
      var generator = CounterGenerator(seed: seed, stream: stream)
      for _ in 0..<25 { seen.insert(generator.next()) }
    }
  }
  // 10,000 draws of 64 bits collide with a probability of 3e-12.
  #expect(seen.count == 10_000)
}

/// Fails by chance with a probability of 0.001; the seed is fixed, so it never does.
@Test(arguments: [UInt64(0), 1, 12345]) func `uniform draws fill ten boxes evenly`(seed: UInt64) {
  var generator = CounterGenerator(seed: seed)
  var boxes = [Int](repeating: 0, count: 10)
  for _ in 0..<100_000 { boxes[Int(generator.nextUniform() * 10)] += 1 }
  let chiSquare = boxes.reduce(0.0) { sum, count in
    let excess = Double(count) - 10_000
    return sum + excess * excess / 10_000
  }
  #expect(chiSquare < 27.88, "chi-square with 9 degrees of freedom, p = 0.001")
}
