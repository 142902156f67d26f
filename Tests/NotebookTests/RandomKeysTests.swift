import Canvas
import Figures
import LessonText
import Lessons
import Notebook
import Testing

/// Draws that are equal in every run.
private struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private let keys: [Key] =
  [
    .left, .right, .up, .down, .shiftLeft, .shiftRight, .pageUp, .pageDown, .home, .end, .enter,
    .enter, .backspace, .delete, .tab, .tab, .shiftTab, .escape, .function(1), .control("l"),
    .control("u"), .control("a"), .mouse(.wheelDown, column: 1, row: 1),
    .mouse(.wheelUp, column: 999, row: -1), .mouse(.click, column: 0, row: 0),
  ] + "hjklgGtnNqcsm?/<>><00123456789.,+-= abetax".map { Key.character($0) }

private let odd = "é漢\u{1B}\u{0}\u{202E}👩‍👩‍👧\u{301}\u{FEFF}".map { Key.character($0) }

@Suite(.timeLimit(.minutes(10))) struct `Any keys at any size` {
  @Test(arguments: 0..<18)
  func `leave a whole picture of the asked size, without control characters`(seed: Int) throws {
    var draws = Draws(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let glyphs: GlyphSet = [.braille, .block, .ascii][seed % 3]
    let known = glyphs == .ascii ? keys : keys + odd
    var reading = Reading(
      try .lesson01(), at: seed % 2 == 0 ? nil : .init(lesson: 0, page: 15),
      size: Size(columns: 80, rows: 24), look: Frames.Look(glyphs: glyphs))
    var waiting = requests(reading.start())
    for _ in 0..<40 {
      switch Int.random(in: 0..<20, using: &draws) {
      case 0: _ = reading.update(.resized(size(&draws)))
      case 1...4 where !waiting.isEmpty:
        let index = Int.random(in: 0..<waiting.count, using: &draws)
        let request = waiting.remove(at: index)
        _ = reading.update(.computed(request, outcome(of: request, reading.catalog)))
      default:
        let key = known[Int.random(in: 0..<known.count, using: &draws)]
        waiting += requests(reading.update(.keyPressed(key)))
      }
      expectWhole(reading)
    }
  }

  private func expectWhole(_ reading: Reading) {
    let view = reading.view
    #expect(
      view.size == Size(columns: max(0, reading.size.columns), rows: max(0, reading.size.rows)))
    for scalar in view.lines.joined().unicodeScalars {
      let isSafe = scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
      guard isSafe, reading.look.glyphs != .ascii || scalar.isASCII else {
        Issue.record("U+\(String(scalar.value, radix: 16)) is on the screen.")
        return
      }
    }
    guard let cursor = view.cursor else { return }
    #expect((0..<view.size.columns).contains(cursor.column))
    #expect((0..<view.size.rows).contains(cursor.row))
  }

  private func size(_ draws: inout Draws) -> Size {
    let columns = [0, 1, 39, 40, 60, 80, 100, 120, 150]
    let rows = [0, 1, 9, 10, 24, 40]
    return Size(
      columns: columns.randomElement(using: &draws) ?? 80,
      rows: rows.randomElement(using: &draws) ?? 24)
  }

  private func requests(_ effects: [Effect]) -> [FigureRequest] {
    effects.compactMap { if case .compute(let request) = $0 { request } else { nil } }
  }

  private func outcome(
    of request: FigureRequest, _ catalog: Catalog
  ) -> Result<Outcome, FigureError> {
    let entry = catalog.entries.first { $0.lesson.id == request.lesson }
    guard let figure = entry?.figure(named: request.figure) else { return .failure(.unfit("none")) }
    do throws(FigureError) {
      return .success(try figure.compute(request.settings))
    } catch {
      return .failure(error)
    }
  }
}
