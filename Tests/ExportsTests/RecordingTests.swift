import Canvas
import Exports
import Foundation
import Testing

private func picture(_ rows: [String], _ style: Style = .plain) -> Screen {
  var screen = Screen(Size(columns: 12, rows: rows.count))
  for (row, text) in rows.enumerated() { screen.write(text, column: 0, row: row, style: style) }
  return screen
}

/// A terminal just clever enough for what a recording writes: places, looks, characters.
private struct Replay {
  private(set) var rows: [[Character]]
  private var column = 0
  private var row = 0

  init(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func play(_ output: String) {
    var rest = Substring(output)
    while let character = rest.first {
      rest = rest.dropFirst()
      guard character == "\u{1B}" else {
        rows[row][column] = character
        column += character.cellWidth
        continue
      }
      let sequence = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(sequence.count)
      let final = rest.removeFirst()
      if final == "H" {
        let numbers = sequence.dropFirst().split(separator: ";").compactMap { Int($0) }
        (row, column) = (numbers[0] - 1, numbers[1] - 1)
      }
    }
  }

  var text: [String] {
    rows.map { row in
      String(String(row).reversed().drop { $0 == " " }.reversed())
    }
  }
}

@Suite struct `A recording` {
  private func cast() -> Asciicast {
    var cast = Asciicast(
      title: "Ring \"1\"", size: Size(columns: 12, rows: 2), depth: .palette)
    cast.show(picture(["abc", "一二 x"]), at: 0)
    cast.show(picture(["abd", "二一 x"], Style(.palette(33), .bold)), at: 0.05)
    cast.show(picture(["", "x"]), at: 0.1)
    cast.end(at: 1.1)
    return cast
  }

  @Test func `is the same file every time`() {
    #expect(cast().text == cast().text)
  }

  @Test func `is a line of JSON for the header and for each event, with times that rise`() throws {
    let lines = cast().text.split(separator: "\n")
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 12)
    #expect(header["title"] as? String == "Ring \"1\"")
    var last = -1.0
    for line in lines.dropFirst() {
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      let time = try #require(event[0] as? Double)
      #expect(time >= last)
      last = time
      #expect(event[1] as? String == "o")
    }
  }

  @Test func `shows each picture when it is played`() throws {
    var replay = Replay(columns: 12, rows: 2)
    let pictures = [["abc", "一 二  x"], ["abd", "二 一  x"], ["", "x"]]
    let events = try cast().text.split(separator: "\n").dropFirst().map { line in
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      return event?[2] as? String ?? ""
    }
    for (output, wanted) in zip(events, pictures) {
      replay.play(output.replacingOccurrences(of: "\u{1B}[2J", with: ""))
      #expect(replay.text == wanted)
    }
  }
}

@Suite struct `An SVG drawing` {
  @Test func `is well-formed and holds every word of the picture`() throws {
    var screen = picture(["a < b & c", "", "\"x\""], Style(.palette(29), [.bold, .underline]))
    screen.write("rev", column: 8, row: 2, style: .reverse)
    let text = screen.svg(title: "T & t")
    let parser = XMLTexts()
    #expect(parser.parse(text))
    #expect(parser.texts.contains("a < b & c"))
    #expect(parser.texts.contains("\"x\""))
    #expect(parser.texts.contains("rev"))
  }
}

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The contents of `text` elements, if the drawing is well-formed XML.
private final class XMLTexts: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var isText = false

  func parse(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    isText = name == "text"
    if isText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { texts[texts.count - 1] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { isText = false }
}
