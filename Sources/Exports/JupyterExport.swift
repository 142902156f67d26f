import Figures
import LessonText
package import Lessons
import OrderedJSON

extension Catalog.Entry {
  /// The lesson as a Jupyter notebook of the format 4.5.
  ///
  /// Its code is plain Python with numpy, computes the figures' numbers again, and stops where one
  /// differs from what noisebook printed.
  package var jupyter: String { LessonCells(entry: self).notebook.description + "\n" }
}

/// The cells of a lesson's notebook, each with an id that stays.
private struct LessonCells {
  let entry: Catalog.Entry
  private let python = PythonCells()

  var notebook: JSON {
    let text = LessonMarkdown(entry: entry)
    let pages = entry.lesson.steps.map { (id: $0.id, parts: text.parts(of: $0)) }
    let figures = pages.flatMap { $0.parts.compactMap { $0.figure?.name } }
    let first = markdown(text.heading, id: "title")
    let setup = [code(python.shared(by: figures), id: "functions")]
    return .object([
      ("cells", .array([first] + setup + pages.flatMap { cells($0.parts, page: $0.id) })),
      (
        "metadata",
        .object([
          (
            "kernelspec",
            .object([
              ("display_name", .text("Python 3")), ("language", .text("python")),
              ("name", .text("python3")),
            ])
          ),
          ("language_info", .object([("name", .text("python"))])),
        ])
      ),
      ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
    ])
  }

  /// The cells of a page: its text, broken at figures that can be computed again.
  private func cells(_ parts: [LessonMarkdown.Part], page: String) -> [JSON] {
    var (cells, text) = ([JSON](), [String]())
    func close() {
      let whole = text.filter { !$0.isEmpty }.joined(separator: "\n\n")
      text = []
      if !whole.isEmpty { cells.append(markdown(whole, id: "\(page)-\(cells.count)")) }
    }
    for part in parts {
      text.append(part.text)
      guard let figure = part.figure, let code = code(of: figure) else { continue }
      close()
      cells.append(self.code(code, id: "figure-\(figure.reference.id)"))
    }
    close()
    return cells
  }

  private func code(of figure: ExportedFigure) -> String? {
    guard let function = python.code(of: figure.name) else { return nil }
    let outcome = figure.outcome
    let given = outcome.settings.entries.map { "\(quoted($0.name)): \($0.value.python)" }
    let expected = outcome.values.filter { $0.value.isFinite }
      .map { "    \(quoted($0.name)): \($0.value)," }
    var lines = [
      "# \(figure.command)", function, "", "",
      "values, tables = figure({\(given.joined(separator: ", "))})",
    ]
    if !expected.isEmpty { lines += ["agree(values, {"] + expected + ["})"] }
    if let table = outcome.tables.first(where: {
      function.contains("\"\($0.name)\": {") || function.contains("\"\($0.name)\": table")
    }) {
      lines += table.comparison
    }
    return lines.joined(separator: "\n")
  }

  private func markdown(_ text: String, id: String) -> JSON {
    cell("markdown", text, id: id, [])
  }

  private func code(_ text: String, id: String) -> JSON {
    cell("code", text, id: id, [("execution_count", .null), ("outputs", .array([]))])
  }

  /// A cell; the format has at most 64 letters for its id.
  private func cell(
    _ kind: String, _ text: String, id: String, _ rest: [(key: String, value: JSON)]
  ) -> JSON {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let source = lines.enumerated().map { index, line in
      JSON.text(index + 1 < lines.count ? line + "\n" : String(line))
    }
    let short = id.count <= 64 ? id : String(id.prefix(40)) + String(id.suffix(24))
    let name = String(short.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    return .object(
      [
        ("cell_type", .text(kind)), ("id", .text(name)), ("metadata", .object([])),
      ] + rest + [("source", .array(source))])
  }
}

extension Table {
  /// The Python that compares some of its rows, both ends among them.
  fileprivate var comparison: [String] {
    let last = cells.count - 1
    guard last >= 0, cells.allSatisfy({ $0.allSatisfy { $0.number.isFinite } }) else { return [] }
    let places = Set([0, 1, last / 3, last / 2, last].filter { (0...last).contains($0) }).sorted()
    let rows = places.map { place in
      "    \(place): [\(self.rows[place].map { "\($0)" }.joined(separator: ", "))],"
    }
    let names = columns.map(quoted).joined(separator: ", ")
    return ["agree_table(tables[\(quoted(name))], [\(names)], {"] + rows + ["})"]
  }
}

extension Settings.Value {
  fileprivate var python: String {
    switch self {
    case .choice(let name): quoted(name)
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .reals(let values): "[\(values.map { "\($0)" }.joined(separator: ", "))]"
    }
  }
}

private func quoted(_ text: String) -> String { JSON.text(text).line }
