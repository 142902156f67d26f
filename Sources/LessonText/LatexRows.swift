/// The rows of a LaTeX formula, cut at each `\\` that does not belong to an inner environment.
///
/// Of `\begin{aligned}…\end{aligned}` it is the rows inside. A `\\` in braces, in a comment or in
/// an environment within a row, as of `cases`, cuts nothing. An empty last row is left out.
package func latexRows(_ latex: String) -> [String] {
  var rows = LatexRows(latex)
  while rows.readNext() {}
  return rows.finish()
}

private struct LatexRows {
  private let bytes: [UInt8]
  private var offset = 0
  /// How many environments must be open where a `\\` cuts.
  private let outer: Int
  private var environments = 0
  private var braces = 0
  private var row: [UInt8] = []
  private var rows: [String] = []

  init(_ latex: String) {
    bytes = Array(latex.utf8)
    let start = bytes.firstIndex { !$0.isBlank } ?? 0
    outer = bytes[start...].starts(with: opening) ? 1 : 0
  }

  /// Reads one byte, command or comment; tells whether there was one.
  mutating func readNext() -> Bool {
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "%"): skipComment()
    case .backslash: readCommand()
    case UInt8(ascii: "{"): take(1, braces: 1)
    case UInt8(ascii: "}"): take(1, braces: -1)
    default: take(1)
    }
    return true
  }

  mutating func finish() -> [String] {
    endRow()
    if let last = rows.last, last.allSatisfy(\.isWhitespace) { rows.removeLast() }
    return rows
  }
}

private let opening = Array("\\begin{".utf8)
private let closing = Array("\\end{".utf8)

extension LatexRows {
  private mutating func take(_ count: Int, braces change: Int = 0) {
    braces = max(0, braces + change)
    row += bytes[offset..<min(bytes.count, offset + count)]
    offset += count
  }

  private mutating func skipComment() {
    offset = bytes[offset...].firstIndex(of: .newline) ?? bytes.count
  }

  private mutating func readCommand() {
    let rest = bytes[offset...]
    if rest.starts(with: opening) {
      readEnvironment(change: 1)
    } else if rest.starts(with: closing) {
      readEnvironment(change: -1)
    } else if rest.starts(with: [.backslash, .backslash]), environments == outer, braces == 0 {
      endRow()
      skipSpacing()
    } else {
      take(2)
    }
  }

  /// Reads `\begin{name}` or `\end{name}`; those of the outermost environment are in no row.
  private mutating func readEnvironment(change: Int) {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}")) else { return take(2) }
    let isOuter = outer == 1 && min(environments, environments + change) == 0
    environments = max(0, environments + change)
    if isOuter { offset = end + 1 } else { take(end + 1 - offset) }
  }

  /// Steps over `\\`, its star and its `[2pt]`.
  private mutating func skipSpacing() {
    offset += 2
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") { offset += 1 }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "[") else { return }
    if let end = bytes[offset...].prefix(20).firstIndex(of: UInt8(ascii: "]")) { offset = end + 1 }
  }

  private mutating func endRow() {
    rows.append(String(decoding: row, as: UTF8.self))
    row = []
  }
}
