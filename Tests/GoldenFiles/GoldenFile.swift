import Foundation

/// A picture kept in a folder `Golden` beside its test, to be compared with what is drawn today.
///
/// With `DRAW_GOLDEN` in the environment it is written instead: `scripts/draw-golden`.
package struct GoldenFile {
  private let file: URL

  package init(_ name: String, beside test: String = #filePath) {
    file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  }

  /// The first row that is not as it was drawn, with both forms of it; nil where all are.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["DRAW_GOLDEN"] != nil {
      try write(text)
      return nil
    }
    let drawn = try String(contentsOf: file, encoding: .utf8)
    guard drawn != text else { return nil }
    let rows = (rows(of: drawn), rows(of: text))
    let place = zip(rows.0, rows.1).prefix { $0 == $1 }.count
    let was = place < rows.0.count ? rows.0[place] : "no row"
    let now = place < rows.1.count ? rows.1[place] : "no row"
    return "\(file.lastPathComponent), row \(place + 1):\nwas \(was)\nis  \(now)"
  }

  private func rows(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
