import Canvas
import Diffusion
import Figures
import Lessons
import Timing

// Prints as JSON how long frames of the samplers' films take to open, in milliseconds of the
// processor, all threads together: on more processors than one a frame comes sooner. For every data
// set 5,000 points, 1,000 steps, every frame of the film, asked for from the last to the first.
// A frame is opened twice, and the least counts, since others may use the machine.

/// A sampler's figure, with settings of its own.
struct Film {
  let lesson: String
  let figure: String
  let given: [(name: String, text: String)]

  static let all = [
    Film(lesson: "ddpm", figure: "sample", given: []),
    Film(lesson: "ddpm", figure: "sampling", given: []),
    Film(lesson: "ddim", figure: "sample", given: [("steps", "1000")]),
  ]
}

func sorted(_ frames: Frames) -> [Double] {
  let indices = Array(stride(from: 0, to: frames.count, by: max(1, frames.count / 101)).reversed())
  let turns = (0..<2).map { _ in indices.map { milliseconds(frames, $0) } }
  return indices.indices.map { index in turns.map { $0[index] }.min() ?? 0 }.sorted()
}

func milliseconds(_ frames: Frames, _ frame: Int) -> Double {
  1000
    * Stopwatch.time {
      let look = Frames.Look(glyphs: .braille)
      let screen = frames.draw(Size(columns: 200, rows: 46), frame: frame, look: look)
      return Double(screen.size.columns + frames.label(frame: frame).utf8.count)
    }.processor
}

var lines: [String] = []
for film in Film.all {
  guard let figure = Figure.all(of: film.lesson).first(where: { $0.name == film.figure }) else {
    continue
  }
  for data in ToyData.allCases {
    let settings = try figure.settings(
      given: [("data", data.rawValue), ("samples", "5000")] + film.given)
    let frames = try figure.compute(settings).frames
    let times = sorted(frames)
    lines.append(
      "  \"\(film.lesson)/\(film.figure) of \(data.rawValue)\": {\"frames\": \(times.count), "
        + "\"median\": \(times[times.count / 2]), \"most\": \(times[times.count - 1])}")
  }
}
print("{\n" + lines.joined(separator: ",\n") + "\n}")
