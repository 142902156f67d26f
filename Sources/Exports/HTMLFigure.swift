import Canvas
import Figures
import LessonText
import OrderedJSON

/// A figure in a page: its first frame as a drawing, and what it takes to play the others.
///
/// Rows that frames share are written once: axes and titles do not move.
struct HTMLFigure {
  let figure: ExportedFigure
  private let shown: [Int]
  private let pictures: [Screen]
  private let text = HTMLText()

  /// Of a long timeline so many frames are taken, evenly, both ends among them.
  private static let most = 48

  init(_ figure: ExportedFigure) {
    self.figure = figure
    let count = figure.outcome.frames.count
    shown =
      count <= Self.most
      ? Array(0..<count)
      : (0..<Self.most).map { $0 * (count - 1) / (Self.most - 1) }
    pictures = shown.map { figure.picture(frame: $0, depth: .palette) }
  }

  /// Which of the frames that were taken is shown first.
  private var first: Int {
    let first = figure.outcome.frames.first
    return shown.lastIndex { $0 <= first } ?? 0
  }

  private var frames: Frames { figure.outcome.frames }
  private var id: String { figure.reference.id.shown }

  var html: String {
    """
    <figure id="\(id)"\(frames.isMoving ? " data-moves" : "")>
    \(drawing)
    \(frames.isMoving ? controls : "")
    <figcaption>\(caption)</figcaption>
    \(numbers)
    </figure>
    """
  }

  private var drawing: String {
    let size = pictures[first].svgSize
    return """
      <svg viewBox="0 0 \(size.width) \(size.height)" role="img" \
      aria-label="\(frames.spoken(frame: shown[first]).shown)">
      <rect width="100%" height="100%" rx="6" fill="#16181d"/>
      <g font-family="'DejaVu Sans Mono', ui-monospace, Menlo, Consolas, monospace" \
      font-size="15" fill="#d8dbe2" xml:space="preserve">\(pictures[first].svgRows.joined())</g>
      </svg>
      """
  }

  private var controls: String {
    """
    <div class="controls" hidden>
    <button type="button" class="play" aria-pressed="false">Play</button>
    <button type="button" class="back" aria-label="One frame back">&#8249;</button>
    <button type="button" class="on" aria-label="One frame on">&#8250;</button>
    <input type="range" min="0" max="\(shown.count - 1)" value="\(first)" aria-label="Time">
    <output>\(frames.label(frame: shown[first]).shown)</output>
    </div>
    <script type="application/json">\(film)</script>
    """
  }

  /// All frames, each as the numbers of its rows.
  private var film: String {
    var (rows, places) = ([String](), [String: Int]())
    let lines = pictures.map { picture in
      JSON.array(
        picture.svgRows.map { row in
          let place = places[row] ?? rows.count
          if place == rows.count {
            places[row] = place
            rows.append(row)
          }
          return .integer(place)
        })
    }
    let film = JSON.object([
      ("rows", .array(rows.map(JSON.text))), ("frames", .array(lines)),
      ("labels", .array(shown.map { .text(frames.label(frame: $0).visible) })),
      ("words", .array(shown.map { .text(frames.spoken(frame: $0).visible) })),
    ])
    // A script ends where its closing tag stands, even within a string.
    return film.line.replacing("</", with: "<\\/")
  }

  private var caption: String {
    let words = figure.reference.caption.map { text.sentence($0) } ?? figure.figure.title.shown
    return words + " <code>\(figure.command.shown)</code>"
  }

  /// The values, and the first table by its ends.
  private var numbers: String {
    let values = figure.numbers.map {
      "<tr><th scope=\"row\">\($0.name.shown)</th><td>\($0.text)</td></tr>"
    }
    let list = values.isEmpty ? "" : "<table class=\"values\">\(values.joined())</table>"
    guard let table = figure.outcome.tables.first else { return list }
    return list
      + "<details><summary>Table \(table.name.shown), \(table.cells.count) rows</summary>"
      + "\(table.html)</details>"
  }
}

extension Table {
  fileprivate var html: String {
    let header = columns.map { "<th scope=\"col\">\($0.shown)</th>" }.joined()
    let ends = cells.count <= 24 ? cells : Array(cells.prefix(12) + cells.suffix(12))
    let rows = ends.map { row in tag("tr", row.map { tag("td", $0.html) }.joined()) }
    return "<table><thead><tr>\(header)</tr></thead><tbody>\(rows.joined(separator: "\n"))"
      + "</tbody></table>"
  }
}

extension Table.Cell {
  fileprivate var html: String {
    switch self {
    case .number(let number): number.short(significant: 6)
    case .word(let word): word.shown
    }
  }
}
