import Diffusion
import Networks
import Probability

/// Noisy points of random steps, with the noise in each and the class of its clean point.
struct LabelledExamples: Sendable {
  let noisy: Points2D
  let steps: [Int]
  let noise: Points2D
  let labels: [Int]

  /// Draws of a batch; equal generators give equal examples.
  init(
    _ count: Int, of data: any Distribution2D, _ schedule: Schedule,
    using generator: inout CounterGenerator
  ) {
    let starts = data.draw(count, using: &generator)
    let steps = (0..<count).map { _ in schedule.drawStep(using: &generator) }
    let noise = generator.normalPoints(count)
    noisy = Points2D(
      steps.indices.map { index in
        let (start, noise) = (starts.points[index], noise[index])
        return Point2D(
          x: schedule.jump(start.x, to: steps[index], noise: noise.x),
          y: schedule.jump(start.y, to: steps[index], noise: noise.y))
      })
    (self.steps, self.noise, labels) = (steps, noise, starts.labels)
  }
}

extension Points2D {
  /// One row a point: [count, 2].
  var asRows: Tensor {
    Tensor([count, 2], zip(xs, ys).flatMap { [Float($0), Float($1)] })
  }

  /// Points of such rows.
  init(rows: Tensor) {
    let numbers = rows.values
    self.init(
      xs: stride(from: 0, to: numbers.count, by: 2).map { Double(numbers[$0]) },
      ys: stride(from: 1, to: numbers.count, by: 2).map { Double(numbers[$0]) })
  }
}
