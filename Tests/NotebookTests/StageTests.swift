import Canvas
import Figures
import Notebook
import Testing

/// A film of eleven frames: a point that goes across, labelled by its place.
private let film = Frames(
  count: 11,
  draw: { frame, size, look in
    var screen = Screen(size)
    let column = frame * (size.columns - 1) / 10
    screen.write(String(repeating: ".", count: size.columns), column: 0, row: 0)
    screen.write(look.glyphs.isUnicode ? "◆" : "#", column: column, row: size.rows - 1)
    return screen
  },
  spoken: { "frame \($0)" }, label: { "t = \($0 * 100)" })

private let still = Frames(
  draw: { _, size, _ in
    var screen = Screen(size)
    screen.write("a picture", column: 0, row: 0)
    return screen
  }, spoken: { _ in "a picture" })

private func stage(
  _ frames: Frames = film, columns: Int = 80, rows: Int = 24, glyphs: GlyphSet = .braille,
  isLooping: Bool = false
) -> Stage {
  Stage(
    title:
      "lesson/figure  A point that goes across, and has a title that is longer than the screen",
    frames: frames, look: Frames.Look(glyphs: glyphs), size: Size(columns: columns, rows: rows),
    isLooping: isLooping, pace: 10)
}

extension Stage {
  @discardableResult
  fileprivate mutating func press(_ keys: Key...) -> [Effect] {
    keys.reduce([]) { $0 + update(.keyPressed($1)) }
  }

  fileprivate mutating func press(_ characters: String) {
    for character in characters { press(.character(character)) }
  }

  fileprivate mutating func pass(_ seconds: Double) { _ = update(.ticked(seconds: seconds)) }

  fileprivate var timeline: String { view.lines[view.size.rows - 2] }
  fileprivate var hint: String { view.lines.last ?? "" }
}

@Suite struct `A stage` {
  @Test func `shows title, figure, timeline and keys`() {
    var stage = stage()
    stage.pass(0.45)
    #expect(
      stage.view.lines == [
        " lesson/figure  A point that goes across, and has a title that is longer than …",
        " " + String(repeating: ".", count: 78),
      ] + Array(repeating: "", count: 18) + [
        String(repeating: " ", count: 31) + "◆",
        "",
        " ▶ t = 400       ━━━━━━━━━━━━━━━━━━━━●─────────────────────────────── 1x",
        " Space pause   . , step   r back   Home End   + - speed   ? help   q quit",
      ])
  }

  @Test func `is ASCII alone where that is asked for`() {
    var stage = stage(columns: 40, rows: 8, glyphs: .ascii)
    stage.press(".")
    #expect(
      stage.view.lines == [
        " lesson/figure  A point that goes ac...",
        " " + String(repeating: ".", count: 38),
        "",
        "",
        "    #",
        "",
        " = t = 100       =o---------- 1x",
        " Space play   r back   ? help   q quit",
      ])
  }

  @Test func `names the keys of what stands still`() {
    #expect(
      stage(still, columns: 40, rows: 6).view.lines == [
        " lesson/figure  A point that goes acro…", " a picture", "", "", "",
        " This figure stands still.   q quit",
      ])
    #expect(stage(still).tickInterval == nil)
  }

  @Test(arguments: [20, 24, 30, 40, 60, 80, 200])
  func `says how to get help and how to quit at every width`(columns: Int) {
    #expect(stage(columns: columns).hint.hasSuffix("? help   q quit"))
  }

  @Test func `plays from the start, holds, steps and comes back to the same picture`() {
    var stage = stage()
    #expect(stage.tickInterval == 0.1)
    stage.pass(0.3)
    #expect(stage.timeline.hasPrefix(" ▶ t = 300 "))
    stage.press(" ")
    #expect(stage.tickInterval == nil)
    let held = stage.view
    stage.pass(5)
    #expect(stage.view == held)
    stage.press(".")
    #expect(stage.timeline.hasPrefix(" ‖ t = 400 "))
    stage.press(",")
    #expect(stage.view == held)
    stage.press(.end)
    #expect(stage.timeline.hasPrefix(" ‖ t = 1000 "))
    stage.press("r")
    #expect(stage.timeline.hasPrefix(" ◀ t = 1000 "))
    stage.pass(0.7)
    #expect(stage.view.lines.dropLast(2) == held.lines.dropLast(2))
  }

  @Test func `names speed and loop`() {
    var stage = stage(isLooping: true)
    #expect(stage.timeline.hasSuffix(" 1x loop"))
    stage.press("+++++++")
    #expect(stage.timeline.hasSuffix(" 8x loop"))
    stage.press("-------")
    #expect(stage.timeline.hasSuffix(" 1/8x loop"))
    stage.press("o")
    #expect(stage.timeline.hasSuffix(" 1/8x"))
  }

  @Test func `opens its help over the figure and closes it at any key`() {
    var stage = stage()
    stage.press(" ")
    let before = stage.view
    stage.press("?")
    #expect(stage.view.lines.contains { $0.hasSuffix(". ,            one frame on or back") })
    #expect(stage.press(.character("q")) == [])
    #expect(stage.view == before)
  }

  @Test func `asks for what only the world can do`() {
    var stage = stage()
    #expect(stage.press(.control("l")) == [.redraw])
    #expect(stage.press(.character("m"), .character("m")) == [.setMouse(true), .setMouse(false)])
    #expect(stage.press(.character("q")) == [.quit])
  }
}

