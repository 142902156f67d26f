package import Canvas
import Typesetting

extension Screen {
  /// The picture as an SVG drawing of its cells, on a dark ground, for documents and slides.
  ///
  /// Each run of one look is a text of its own whose length is fixed, so that columns stay in line
  /// whatever font the viewer has.
  package func svg(title: String) -> String {
    let (width, height) = svgSize
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)">
      <title>\(title.visible.escapedXML)</title>
      <style>text { white-space: pre }</style>
      <rect width="100%" height="100%" rx="6" fill="#16181d"/>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
      font-size="15" fill="#d8dbe2" xml:space="preserve">

      """
    return text + svgRows.joined() + "</g>\n</svg>\n"
  }

  /// Width and height of the drawing, in units of its view box.
  var svgSize: (width: Int, height: Int) { (size.columns * 9 + 24, size.rows * 18 + 24) }

  /// The rows of the drawing, each the elements of its looks.
  var svgRows: [String] {
    (0..<size.rows).map { row in looks(of: row).map { $0.element(row: row) }.joined() }
  }

  /// The stretches of a row that look alike, without those that show nothing.
  private func looks(of row: Int) -> [Look] {
    var looks: [Look] = []
    for (column, cell) in self[row: row].enumerated() where cell.width > 0 {
      let width = Int(cell.width)
      if var last = looks.last, last.style == cell.style, last.column + last.width == column {
        last.text.append(cell.character)
        last.width += width
        looks[looks.count - 1] = last
      } else {
        looks.append(
          Look(column: column, width: width, text: String(cell.character), style: cell.style))
      }
    }
    return looks.filter(\.isVisible)
  }
}

private struct Look {
  let column: Int
  var width: Int
  var text: String
  let style: Style

  private var isReverse: Bool { style.attributes.contains(.reverse) }

  var isVisible: Bool {
    !text.allSatisfy { $0 == " " } || style.background != .standard || isReverse
      || style.attributes.contains(.underline)
  }

  func element(row: Int) -> String {
    let left = 12 + column * 9
    let top = 12 + row * 18
    let front = isReverse ? style.background.hex ?? "#16181d" : style.foreground.hex
    let back = isReverse ? style.foreground.hex ?? "#d8dbe2" : style.background.hex
    var element = ""
    if let back {
      element +=
        "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width * 9)\" height=\"18\" fill=\"\(back)\"/>\n"
    }
    guard !text.allSatisfy({ $0 == " " }) else { return element }
    var attributes = "x=\"\(left)\" y=\"\(top + 14)\" textLength=\"\(width * 9)\""
    if let front { attributes += " fill=\"\(front)\"" }
    if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if style.attributes.contains(.dim) { attributes += " opacity=\"0.65\"" }
    if style.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    return element + "<text \(attributes)>\(text.escapedXML)</text>\n"
  }
}

extension Color {
  fileprivate var hex: String? {
    guard let (red, green, blue) = rgb else { return nil }
    return "#"
      + [red, green, blue].map { value in
        let digits = String(value, radix: 16)
        return digits.count < 2 ? "0\(digits)" : digits
      }.joined()
  }
}
