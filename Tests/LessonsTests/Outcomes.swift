import Canvas
import Figures

extension Outcome {
  /// A value by its name; not a number where there is none.
  subscript(name: String) -> Double { values.first { $0.name == name }?.value ?? .nan }

  /// A frame in ASCII.
  func picture(_ size: Size = Size(columns: 70, rows: 16), frame: Int = 0) -> Screen {
    frames.draw(size, frame: frame, look: Frames.Look(glyphs: .ascii))
  }
}
