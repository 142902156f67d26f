import Exports
import Figures
import LessonText
import Lessons
import Notebook

/// A demo that is run by time alone, as fast as it can be drawn.
struct DemoRecording {
  private var demo: Demo
  private let catalog: Catalog

  /// Twenty pictures a second; an item without a time of its own stays for eight seconds.
  private static let pause = 0.05
  private static let usual = 8.0

  init(_ demo: Demo, _ catalog: Catalog) {
    (self.demo, self.catalog) = (demo.timed(seconds: Self.usual), catalog)
  }

  /// The recording's text, with a marker at each item.
  func written(to empty: Asciicast) throws -> String {
    var (demo, cast, marked) = (demo, empty, -1)
    try compute(demo.start(), for: &demo)
    var steps = 0
    while !demo.isOver {
      let seconds = Double(steps) * Self.pause
      if demo.index != marked, !demo.isCounting {
        marked = demo.index
        cast.mark(demo.item.title, at: seconds)
      }
      cast.show(demo.view, at: seconds)
      try compute(demo.update(.ticked(seconds: Self.pause)), for: &demo)
      steps += 1
    }
    cast.end(at: Double(steps) * Self.pause + 1)
    return cast.text
  }

  private func compute(_ effects: [Effect], for demo: inout Demo) throws {
    for case .compute(let request) in effects {
      guard let figure = catalog.figure(of: request) else { continue }
      do throws(FigureError) {
        let outcome = try figure.compute(request.settings, seed: request.seed)
        _ = demo.update(.computed(request, .success(outcome)))
      } catch {
        throw Failure.usage(error.description)
      }
    }
  }
}
