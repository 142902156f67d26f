import Canvas
import Diffusion
import Exports
import Lessons
import Plots
import Probability

// Prints the median time of some work inside the rooms, in milliseconds, as one JSON object.

let size = Size(columns: 80, rows: 24)

func curve(of count: Int) -> LinePlot {
  var generator = CounterGenerator(seed: 1)
  let y = (0..<count).map { _ in generator.nextUniform() }
  return LinePlot("uniform", series: [LinePlot.Series("u", x: (0..<count).map(Double.init), y: y)])
}

var times: [Measured] = []
for count in [1000, 100_000, 1_000_000] {
  let plot = curve(of: count)
  times.append(
    Measured("line plot of \(count) points, 80x24, to text", repeats: count > 10_000 ? 15 : 101) {
      plot.draw(size, glyphs: .braille, depth: .none).text(depth: nil).utf8.count
    })
}
times.append(
  Measured("cosine schedule of 10000 steps", repeats: 31) {
    (try? Schedule.cosine(steps: 10_000))?.steps ?? 0
  })
times.append(
  Measured("every lesson read", repeats: 31) { (try? Catalog.builtIn())?.entries.count ?? 0 })
times.append(
  Measured("every formula and claim of the lessons judged", repeats: 5) {
    (try? Catalog.builtIn())?.entries.reduce(0) { $0 + $1.verification.count } ?? 0
  })
print("{\n" + times.map(\.line).joined(separator: ",\n") + "\n}")
