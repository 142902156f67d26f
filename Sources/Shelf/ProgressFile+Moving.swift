import Notebook
import OrderedJSON

/// Taking progress away and from one machine to another.
extension ProgressFile {
  /// The file's text, whole, as another machine imports it.
  package func exported() throws(ProgressError) -> [UInt8] {
    let tree = try stored().with("schema", .integer(Self.schema))
    return Array("\(tree.description)\n".utf8)
  }

  /// Adds another machine's progress to this one's: pages and attempts of both, each once.
  ///
  /// - Parameters:
  ///   - bytes: the text of a progress file.
  ///   - source: its path, for messages.
  /// - Throws: that it is none; then nothing is changed.
  package func add(exported bytes: [UInt8], from source: String) throws(ProgressError) {
    let other: JSON
    do throws(ProgressError) {
      other = try JSON(progress: bytes, of: source)
    } catch {
      throw .unimportable(source, isNewer: error == .newer(source))
    }
    try change { tree in
      let joined = tree.joined(with: other.with("place", tree["place"] ?? other["place"]))
      return joined.sortingAttempts
    }
  }

  /// Forgets all progress, or that of one lesson with these exercises; what was is kept beside.
  package func reset(lesson: String? = nil, exercises: [String] = []) throws(ProgressError) {
    try change { tree throws(ProgressError) in
      let bytes = Array("\(tree.description)\n".utf8)
      try putAside("before-reset") { (try? writeFile(bytes, to: $0, isPrivate: true)) != nil }
      guard let lesson else {
        return JSON.empty.with("reader", tree["reader"]).with("student", tree["student"])
      }
      let isThere = tree["place"]?["lesson"]?.text == lesson
      var kept = isThere ? tree.with("place", nil) : tree
      if kept["lessons"] != nil { kept = kept.with("lessons", lesson, nil) }
      for exercise in exercises where kept["exercises"] != nil {
        kept = kept.with("exercises", exercise, nil)
      }
      return kept
    }
  }
}

extension JSON {
  /// Attempts of two machines in the order of their time.
  fileprivate var sortingAttempts: JSON {
    (self["exercises"]?.members ?? []).reduce(self) { tree, member in
      guard let attempts = member.value["attempts"]?.items else { return tree }
      let sorted = attempts.enumerated().sorted { one, other in
        let times = (one.element["at"]?.integer ?? 0, other.element["at"]?.integer ?? 0)
        return times.0 == times.1 ? one.offset < other.offset : times.0 < times.1
      }.map(\.element)
      return tree.with("exercises", member.key, member.value.with("attempts", .array(sorted)))
    }
  }
}
