import Diffusion
import Probability
import Testing

@Test(arguments: ToyData.allCases) func `toy data have mean zero and unit variance`(data: ToyData) {
  let law = data.distribution.matched
  #expect(abs(law.mean.x) < 1e-14 && abs(law.mean.y) < 1e-14)
  #expect(abs((law.varianceX + law.varianceY) / 2 - 1) < 1e-14)
}

/// Fails by chance with a probability of 0.001 over all the data; the seeds are fixed.
@Test(arguments: ToyData.allCases, [0, 50, 400])
func `draws that jump follow the exact law of the noisy data`(data: ToyData, t: Int) throws {
  let schedule = try Schedule.linear(steps: 1000)
  let starts = data.distribution.draw(4000, seed: 21).points
  let jumped = schedule.jump(starts, to: t, seed: 21)
  let exact = schedule.diffused(data.distribution, to: t).draw(4000, seed: 22).points
  // Three directions, 30 cases: each at p = 0.00001.
  for (cosine, sine) in [(1.0, 0.0), (0, 1), (0.6, 0.8)] {
    let test = KolmogorovSmirnov(
      jumped.projected(cosine: cosine, sine: sine), exact.projected(cosine: cosine, sine: sine))
    #expect(test.pValue > 0.00001)
  }
}

@Test(arguments: ToyData.allCases) func `every class is drawn, and as often as it should be`(
  data: ToyData
) throws {
  let law = data.distribution
  let draws = law.draw(8000, seed: 5)
  for label in 0..<law.labelCount {
    let share = Double(draws.labels.count { $0 == label }) / 8000
    let expected = 1 / Double(law.labelCount)
    let deviation = (expected * (1 - expected) / 8000).squareRoot()
    // 46 classes at 4.3 deviations: p = 0.0008; the seed is fixed.
    #expect(abs(share - expected) <= 4.3 * deviation, "class \(label)")
    _ = try #require(law.restricted(to: label))
  }
}

@Test func `a single class of the ring is one normal distribution`() throws {
  let ring = ToyData.ring.distribution
  let first = try #require(ring.restricted(to: 0)).matched
  // Radius 2 and deviation 0.1 over the root of 2.01, the variance of a coordinate.
  #expect(abs(first.mean.x - 2 / 2.01.squareRoot()) < 1e-14)
  #expect(abs(first.varianceX - 0.01 / 2.01) < 1e-15)
}

@Test func `the normal toy data take mean and variance`() {
  let law = ToyData.normal(mean: 0.5, variance: 0.25).matched
  #expect(law.mean == Point2D(x: 0.5, y: 0.5))
  #expect(law.varianceX == 0.25 && law.varianceY == 0.25 && law.covariance == 0)
}

/// Rows of cells from above, 0.2 wide and 0.4 high: `#` where the density is high, `.` where low.
private func picture(_ data: ToyData) -> [String] {
  let law = data.distribution
  let heights = (-9...9).map { Double($0) * 0.2 }
  let rows = stride(from: 1.6, through: -1.7, by: -0.4).map { y in
    heights.map { law.density(at: Point2D(x: $0 + 0.005, y: y + 0.005)) }
  }
  let top = rows.joined().max() ?? 0
  return rows.map { row in
    String(row.map { $0 > 0.3 * top ? "#" : $0 > 0.01 * top ? "." : " " })
  }
}

@Test func `the density of the heart looks like a heart`() {
  #expect(
    picture(.heart) == [
      "                   ",
      "  ..###.   .###..  ",
      " ##    .###.   .## ",
      ".#      .#.      #.",
      ".#.             .#.",
      " .##           ##. ",
      "   .##.     .##.   ",
      "      ##. .##      ",
      "        ###        ",
    ])
}

@Test func `the density of the moons is two half circles that reach into each other`() {
  #expect(
    picture(.moons) == [
      "                   ",
      "  ..###...         ",
      ".###....###..      ",
      "#.  ...   .##.     ",
      ".   .##.   .##.   .",
      "     .##.  ....  .#",
      "      ..###....###.",
      "         ..####..  ",
      "                   ",
    ])
}

@Test func `the density of the checkerboard has eight dark squares`() {
  #expect(
    picture(.checkerboard) == [
      "     ####     #### ",
      "     ####     #### ",
      " ####    #####     ",
      " ####    #####     ",
      " ####    #####     ",
      "     ####     #### ",
      "     ####     #### ",
      " ####    #####     ",
      " ####    #####     ",
    ])
}
