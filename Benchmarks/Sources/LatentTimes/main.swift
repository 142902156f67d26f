import Diffusion
import Lessons
import Timing

// Times the sampling of digits among pixels and among latents, decoding included, in turn; prints
// seconds a digit and their ratio as one JSON object. Arguments: digits at once (50), steps (25),
// turns (9).

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
func number(_ index: Int, else standard: Int) -> Int {
  numbers.indices.contains(index) ? numbers[index] : standard
}
let (digits, steps, turns) = (number(0, else: 50), number(1, else: 25), number(2, else: 9))

let sampler = try Sampler(
  .linear(steps: 1000), steps: steps, spacing: .trailing, noise: .eta(0))
let race = try LatentRace(sampler, count: digits, seed: 1)

func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }

var (pixels, latents): ([Stopwatch], [Stopwatch]) = ([], [])
for turn in 0...turns {
  func drawPixels() -> Stopwatch { .time { race.drawPixels().values.reduce(0, +) } }
  func drawLatents() -> Stopwatch { .time { race.drawLatents().values.reduce(0, +) } }
  let first = turn.isMultiple(of: 2) ? drawPixels() : nil
  let latent = drawLatents()
  let pixel = first ?? drawPixels()
  // The first turn warms up.
  if turn > 0 { (pixels, latents) = (pixels + [pixel], latents + [latent]) }
}

func seconds(_ turns: [Stopwatch], _ part: KeyPath<Stopwatch, Double>) -> Double {
  median(turns.map { $0[keyPath: part] }) / Double(digits)
}
let ratios = zip(pixels, latents).map { $0.processor / $1.processor }
let lines = [
  ("digits", Double(digits)), ("steps", Double(steps)),
  ("pixels, seconds of the processor a digit", seconds(pixels, \.processor)),
  ("latents, seconds of the processor a digit", seconds(latents, \.processor)),
  ("times as fast by the processor, median", median(ratios)),
  ("least of the turns", ratios.min() ?? .nan), ("most of the turns", ratios.max() ?? .nan),
  (
    "times as fast by the clock, median", median(zip(pixels, latents).map { $0.passed / $1.passed })
  ),
]
print("{\n" + lines.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}")
