import Figures
import Foundation
import LessonText
import OrderedJSON
import Testing

@testable import Exports
@testable import Lessons

private let lesson = """
  ---
  id: mine
  minutes: 5
  goals: [a]
  ---
  # Mine & yours

  A sentence with $\\alpha_t = 1-\\beta_t$ and a *mark*, 2 < 3.

  <!-- step
  id: formula
  -->
  ## A formula

  $$
  \\bar\\alpha_t = \\prod_{i=1}^t \\alpha_i
  $$

  | a | b |
  |--:|:--|
  | 1 | $x_t$ |

  <!-- step
  id: figure
  -->
  ## A figure

  ```figure
  id: film
  figure: forward-process/cloud
  set: {schedule: custom, betas: "0.1,0.2,0.5", samples: "20"}
  caption: Play *it*.
  ```

  ```figure
  id: numbers
  figure: noise-schedule/schedule
  set: {schedule: custom, betas: "0.1,0.2,0.5"}
  ```

  <!-- step
  id: ask
  -->
  ## A question

  ```exercise
  id: ask
  kind: choice
  level: recall
  asks: "Is `</script>` or <b>1</b> < 2?"
  choices:
    - {id: a, text: yes, right: yes, says: Yes.}
    - {id: b, text: no, says: No.}
  hints: [Look again.]
  solution: Yes.
  ```

  """

private func entry() throws -> Catalog.Entry {
  var catalog = Catalog(entries: [])
  _ = try catalog.add(name: "20-mine.md", text: lesson, origin: .file(path: "20-mine.md"))
  return try #require(catalog.entries.first)
}

@Suite struct `A lesson as Markdown` {
  @Test func `has its text, its verdicts, and what its figures show`() throws {
    let text = try entry().markdown
    #expect(text.hasPrefix("# Mine & yours\n"))
    #expect(text.contains("A sentence with $\\alpha_t = 1-\\beta_t$ and a *mark*, 2 \\< 3."))
    #expect(text.contains("$$\n\\bar\\alpha_t = \\prod_{i=1}^t \\alpha_i\n$$\n\n*✓ "))
    #expect(text.contains("| a | b |\n| --: | :-- |\n| 1 | $x_t$ |"))
    #expect(text.contains("`alpha_bar_T` = 0.36"))
    #expect(text.contains("noisebook play forward-process/cloud --set schedule=custom"))
    #expect(text.contains("<details><summary>Hint 1 of 1</summary>\n\nLook again."))
  }

  /// What is written reads as what it was: the writer escapes what the reader would take for marks.
  @Test func `reads back as the same blocks`() throws {
    let source =
      "Words * and _ and ` and [x] \\ $5.\n\n- one\n- two\n  more\n\n> quoted\n\n1. a\n2. b\n"
    let (first, _) = Document.read(source, directives: false)
    let (second, _) = Document.read(MarkdownText().text(first.blocks), directives: false)
    #expect(first.blocks.map(\.words) == second.blocks.map(\.words))
  }
}

extension Block {
  /// What it says, without places.
  fileprivate var words: String {
    switch content {
    case .paragraph(let inlines): inlines.plainText
    case .list(let items, let start):
      "\(start ?? 0): " + items.map { $0.map(\.words).joined() }.joined(separator: "|")
    case .quote(let blocks): "> " + blocks.map(\.words).joined()
    default: "?"
    }
  }
}

