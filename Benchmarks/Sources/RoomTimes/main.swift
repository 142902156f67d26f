import Canvas
import Diffusion
import Exports
import Lessons
import Plots
import Probability

// Prints the median time of some work inside the rooms, in milliseconds, as one JSON object; with an
// argument, of the work alone whose name begins so.

let wanted = CommandLine.arguments.dropFirst().first ?? ""
let size = Size(columns: 80, rows: 24)

func curve(of count: Int) -> LinePlot {
  var generator = CounterGenerator(seed: 1)
  let y = (0..<count).map { _ in generator.nextUniform() }
  return LinePlot("uniform", series: [LinePlot.Series("u", x: (0..<count).map(Double.init), y: y)])
}

/// Points of the standard normal distribution in the plane.
func cloud(of count: Int) -> Scatter {
  var generator = CounterGenerator(seed: 1)
  let points = Gaussian2D(x: .standard, y: .standard).draw(count, using: &generator)
  return Scatter(series: [Scatter.Series(x: points.xs, y: points.ys)])
}

func time(_ name: String, repeats: Int, _ work: () -> Int) -> Measured? {
  name.hasPrefix(wanted) ? Measured(name, repeats: repeats, work) : nil
}

func time(_ name: String, _ picture: some Picture, repeats: Int) -> Measured? {
  time(name, repeats: repeats) {
    picture.draw(size, glyphs: .braille, depth: .none).text(depth: nil).utf8.count
  }
}

var times: [Measured?] = []
for count in [1000, 100_000, 1_000_000] {
  times.append(
    time(
      "line plot of \(count) points, 80x24, to text", curve(of: count),
      repeats: count > 10_000 ? 15 : 101))
}
times.append(
  time("scatter plot of 1000000 points, 80x24, to text", cloud(of: 1_000_000), repeats: 15))
times.append(
  time("cosine schedule of 10000 steps", repeats: 31) {
    (try? Schedule.cosine(steps: 10_000))?.steps ?? 0
  })
times.append(
  time("every lesson read", repeats: 31) { (try? Catalog.builtIn())?.entries.count ?? 0 })
times.append(
  time("every formula and claim of the lessons judged", repeats: 5) {
    (try? Catalog.builtIn())?.entries.reduce(0) { $0 + $1.verification.count } ?? 0
  })
print("{\n" + times.compactMap { $0?.line }.joined(separator: ",\n") + "\n}")
