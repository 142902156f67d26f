import Notebook
import OrderedJSON

extension Progress {
  init(_ tree: JSON) {
    self.init()
    reader = tree["reader"]?.text
    student = tree["student"]?.text
    if let lesson = tree["place"]?["lesson"]?.text, let page = tree["place"]?["page"]?.text {
      place = Place(lesson: lesson, page: page)
    }
    for (lesson, seen) in tree["lessons"]?.members ?? [] {
      guard let page = seen["page"]?.text else { continue }
      lessons[lesson] = Seen(page: page, pages: Set(seen["pages"]?.texts ?? []))
    }
    for (exercise, tried) in tree["exercises"]?.members ?? [] {
      exercises[exercise] = Tried(
        attempts: (tried["attempts"]?.items ?? []).compactMap(Attempt.init),
        hints: tried["hints"]?.integer ?? 0, hasGivenUp: tried["gave_up"]?.isTrue ?? false)
    }
  }
}

extension Attempt {
  init?(_ tree: JSON) {
    guard let kind = tree["kind"]?.text.flatMap(Kind.init), let answer = tree["answer"]?.text,
      let verdict = tree["verdict"]?.text
    else { return nil }
    self.init(
      kind, answer: answer, isRight: verdict == "right",
      misconception: tree["misconception"]?.text, at: tree["at"]?.integer ?? 0)
  }

  var json: JSON {
    .object([
      ("at", .integer(at)), ("kind", .text(kind.rawValue)), ("answer", .text(answer)),
      ("verdict", .text(isRight ? "right" : "wrong")), ("misconception", .optional(misconception)),
    ])
  }
}

extension JSON {
  /// The tree with a place, pages, and hints; attempts are added one by one.
  func storing(_ progress: Progress) -> JSON {
    var tree = self
    if let place = progress.place {
      tree = tree.with(
        "place", .object([("lesson", .text(place.lesson)), ("page", .text(place.page))]))
    }
    for (lesson, seen) in progress.lessons.sorted(by: { $0.key < $1.key }) {
      let stored = (tree["lessons"]?[lesson] ?? .empty)
        .with("page", .text(seen.page)).with("pages", .array(seen.pages.sorted().map(JSON.text)))
      tree = tree.with("lessons", lesson, stored)
    }
    for (exercise, tried) in progress.exercises.sorted(by: { $0.key < $1.key })
    where tried.hints > 0 || tried.hasGivenUp {
      let stored = (tree["exercises"]?[exercise] ?? .empty)
        .with("hints", .integer(tried.hints)).with("gave_up", .truth(tried.hasGivenUp))
      tree = tree.with("exercises", exercise, stored)
    }
    return tree
  }

  fileprivate var isTrue: Bool { if case .truth(true) = self { true } else { false } }
}