@Suite struct `The line of a stage` {
  /// Of 80 columns the bar has those from 17 to 68, and stands in the last row but one.
  @Test(arguments: [
    (17, 0), (68, 10), (43, 5), (22, 1), (0, 0), (79, 10), (16, 0), (5000, 10), (-3, 0),
  ])
  func `is dragged and clicked to a frame`(column: Int, frame: Int) {
    for mouse in [Key.Mouse.click, .drag] {
      var stage = stage()
      stage.press(.mouse(mouse, column: column, row: 22))
      #expect(stage.player.frame == frame)
      #expect(!stage.player.isPlaying)
    }
  }

  @Test(arguments: 0..<11) func `is where its own knob is clicked`(frame: Int) throws {
    var stage = stage()
    for _ in 0..<frame { stage.press(".") }
    let knob = try #require(Array(stage.timeline).firstIndex(of: "●"))
    stage.press(.home, .mouse(.click, column: knob, row: 22))
    #expect(stage.player.frame == frame)
  }

  @Test func `is alone in taking the mouse`() {
    var stage = stage()
    for row in [0, 12, 21, 23, 24, -1] { stage.press(.mouse(.click, column: 43, row: row)) }
    stage.press(.mouse(.wheelDown, column: 43, row: 22))
    #expect(stage.player.frame == 0)
    #expect(stage.player.isPlaying)
  }
}

@Suite struct `A stage of any size` {
  @Test(arguments: [(19, 24), (80, 4), (1, 1), (0, 0), (-7, 3), (200, 1)])
  func `asks for room where there is too little`(columns: Int, rows: Int) {
    let view = stage(columns: columns, rows: rows).view
    #expect(view.size == Size(columns: max(0, columns), rows: max(0, rows)))
    if rows > 0, columns > 0 {
      #expect(view.lines[0] == String("too small; q quits".prefix(columns)))
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `is whole, and takes every key and the mouse`(glyphs: GlyphSet) {
    var stage = stage(glyphs: glyphs, isLooping: true)
    let before = stage.view
    for columns in [0, 1, 2, 19, 20, 21, 28, 33, 79, 300] {
      for rows in [0, 1, 4, 5, 6, 25, 90] {
        _ = stage.update(.resized(Size(columns: columns, rows: rows)))
        stage.press(" r.,+-?xo?om")
        stage.press(.home, .mouse(.click, column: columns / 2, row: rows - 2), .end, .escape)
        stage.pass(0.1)
        #expect(stage.view.size == Size(columns: columns, rows: rows))
      }
    }
    stage.press(.home)
    _ = stage.update(.resized(Size(columns: 80, rows: 24)))
    #expect(stage.view.lines.dropLast(2) == before.lines.dropLast(2))
  }
}
