import Diffusion
import Networks
import Probability
import Training

/// What network-times.py does too.
///
///     step N      a training step of tiny-diffusion's network on a batch of N (32 or 256)
///     sampling    1,000 points in 50 steps by that network
///     unet        a training step of the U-Net of lesson 09 on 32 glyphs
///     product     two matrices of 1,024 by 1,024, multiplied
///
/// tiny-diffusion's network has three layers of 128 with shortcuts, 99,074 numbers; T is 50.
struct Works {
  private var trainings: [Int: NoiseTraining]
  private var glyphs: GlyphTraining
  private let schedule: Schedule
  private let network = NoiseNetwork()
  private let sampler: Sampler
  private let starts: Points2D
  private let square: Tensor

  init() throws {
    schedule = try Schedule.linear(steps: 50)
    let (network, schedule) = (network, schedule)
    // As many steps as may be asked for.
    let all = 1_000_000_000
    trainings = Dictionary(
      uniqueKeysWithValues: [32, 256].map { batch in
        let plan = TrainingPlan(steps: all, batch: batch)
        let data = ToyData.moons.distribution
        return (batch, NoiseTraining(network, on: data, schedule, plan: plan))
      })
    glyphs = try GlyphTraining(steps: all, batch: 32)
    sampler = Sampler(schedule, visiting: Array(1...50), noise: .eta(1))
    var generator = CounterGenerator(seed: 1)
    starts = generator.normalPoints(1000)
    square = Tensor(normal: [1024, 1024], deviation: 1, using: &generator)
  }

  /// Does one of it; the number depends on all that was done.
  mutating func number(of words: [Substring]) -> Double {
    switch words.first {
    case "step": return Int(words[1]).flatMap { trainings[$0]?.next()?.loss } ?? .nan
    case "sampling":
      let denoiser = TrainedDenoiser(network, network.fresh, schedule, learned: schedule)
      // In parts, as the figures of the lessons are made.
      return inParallel(4) { [sampler, starts] part in
        let some = starts.part(250 * part..<250 * (part + 1))
        return ReverseWalk(sampler, denoiser, from: some, place: 250 * part, seed: 1)
          .reduce(0) { $1.next.xs[0] }
      }.reduce(0, +)
    case "unet": return glyphs.next()?.loss ?? .nan
    case "product":
      let tape = Tape()
      return Double(tape.constant(square).linear(tape.constant(square), nil).value.values[0])
    default: return .nan
    }
  }
}
