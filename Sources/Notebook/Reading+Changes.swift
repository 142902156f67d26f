import LessonText
import Lessons

/// Going on while the lessons' author writes.
extension Reading {
  /// Shows lessons that were read anew: the same page at the same row, with what was turned and
  /// answered, as far as it is still there.
  mutating func goOn(in changed: Catalog) -> [Effect] {
    let (old, row, chosenBefore) = (catalog, scroll, chosen)
    let (id, pageID) = (lesson.id, page.id)
    guard !changed.entries.isEmpty else { return [] }
    catalog = changed
    place.lesson = changed.index(named: id) ?? min(place.lesson, changed.entries.count - 1)
    place.page = lesson.page(named: pageID) ?? min(place.page, pages.count - 1)
    figures = kept(from: old)
    judgements = [:]
    search = Search()
    layouts.forget()
    var effects: [Effect] = []
    if case .contents(let selected) = mode {
      mode = .contents(selected: min(selected, max(0, contentsRows.count - 1)))
    } else {
      effects = arrive()
    }
    scroll = min(row, scrollLimit)
    chosen = chosenBefore.flatMap { knobs.indices.contains($0) ? $0 : nil }
    notice = "The lessons have been read anew."
    return effects
  }

  /// The figures that their author left as they were, by their new keys.
  private func kept(from old: Catalog) -> [FigureKey: FigureState] {
    var kept: [FigureKey: FigureState] = [:]
    for (key, state) in figures where old.entries.indices.contains(key.lesson) {
      let before = old.entries[key.lesson].lesson
      guard let index = catalog.index(named: before.id),
        let reference = before.reference(named: key.reference),
        let now = catalog.entries[index].lesson.reference(named: key.reference),
        reference.isDrawn(as: now)
      else { continue }
      kept[FigureKey(lesson: index, reference: key.reference)] = state
    }
    return kept
  }
}

extension Lesson {
  fileprivate func reference(named id: String) -> FigureReference? {
    steps.lazy.flatMap(\.figures).first { $0.id == id }
  }
}

extension FigureReference {
  /// Whether another asks for the same picture, wherever it stands.
  fileprivate func isDrawn(as other: FigureReference) -> Bool {
    figure.text == other.figure.text
      && settings.map(\.name) == other.settings.map(\.name)
      && settings.map(\.value) == other.settings.map(\.value)
  }
}
