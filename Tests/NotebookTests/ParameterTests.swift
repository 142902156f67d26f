import Canvas
import Figures
import Testing

@testable import Notebook

@Suite struct `A parameter` {
  @Test func `is chosen by Tab, marked by brackets, and turned`() throws {
    var reader = try Reader.lesson01(at: "too-few")
    #expect(reader.shows(" T 50   beta_start 0.0001   beta_end 0.02"))
    reader.press(.tab)
    #expect(reader.shows("[T 50]  beta_start 0.0001   beta_end 0.02"))
    #expect(reader.footer.contains("< > turn   Enter type   0 reset"))
    reader.press(">")
    #expect(reader.shows("[T 100]"))
    #expect(reader.shows("┊ T = 100: 0.364"))
    reader.press(.shiftLeft, .shiftLeft)
    #expect(reader.shows("[T 20]"))
    reader.press(.shiftTab)
    #expect(reader.shows("[beta_end 0.02]"))
    reader.press(.tab, .tab)
    #expect(reader.shows("[beta_start 0.0001]"))
    reader.press(.escape)
    #expect(!reader.shows("[beta_start"))
  }

  @Test func `is typed in a line, and a wrong value keeps the line and says why`() throws {
    var reader = try Reader.lesson01(at: "too-few")
    reader.press(.tab, .enter)
    #expect(reader.footer == "  T = 50")
    #expect(reader.lines[22] == "  Enter takes it, Esc leaves it, Ctrl-U clears the line.")
    reader.press("1q")
    reader.press(.enter)
    #expect(reader.footer == "  T = 1q")
    #expect(reader.lines[22] == #"  T can't be "1q"; give a whole number from 1 to 10000."#)
    reader.press(.backspace)
    #expect(reader.lines[22] != #"  T can't be "1q"; give a whole number from 1 to 10000."#)
    reader.press("000")
    reader.press(.enter)
    #expect(reader.shows("[T 1000]"))
    #expect(reader.shows("T = 1000: 4.04e-5"))
  }

  @Test func `is left as it was by Escape`() throws {
    var reader = try Reader.lesson01(at: "too-few")
    reader.press(.tab, .enter)
    reader.press("00")
    reader.press(.escape)
    #expect(reader.shows("[T 50]"))
  }

  @Test func `comes back to the lesson's own value, and stays chosen`() throws {
    var reader = try Reader.lesson01(at: "remedy")
    let before = reader.body
    reader.press(.tab, .tab, .tab)
    reader.press(">>>")
    #expect(reader.shows("[beta_start 0.02]"))
    reader.press("0")
    #expect(reader.shows("[beta_start 0.002]"))
    reader.press(.escape)
    #expect(reader.body == before)
  }

  @Test func `that another one makes void is not shown, and the chosen one stays chosen`() throws {
    var reader = try Reader.lesson01(at: "linear")
    reader.press(.tab)
    reader.press("<")
    #expect(reader.shows("[schedule custom]  betas 0.1,0.2,0.5   show roots"))
    reader.press("<")
    #expect(reader.shows("[schedule cosine]  T 1000   show roots"))
    reader.press(.tab, .tab)
    #expect(reader.shows("[show roots]"))
    reader.press("0")
    #expect(reader.shows("schedule linear"))
    #expect(reader.shows("[show roots]"))
  }

  @Test func `of the lesson does not forbid another schedule`() throws {
    // The page sets T = 50, and then the betas themselves.
    for (page, turned) in [("remedy", "<"), ("by-hand", ">")] {
      var reader = try Reader.lesson01(at: page)
      reader.press(.tab)
      for _ in 0..<4 {
        reader.press(turned)
        #expect(!reader.picture.contains("leave T out") && !reader.picture.contains("set that too"))
      }
    }
  }

  @Test(arguments: ["T = 7", "", "0.1;0.2", "-1", "1e400", "0.1,,2", "0.1,1", "nan", "é"])
  func `of wrong betas says what is allowed`(text: String) throws {
    var reader = try Reader.lesson01(at: "by-hand", glyphs: .ascii)
    reader.press(.tab, .tab, .enter, .control("u"))
    reader.press(text)
    reader.press(.enter)
    #expect(reader.shows("betas can't be"))
    #expect(reader.lines[22].hasSuffix("by commas."))
    #expect(reader.lines[0...22].joined().allSatisfy { $0.isASCII })
  }

  @Test func `is not there on a page without a figure`() throws {
    var reader = try Reader.lesson01(at: "alpha")
    reader.press(.tab)
    #expect(reader.footer == "  There is nothing to turn on this page.")
    reader.press(">")
    #expect(reader.footer == "  There is nothing to turn on this page.")
    reader.press("0<")
    reader.press(.enter)
    #expect(reader.header.hasSuffix(" 6/26"))
  }

  @Test func `that is turned while the figure is being computed counts, the older result not`()
    throws
  {
    var reading = try Reader.lesson01(at: "too-few").reading
    _ = reading.update(.keyPressed(.tab))
    let requests = [Key.character(">"), .character(">")].flatMap { key in
      reading.update(.keyPressed(key)).compactMap { effect in
        if case .compute(let request) = effect { request } else { nil }
      }
    }
    #expect(requests.map { $0.settings.integer("T") } == [100, 200])
    let reader = try Reader.lesson01(at: "too-few")
    for request in requests.reversed() {
      _ = reading.update(.computed(request, reader.outcome(of: request)))
    }
    #expect(reading.view.lines.contains { $0.contains("[T 200]") })
    #expect(reading.view.lines.contains { $0.contains("T = 200") })
  }

  @Test func `whose figure fails has the sentence in the figure's place`() throws {
    var reading = try Reader.lesson01(at: "too-few").reading
    _ = reading.update(.keyPressed(.tab))
    for case .compute(let request) in reading.update(.keyPressed(.character(">"))) {
      _ = reading.update(.computed(request, .failure(.unfit("The machine is too small."))))
    }
    #expect(reading.view.lines.contains { $0.contains("The machine is too small.") })
    #expect(reading.view.lines.contains { $0.contains("[T 100]") })
  }
}
