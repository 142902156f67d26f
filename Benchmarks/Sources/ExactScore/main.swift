import Timing

// Reads lines `WORK POINTS STEPS MODES` and does each work once; prints the seconds that passed and
// the seconds of the processor. `exact-score` asks, and chooses how many processors there are.

while let line = readLine() {
  let words = line.split(separator: " ")
  let sizes = words.dropFirst().compactMap { Int($0) }
  guard words.count == 4, sizes.count == 3, let work = Work(rawValue: String(words[0])) else {
    print("say: \(Work.allCases.map(\.rawValue).joined(separator: "|")) POINTS STEPS MODES")
    continue
  }
  let time = Stopwatch.time { work.done(points: sizes[0], steps: sizes[1], modes: sizes[2]) }
  print("\(time.passed) \(time.processor)")
  flush()
}
