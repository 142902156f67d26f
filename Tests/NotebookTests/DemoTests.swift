import Canvas
import Figures
import LessonText
import Lessons
import Testing

@testable import Notebook

private let three = """
  title: A run
  items:
    - {id: first, title: One, figure: noise-schedule/compare, caption: Look., seconds: 2}
    - id: second
      title: Two
      figure: forward-process/cloud
      set: {T: "4", betas: "0.1,0.2,0.3,0.4", schedule: custom, samples: "10"}
      caption: Four steps of a cloud.
      notes: Ask first.
    - {id: third, title: Three, caption: Words alone.}
  """

/// A demo whose figures are computed at once.
private struct Show {
  var demo: Demo
  let catalog: Catalog

  init(_ text: String = three, columns: Int = 80, rows: Int = 24) throws {
    catalog = try Catalog.builtIn()
    demo = try Demo(
      try Playlist.read(text).get(), catalog, size: Size(columns: columns, rows: rows),
      look: Frames.Look(glyphs: .ascii))
    perform(demo.start())
  }

  mutating func press(_ keys: Key...) {
    for key in keys { perform(demo.update(.keyPressed(key))) }
  }

  mutating func pass(_ seconds: Double) { perform(demo.update(.ticked(seconds: seconds))) }

  mutating func perform(_ effects: [Effect]) {
    for case .compute(let request) in effects {
      let entry = catalog.entries.first { $0.lesson.id == request.lesson }
      guard let figure = entry?.figure(named: request.figure),
        let outcome = try? figure.compute(request.settings)
      else { continue }
      perform(demo.update(.computed(request, .success(outcome))))
    }
  }

  func shows(_ text: String) -> Bool { demo.view.lines.contains { $0.contains(text) } }
}

@Suite struct `A demo` {
  @Test func `shows a figure, its caption, and where it is`() throws {
    let show = try Show()
    #expect(show.shows("One"))
    #expect(show.shows("1/3"))
    #expect(show.shows("Look."))
    #expect(show.shows("linear"))
  }

  @Test(arguments: [Key.right, .pageDown, .enter, .character("l")])
  func `goes on by keys and clickers`(key: Key) throws {
    var show = try Show()
    show.press(key)
    #expect(show.shows("2/3") && show.shows("Four steps of a cloud."))
    show.press(.pageUp)
    #expect(show.shows("1/3"))
  }

  @Test func `goes on by time where an item has one, unless it is held`() throws {
    var show = try Show()
    show.pass(1.9)
    #expect(show.demo.index == 0)
    show.pass(0.2)
    #expect(show.demo.index == 1)
    show.pass(100)
    #expect(show.demo.index == 1)
    show.press(.left, .character("p"))
    show.pass(100)
    #expect(show.demo.index == 0)
  }

  @Test func `is steered by the reader's own keys`() throws {
    let catalog = try Catalog.builtIn(only: "01")
    var keys = KeyMap.standard
    let given = [keys.give("z", to: "next"), keys.give("q", to: "blank")]
    #expect(given == [true, true])
    let text = "title: R\nitems: [{id: a, title: A}, {id: b, title: B}]"
    var demo = try Demo(
      try Playlist.read(text).get(), catalog, size: Size(columns: 80, rows: 24),
      look: Frames.Look(glyphs: .ascii), keys: keys)
    #expect(demo.update(.keyPressed(.character("z"))).isEmpty && demo.index == 1)
    #expect(demo.update(.keyPressed(.character("q"))).isEmpty && demo.state.isBlank)
  }

  @Test func `plays what moves, from its start`() throws {
    var show = try Show()
    show.press(.right)
    #expect(show.demo.player.isPlaying && show.demo.player.frame == 0)
    show.pass(0.1)
    #expect(show.demo.player.frame > 0)
    show.press(.character(" "))
    #expect(!show.demo.player.isPlaying)
  }

