import Canvas
import Testing

@testable import Notebook

@Suite struct `The symbols of a page` {
  @Test func `are shown with meaning, unit, value and the page that defined them`() throws {
    var reader = try Reader.lesson01(at: "recursion")
    reader.press("w")
    #expect(reader.shows("Symbols on this page"))
    #expect(reader.shows("share of the picture's variance left after t steps"))
    for _ in 0..<20 where !reader.shows("> ᾱₜ") { reader.press(.down) }
    #expect(reader.shows("Unit: between 0 and 1; 1 at t = 0"))
    #expect(reader.shows("0.36 at t = 3 of betas 0.1, 0.2, 0.5"))
    #expect(reader.shows("From: 01 The noise schedule"))
    reader.press(.escape)
    #expect(!reader.shows("Symbols on this page"))
  }

  @Test func `lead to the page that defined them`() throws {
    var reader = try Reader.lesson01(at: "snr-back")
    reader.press("w")
    for _ in 0..<20 where !reader.shows("> ᾱₜ") { reader.press(.down) }
    reader.press(.enter)
    #expect(!reader.shows("Symbols on this page"))
    #expect(reader.shows("ᾱₜ"))
  }

  @Test func `have a map behind them, from beta to the sample`() throws {
    var reader = try Reader.lesson01(at: "start")
    reader.press("W")
    #expect(reader.shows("From beta to the sample"))
    #expect(reader.shows("> βₜ"))
    #expect(reader.shows("αₜ = 1 - βₜ"))
    reader.press(.end)
    #expect(reader.shows("Made of:"))
    reader.press(.tab, .tab, .character("q"))
  }

  @Test func `fit a small screen, in ASCII too`() throws {
    var reader = try Reader.lesson01(at: "recursion", columns: 40, rows: 10, glyphs: .ascii)
    reader.press("w")
    #expect(reader.shows("Symbols on this page"))
    reader.press("W")
    for _ in 0..<20 { reader.press(.down) }
    #expect(reader.shows("From beta to the sample"))
  }
}
