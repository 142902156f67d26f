import LessonText

extension Catalog {
  /// The built-in lesson of that name alone, or all of them where none has it.
  ///
  /// A file's name is its lesson's number and id, so the other texts need not be read: else they
  /// would be most of the time from a command to its picture.
  package static func builtIn(only name: String) throws(CatalogError) -> Catalog {
    let wanted = embeddedLessons.first { file, _ in
      let stem = file.hasSuffix(".md") ? file.dropLast(3) : file[...]
      let number = stem.prefix { $0.isNumber }
      return isName(
        name, ofLesson: String(stem.dropFirst(number.count + 1)), number: String(number))
    }
    guard let wanted else { return try builtIn() }
    var catalog = Catalog(entries: [])
    _ = try catalog.add(name: wanted.name, text: wanted.text, origin: .builtIn(name: wanted.name))
    return catalog
  }

  /// A lesson by its id, its number, or both: `posterior`, `05`, `5`, `05-posterior`.
  package func entry(named name: String) throws(CatalogError) -> Entry {
    guard let index = index(named: name) else {
      let ids = entries.map(\.lesson.id)
      throw .unknownLesson(name, nearest: nearest(name, in: ids), known: ids)
    }
    return entries[index]
  }

  package func index(named name: String) -> Int? {
    entries.firstIndex {
      Self.isName(name, ofLesson: $0.lesson.id, number: $0.lesson.number)
    }
  }

  private static func isName(_ name: String, ofLesson id: String, number: String) -> Bool {
    let count = Int(number)
    return name == id || name == "\(number)-\(id)" || (count != nil && Int(name) == count)
  }
}
