import Canvas
import Figures
import Notebook
import Testing

@Suite struct `What a page shows is taken away` {
  @Test(
    arguments: [
      ("alpha", "", "noisebook open noise-schedule/alpha"),
      ("recursion.2", "", "noisebook open noise-schedule/recursion.2"),
      ("too-few", "", "noisebook run noise-schedule/shortened --set T=50"),
      (
        "by-hand", "",
        "noisebook run noise-schedule/schedule --set schedule=custom --set show=table"
      ),
      ("compare", "", "noisebook run noise-schedule/compare"),
      ("too-few", "0>0", "noisebook run noise-schedule/shortened --set T=50"),
    ])
  func `as a command`(page: String, keys: String, command: String) throws {
    var reader = try Reader.lesson01(at: page, columns: 100)
    reader.press(keys + "c")
    #expect(reader.asked.last == .copy(command))
    #expect(reader.footer == "  \(command)")
  }

  @Test func `as a command that keeps only what counts`() throws {
    var reader = try Reader.lesson01(at: "by-hand")
    reader.press(.tab, .tab, .enter, .control("u"))
    reader.press("0.3,0.4")
    reader.press(.enter)
    #expect(reader.reading.commandLine.hasSuffix("--set betas=0.3,0.4 --set show=table"))
    reader.press(.shiftTab)
    reader.press(">")
    #expect(reader.reading.commandLine == "noisebook run noise-schedule/schedule --set show=table")
  }

  @Test func `as a file`() throws {
    var reader = try Reader.lesson01(at: "too-few")
    reader.press("s")
    #expect(reader.footer == "  Save as (.txt .csv .json): shortened.txt")
    reader.press(.control("u"))
    reader.press("ends.csv")
    reader.press(.enter)
    guard case .saveFigure(let request, let picture, let path)? = reader.asked.last else {
      Issue.record("nothing was to be saved")
      return
    }
    #expect(path == "ends.csv")
    #expect(request.figure == "shortened" && request.settings.integer("T") == 50)
    #expect(picture.size == Size(columns: 80, rows: 24))
    #expect(picture.lines.contains { $0.contains("T = 50: 0.603") })
  }

  @Test func `as a file, and is told of it`() throws {
    var reader = try Reader.lesson01(at: "too-few")
    reader.hear(.figureSaved(path: "ends\u{1B}.csv"))
    #expect(reader.footer == "  Saved as ends\u{FFFD}.csv.")
    reader.hear(.figureNotSaved("Not saved. /x: No space left on device."))
    #expect(reader.footer == "  Not saved. /x: No space left on device.")
    reader.hear(.progressNotSaved("Your place is not being saved."))
    #expect(reader.footer == "  Your place is not being saved.")
    reader.press("j")
    #expect(reader.footer.contains("q quit"))
  }

  @Test func `only where there is a figure`() throws {
    var reader = try Reader.lesson01(at: "alpha")
    reader.press("s")
    #expect(reader.footer == "  There is no figure on this page.")
    var other = try Reader.lesson01(at: "too-few")
    other.press("s")
    other.press(.control("u"), .enter)
    #expect(!other.asked.contains { if case .saveFigure = $0 { true } else { false } })
  }
}
