import Canvas
import Figures
import Notebook
import Testing

@testable import Lessons

extension [Effect] {
  fileprivate var computed: [FigureRequest] {
    compactMap { if case .compute(let request) = $0 { request } else { nil } }
  }
  fileprivate var stopped: [FigureRequest] {
    compactMap { if case .stop(let request) = $0 { request } else { nil } }
  }
}

extension Reading {
  fileprivate mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.keyPressed($0)) }
  }

  fileprivate func shows(_ text: String) -> Bool { view.lines.contains { $0.contains(text) } }
}

@Suite struct `A figure that takes long` {
  /// At a page with a figure that is still being computed.
  private func waiting() throws -> (reading: Reading, request: FigureRequest) {
    let catalog = try Catalog.lesson01()
    let page = try #require(catalog.entries[0].lesson.page(named: "too-few"))
    var reading = Reading(
      catalog, at: Reading.Location(lesson: 0, page: page), size: Size(columns: 80, rows: 24),
      look: Frames.Look(glyphs: .braille))
    let request = try #require(reading.start().computed.first)
    return (reading, request)
  }

  @Test func `says how much is done`() throws {
    var (reading, request) = try waiting()
    #expect(reading.shows("computing ...") && !reading.shows("%"))
    _ = reading.update(.advanced(request, share: 0.42))
    #expect(reading.shows("computing ... 42 %"))
    _ = reading.update(.advanced(request, share: 0.5, secondsLeft: 12.2))
    #expect(reading.shows("50 %, 13 s left"))
    _ = reading.update(.advanced(request, share: 0.5, secondsLeft: 140))
    #expect(reading.shows("50 %, 2 min left"))
    let outcome = try Reader.lesson01(at: "too-few").outcome(of: request)
    _ = reading.update(.computed(request, outcome))
    #expect(!reading.shows("computing"))
  }

  @Test func `keeps its old picture meanwhile`() throws {
    var (reading, request) = try waiting()
    let reader = try Reader.lesson01(at: "too-few")
    _ = reading.update(.computed(request, reader.outcome(of: request)))
    let again = try #require(reading.press(.tab, .character(">")).computed.first)
    #expect(reading.shows("T = 50") && !reading.shows("computing"))
    _ = reading.update(.advanced(again, share: 0.1))
    #expect(reading.shows("T = 50") && reading.shows("computing ... 10 %"))
  }

  /// A film of so many blank looks.
  private func film(_ count: Int, of outcome: Outcome) -> Outcome {
    var part = outcome
    part.frames = Frames(
      count: count, draw: { _, size, _ in Screen(size) }, spoken: { _ in "" },
      label: { "look \($0 + 1)" })
    return part
  }

  @Test func `shows what it has so far, and goes along while its timeline is at the end`() throws {
    var (reading, request) = try waiting()
    let outcome = try Reader.lesson01(at: "too-few").outcome(of: request).get()
    _ = reading.update(.shown(request, film(2, of: outcome)))
    // Scrolls the timeline into sight.
    _ = reading.press(.end)
    #expect(reading.shows("look 2"))
    _ = reading.update(.shown(request, film(3, of: outcome)))
    #expect(reading.shows("look 3"))
    _ = reading.press(.character(","))
    _ = reading.update(.shown(request, film(4, of: outcome)))
    #expect(reading.shows("look 2"))
    _ = reading.press(.end)
    _ = reading.update(.shown(request, film(5, of: outcome)))
    _ = reading.update(.computed(request, .success(film(5, of: outcome))))
    #expect(reading.shows("look 5") && !reading.shows("computing"))
  }

  @Test func `waits where Space holds it, goes on, and is ended by Esc with what there is`() throws
  {
    var (reading, request) = try waiting()
    let outcome = try Reader.lesson01(at: "too-few").outcome(of: request).get()
    _ = reading.update(.shown(request, film(3, of: outcome)))
    _ = reading.update(.advanced(request, share: 0.3))
    #expect(reading.press(.character(" ")) == [.hold(request)])
    #expect(reading.shows("held; Space goes on 30 %") && !reading.shows("computing"))
    #expect(reading.press(.character(" ")) == [.release(request)])
    #expect(reading.shows("computing ... 30 %"))
    #expect(reading.press(.escape) == [.stop(request)])
    #expect(!reading.shows("computing") && reading.shows("0 begins anew"))
    // What is left is a film like any other, to be played.
    _ = reading.press(.end)
    #expect(reading.shows("look 3") && reading.press(.character(" ")).isEmpty)
  }

  @Test func `is not held while its film is looked through`() throws {
    var (reading, request) = try waiting()
    let outcome = try Reader.lesson01(at: "too-few").outcome(of: request).get()
    _ = reading.update(.shown(request, film(3, of: outcome)))
    #expect(reading.press(.home, .character(" "), .escape).isEmpty)
  }

  @Test func `is stopped where another value is asked for, and what it was is not taken`() throws {
    var (reading, request) = try waiting()
    let effects = reading.press(.tab, .character(">"))
    #expect(effects.stopped == [request])
    #expect(effects.computed.map { $0.settings.integer("T") } == [100])
    _ = reading.update(.advanced(request, share: 0.9))
    #expect(!reading.shows("90 %"))
    _ = reading.update(
      .computed(request, try Reader.lesson01(at: "too-few").outcome(of: request)))
    #expect(reading.shows("computing ..."))
  }

  @Test func `is stopped where its page is left, and asked for again, as it was turned`() throws {
    var (reading, _) = try waiting()
    let turned = try #require(reading.press(.tab, .character(">")).computed.first)
    var effects: [Effect] = []
    // The page may need a key to its end first.
    for _ in 0..<4 where effects.stopped.isEmpty { effects = reading.press(.right) }
    #expect(effects.stopped == [turned])
    let back = reading.press(.left, .left, .left).computed
    #expect(back.contains(turned))
  }

  @Test func `is not stopped by moving within its page`() throws {
    var (reading, _) = try waiting()
    #expect(reading.press(.down, .up, .tab, .character("?"), .escape).stopped.isEmpty)
  }

  @Test func `starts anew where its parameters are reset`() throws {
    var (reading, request) = try waiting()
    let turned = try #require(reading.press(.tab, .character(">")).computed.first)
    let effects = reading.press(.character("0"))
    #expect(effects.stopped == [turned])
    #expect(effects.computed == [request])
  }
}