@Suite struct `A lesson as a web page` {
  @Test func `is well-formed and loads nothing`() throws {
    let html = try entry().html
    let body = try #require(html.firstRange(of: "<body>")).lowerBound
    // HTML's void elements are closed for the reader of XML; scripts are left out.
    var xml = String(html[body...].prefix(through: html.endIndex(before: "</html>")))
    for void in ["<br>", "<hr>"] { xml = xml.replacing(void, with: void.dropLast() + "/>") }
    xml = xml.replacing(/<input([^>]*)>/) { "<input\($0.output.1)/>" }
    xml = xml.replacing(/[ ](hidden|data-moves)/) { " \($0.output.1)=\"\"" }
    xml = xml.replacing(/<script[^>]*>[\s\S]*?<\/script>/, with: "")
    xml = xml.replacing("&#8249;", with: "").replacing("&#8250;", with: "")
    let parser = XMLDocumentCheck()
    #expect(parser.isWellFormed(xml), "\(parser.problem)")
    #expect(!html.contains("src="))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func `sets formulas as MathML that says them too`() throws {
    let html = try entry().html
    #expect(
      html.contains(
        "<munderover><mo>∏</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>t</mi></munderover>"))
    #expect(
      html.contains("<mover accent=\"true\"><mi>α</mi><mo stretchy=\"false\">\u{AF}</mo></mover>"))
    #expect(html.contains("alttext=\"alpha bar t equals"))
  }

  @Test func `has films that play without a network`() throws {
    let html = try entry().html
    let start = try #require(html.firstRange(of: "<script type=\"application/json\">"))
    let rest = html[start.upperBound...]
    let end = try #require(rest.firstRange(of: "</script>"))
    let film = try JSON(reading: Array(rest[..<end.lowerBound].utf8))
    let rows = (film["rows"]?.items ?? []).compactMap(\.text)
    #expect(!rows.isEmpty)
    let frames = try #require(film["frames"]?.items)
    #expect(frames.count == 4)
    #expect(film["labels"]?.items?.count == 4 && film["words"]?.items?.count == 4)
    for frame in frames {
      #expect(frame.items?.allSatisfy { rows.indices.contains($0.integer ?? -1) } == true)
    }
    #expect(Set(rows).count == rows.count)
  }

  @Test func `shows what an author typed and never runs it`() throws {
    let html = try entry().html
    #expect(html.contains("Is <code>&lt;/script&gt;</code> or 1 &lt; 2?"))
  }
}

/// Whether a text is XML.
private final class XMLDocumentCheck {
  var problem = ""

  func isWellFormed(_ text: String) -> Bool {
    var open: [String] = []
    for match in text.matches(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)([^<>]*?)(\/?)>/) {
      let (isEnd, name, isEmpty) = (
        !match.output.1.isEmpty, String(match.output.2), !match.output.4.isEmpty
      )
      if isEmpty { continue }
      guard isEnd else {
        open.append(name)
        continue
      }
      guard open.popLast() == name else {
        problem = "</\(name)> closes nothing"
        return false
      }
    }
    problem = "open: \(open)"
    let marks = text.replacing(/<\/?[A-Za-z][^<>]*>/, with: "")
    if marks.contains("<") { problem = "a stray <" }
    return open.isEmpty && !marks.contains("<")
  }
}

extension String {
  fileprivate func endIndex(before text: String) -> Index {
    firstRange(of: text).map { index(before: $0.lowerBound) } ?? index(before: endIndex)
  }
}

@Suite struct `A lesson as a Jupyter notebook` {
  private func cells() throws -> [JSON] {
    let notebook = try JSON(reading: Array(try entry().jupyter.utf8))
    #expect(notebook["nbformat"]?.integer == 4 && notebook["nbformat_minor"]?.integer == 5)
    return try #require(notebook["cells"]?.items)
  }

  @Test func `has cells of the format 4.5, each with an id of its own`() throws {
    let cells = try cells()
    let ids = cells.compactMap { $0["id"]?.text }
    #expect(ids.count == cells.count && Set(ids).count == ids.count)
    for id in ids {
      #expect(id.count <= 64 && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" })
    }
    for cell in cells where cell["cell_type"]?.text == "code" {
      #expect(cell["outputs"]?.items?.isEmpty == true)
    }
  }

  @Test func `has code for its figures, with the numbers to compare with`() throws {
    let sources = try cells().filter { $0["cell_type"]?.text == "code" }
      .map { ($0["source"]?.items ?? []).compactMap(\.text).joined() }
    #expect(sources.count == 3)
    #expect(sources[0].contains("class Schedule"))
    #expect(sources[2].contains("\"alpha_bar_T\": 0.36"))
    #expect(sources[2].contains("agree_table(tables[\"schedule\"]"))
  }

  @Test func `takes of figures.py what a figure needs, once and in order`() {
    let cells = PythonCells(
      "# part start\na\n# part x\nb\n# part y: x\nc\n# part l/f: y, x\nd\n# part l/g\ne\n")
    #expect(cells.shared(by: ["l/f", "l/f"]) == "a\n\n\nb\n\n\nc")
    #expect(cells.code(of: "l/f") == "d")
    #expect(cells.code(of: "l/h") == nil)
  }
}