  @Test func `goes blank, and time stands still meanwhile`() throws {
    var show = try Show()
    show.press(.character("."))
    #expect(show.demo.view == Screen(Size(columns: 80, rows: 24)))
    show.pass(10)
    show.press(.character("."))
    #expect(show.demo.index == 0 && show.shows("1/3"))
    // Any other key brings the picture back, and does no more.
    show.press(.character("b"), .right)
    #expect(show.demo.index == 0 && show.shows("1/3"))
  }

  @Test func `counts down, ends, and begins again where it loops`() throws {
    var show = try Show("title: R\ncountdown: 3\nloop: yes\nitems: [{id: a, title: A}]")
    #expect(show.shows("######"))
    show.pass(2.9)
    #expect(!show.shows("1/1"))
    show.pass(0.2)
    #expect(show.shows("1/1"))
    show.press(.right)
    #expect(show.shows("1/1") && !show.demo.isOver)

    var once = try Show("title: The run\nitems: [{id: a, title: A}]")
    once.press(.right)
    #expect(once.demo.isOver && once.shows("The run"))
    once.press(.left)
    #expect(!once.demo.isOver)
  }

  @Test func `goes on at the same item when its file has changed`() throws {
    var show = try Show()
    show.press(.right)
    let changed = "title: R\nitems: [{id: new, title: New}, {id: second, title: Other}]"
    show.perform(try show.demo.goOn(with: try Playlist.read(changed).get(), in: show.catalog))
    #expect(show.demo.index == 1 && show.shows("Other"))
    let wrong = "title: R\nitems: [{id: second, title: A, figure: nothing/here}]"
    #expect(throws: TextErrors.self) {
      try show.demo.goOn(with: try Playlist.read(wrong).get(), in: show.catalog)
    }
    #expect(show.shows("Other"))
  }

  @Test(arguments: [
    ("figure: cloud", "A figure is written LESSON/FIGURE"),
    ("figure: forward-proces/cloud", "Did you mean forward-process?"),
    ("figure: forward-process/clod", "Did you mean cloud?"),
    ("figure: forward-process/cloud, set: {data: rong}", "data can't be \"rong\""),
  ])
  func `refuses what there is not, with its place`(keys: String, sentence: String) throws {
    let text = "title: R\nitems:\n  - {id: a, title: A, \(keys)}"
    let error = #expect(throws: TextErrors.self) { _ = try Show(text) }
    #expect(error?.all.first?.message.contains(sentence) == true)
    #expect(error?.all.first?.position.line == 3)
  }

  @Test func `tells the second terminal what to say and what comes next`() throws {
    var show = try Show()
    show.press(.right)
    show.pass(65)
    let lines = show.demo.state.screen(Size(columns: 60, rows: 20), glyphs: .ascii).lines
    let text = lines.joined(separator: "\n")
    #expect(text.contains("2/3 Two"))
    #expect(text.contains("Ask first."))
    #expect(text.contains("Next: Three"))
    #expect(text.contains("1:05"))
  }

  @Test(arguments: [(20, 5), (30, 10), (80, 24), (200, 50)])
  func `fits every screen`(columns: Int, rows: Int) throws {
    var show = try Show(columns: columns, rows: rows)
    for _ in 0..<4 {
      #expect(show.demo.view.size == Size(columns: columns, rows: rows))
      show.press(.right)
    }
  }

  @Test(arguments: embeddedPlaylists.map(\.name))
  func `comes with playlists whose figures there are`(name: String) throws {
    let text = try #require(embeddedPlaylists.first { $0.name == name }?.text)
    let playlist = try Playlist.read(text).get()
    #expect(throws: Never.self) {
      try Demo(
        playlist, try Catalog.builtIn(), size: Size(columns: 80, rows: 24),
        look: Frames.Look(glyphs: .braille))
    }
    #expect(playlist.items.allSatisfy { !$0.notes.isEmpty && $0.seconds != nil })
  }
}
