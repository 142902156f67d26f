import Canvas

@testable import Plots

/// The steps 1 to 1000 of a noise schedule.
let steps = (1...1000).map(Double.init)

/// The product of 1 - beta up to each step, of a linear and a scaled-linear schedule.
let linearSchedule = products { 1e-4 + (0.02 - 1e-4) * ($0 - 1) / 999 }
let scaledSchedule = products { step in
  let root = 0.01 + (0.02.squareRoot() - 0.01) * (step - 1) / 999
  return root * root
}

private func products(_ beta: (Double) -> Double) -> [Double] {
  var product = 1.0
  return steps.map { step in
    product *= 1 - beta(step)
    return product
  }
}

let schedules = LinePlot(
  "How much is left",
  series: [
    LinePlot.Series("linear", x: steps, y: linearSchedule),
    LinePlot.Series("scaled", x: steps, y: scaledSchedule),
  ],
  x: Axis("step t"), y: Axis("ᾱ"), cursors: [LinePlot.Cursor(400, label: "t = 400")])

let ratio = LinePlot(
  "", series: [LinePlot.Series("", x: steps, y: linearSchedule.map { $0 / (1 - $0) })],
  x: Axis("t"), y: Axis("SNR", scale: .log10))

/// Numbers that plots have stumbled over.
let hostileNumbers: [[Double]] = [
  [], [5], [0], [.nan], [.nan, .nan], [.infinity], [-.infinity, .infinity], [7, 7, 7],
  [1, .nan, 2, .infinity, -3], [-1e308, 1e308], [.greatestFiniteMagnitude],
  [-.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0], [.leastNonzeroMagnitude],
  [0, .leastNonzeroMagnitude], [1e-300 * 1e-10, 3e-300 * 1e-10], [1e9 - 1e-3, 1e9, 1e9 + 1e-3],
  [1, 1 + .ulpOfOne], [-1e-5, 1e-5], [0, -1, -2], [1e-9, 1e9], [-0.0, 0.0],
  [999_999.5, 1_000_000.5],
  [.leastNonzeroMagnitude, .greatestFiniteMagnitude], [123_456_789.123, 123_456_789.124],
]
