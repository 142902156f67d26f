import Timing

// Does what it is told, a line each, and answers with the seconds that it took: by the clock, and of
// the processor. `step 32 100` are a hundred training steps on batches of 32.

var works = try Works()
while let line = readLine() {
  let words = line.split(separator: " ")
  guard let count = words.last.flatMap({ Int($0) }) else { break }
  let time = Stopwatch.time { (0..<count).reduce(0) { sum, _ in sum + works.number(of: words) } }
  print(time.passed, time.processor)
  flush()
}
