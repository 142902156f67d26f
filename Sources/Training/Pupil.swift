import Networks
import RealModule

/// What a small network has learned while a reader waits, and how it goes on.
struct Pupil: Sendable {
  /// How many steps it will take.
  let steps: Int
  private(set) var parameters: Parameters
  /// The moving average of the parameters, which answers best.
  private(set) var average: MovingAverage
  private var optimiser: AdamW
  private let rate: Double
  private(set) var taken = 0

  /// `rate` is that of learning at its highest.
  init(_ fresh: Parameters, steps: Int, rate: Double) {
    (parameters, self.steps, self.rate) = (fresh, steps, rate)
    average = MovingAverage(of: fresh, rate: 0.99)
    optimiser = AdamW(for: fresh, rate: rate, decay: 0)
  }

  /// One step down the slope of a loss that was made of the parameters on a tape.
  mutating func step(down loss: Variable, _ tape: Tape, _ placed: Parameters.Placed) {
    taken += 1
    // A short warm-up, then half a cosine down to zero.
    let warm = min(1, Double(taken) / 50)
    optimiser.rate = rate * warm * 0.5 * (1 + .cos(.pi * Double(taken) / Double(steps)))
    optimiser.step(&parameters, parameters.gradients(tape.gradients(of: loss), placed))
    average.add(parameters)
  }
}
