import CCells

/// The parts of figures.py: what all cells share, and a function for each figure.
///
/// A part begins with a comment `# part NAME: NEEDED, NEEDED`, a figure's with its full name.
struct PythonCells {
  private let parts: [(name: String, needs: [String], text: String)]

  init() {
    let bytes = UnsafeBufferPointer(start: cells_bytes(), count: cells_count())
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  init(_ source: String) {
    var parts: [(name: String, needs: [String], text: String)] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# part ") {
        let words = line.dropFirst(7).split(separator: ":", maxSplits: 1)
        let needs = words.count > 1 ? words[1].split { $0 == "," || $0 == " " } : []
        parts.append((String(words[0]), needs.map(String.init), ""))
      } else if !parts.isEmpty {
        parts[parts.count - 1].text += line + "\n"
      }
    }
    self.parts = parts
  }

  /// The code that computes a figure's numbers, nil where there is none.
  func code(of figure: String) -> String? {
    parts.first { $0.name == figure }.map { $0.text.trimmed }
  }

  /// What figures need, each part once and after those that it needs itself.
  func shared(by figures: [String]) -> String {
    var (names, texts) = (Set<String>(), [String]())
    func take(_ name: String) {
      guard let part = parts.first(where: { $0.name == name }), names.insert(name).inserted else {
        return
      }
      part.needs.forEach(take)
      texts.append(part.text.trimmed)
    }
    take("start")
    for figure in figures { parts.first { $0.name == figure }?.needs.forEach(take) }
    return texts.joined(separator: "\n\n\n")
  }
}
