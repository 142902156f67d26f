package import LessonText

/// What is read at once: a step, or a step whose derivation is shown up to a line.
package struct Page: Hashable, Sendable {
  /// The step's id; for the second line of a derivation and those after it `id.2`, `id.3`.
  package let id: String
  /// Which step of the lesson.
  package let step: Int
  package let title: String
  /// How many lines of the step's derivations are shown; nil where there are none.
  package let shownLines: Int?
}

extension Lesson {
  /// The lesson's pages: a step each, and a line each of a derivation.
  package var pages: [Page] {
    steps.enumerated().flatMap { index, step -> [Page] in
      let count = step.derivationLines
      guard count > 0 else {
        return [Page(id: step.id, step: index, title: step.title, shownLines: nil)]
      }
      return (1...count).map { line in
        let id = line == 1 ? step.id : "\(step.id).\(line)"
        return Page(id: id, step: index, title: step.title, shownLines: line)
      }
    }
  }

  /// A page by its id, or by its number from 1.
  package func page(named name: String) -> Int? {
    let pages = pages
    if let index = pages.firstIndex(where: { $0.id == name }) { return index }
    guard let number = Int(name), (1...pages.count).contains(number) else { return nil }
    return number - 1
  }
}

extension Step {
  /// The elements that are shown once so many lines of the step's derivations are, with the lines
  /// that a derivation shows; nil shows all.
  ///
  /// What follows a derivation waits until all of it is shown.
  func shownElements(lines: Int?) -> [(index: Int, element: Element, lines: Int)] {
    var shown: [(index: Int, element: Element, lines: Int)] = []
    var rest = lines ?? .max
    for (index, element) in elements.enumerated() {
      guard case .derivation(let derivation) = element else {
        shown.append((index, element, 0))
        continue
      }
      guard rest > 0 else { break }
      shown.append((index, element, min(rest, derivation.lines.count)))
      rest -= derivation.lines.count
      if rest < 0 { break }
    }
    return shown
  }

  var derivationLines: Int {
    elements.reduce(0) { sum, element in
      if case .derivation(let derivation) = element { sum + derivation.lines.count } else { sum }
    }
  }
}
