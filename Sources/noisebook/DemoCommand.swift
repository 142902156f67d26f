import ArgumentParser
import Canvas
import Curses
import Exports
import Figures
import LessonText
import Lessons
import Notebook
import Shelf

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run a playlist of figures before a class.",
    discussion: """
      noisebook demo                          five minutes on the forward process
      noisebook demo ddpm-against-ddim
      noisebook demo --notes                  in a second terminal: your notes, and the next item
      noisebook demo --print forward-process > mine.yaml
      noisebook demo ./mine.yaml --record mine.cast

      Keys: right and left, PageDown and PageUp of a clicker: items. Space: play or pause. A point
      blanks the screen, p holds the time, ? lists the rest. A playlist that you edit is read anew.
      Playlists that come with noisebook: \(embeddedPlaylists.map(\.name).joined(separator: ", ")).
      """)

  @Argument(
    help: ArgumentHelp(
      "One that comes with noisebook, or a file: a path with a slash, or that ends in .yaml.",
      valueName: "playlist"),
    completion: .list(embeddedPlaylists.map(\.name)))
  var playlist: String?

  @Flag(help: "Follow the demo of another terminal: its notes and what comes next.")
  var notes = false

  @Flag(help: "Print the playlist, to begin one of your own with.")
  var print = false

  @Option(help: ArgumentHelp("Writes an asciicast, for asciinema.", valueName: "file.cast"))
  var record: String?

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let facts = TerminalFacts.read()
    if notes { return try follow(facts) }
    let source = try PlaylistSource(playlist ?? embeddedPlaylists[0].name)
    if print { return Swift.print(source.text, terminator: "") }
    let catalog = try lessons.catalog()
    if record != nil {
      try write(source, catalog, facts)
    } else if facts.obstacle == nil, !drawing.plain {
      try show(source, catalog, facts)
    } else {
      try tell(source, catalog)
    }
  }

  private func show(_ source: PlaylistSource, _ catalog: Catalog, _ facts: TerminalFacts) throws {
    // What is wrong with the playlist is said before the screen is taken.
    _ = try source.demo(catalog, Size(columns: 80, rows: 24), Frames.Look(glyphs: .ascii))
    let terminal = try opened()
    let look = Frames.Look(glyphs: drawing.glyphSet(facts), depth: terminal.colorDepth)
    let demo = try source.demo(catalog, terminal.size, look)
    var session = DemoSession(
      terminal: terminal, demo: demo, catalog: catalog, file: source.path.map(PlaylistWatch.init))
    session.run()
  }

  private func follow(_ facts: TerminalFacts) throws {
    guard let peer = try? LocalPeer(at: demoSocket()) else {
      throw Failure.usage("No demo of yours is running here. Start one: noisebook demo.")
    }
    let terminal = try opened()
    var follower = DemoFollower(
      terminal: terminal, peer: peer, glyphs: drawing.glyphSet(facts))
    follower.run()
  }

  private func opened() throws -> Terminal {
    do throws(TerminalError) {
      return try Terminal(color: drawing.colorDepth, holdsFrames: drawing.holdsFrames)
    } catch {
      throw Failure.usage(error.description)
    }
  }

  /// A demo at its own pace, without a terminal: each item for its time, marked at its beginning.
  private func write(
    _ source: PlaylistSource, _ catalog: Catalog, _ facts: TerminalFacts
  ) throws {
    let size = try recording.size
    let glyphs: GlyphSet = drawing.glyphs == .auto ? .braille : drawing.glyphSet(facts)
    let look = Frames.Look(glyphs: glyphs, depth: drawing.colorDepth ?? .palette)
    let demo = try source.demo(catalog, size, look)
    let cast = Asciicast(
      title: demo.playlist.title, size: size, depth: look.depth, version: recording.version)
    let text = try DemoRecording(demo, catalog).written(to: cast)
    do throws(FileError) {
      try writeFile(Array(text.utf8), to: record ?? "")
    } catch {
      throw Failure.unreadable("Nothing was written. \(error.description)")
    }
  }

  /// The demo in words and numbers, line by line.
  private func tell(_ source: PlaylistSource, _ catalog: Catalog) throws {
    let output = PlainOutput(drawing)
    let demo = try source.demo(catalog, Size(columns: 80, rows: 24), output.look)
    Swift.print(demo.playlist.title)
    for (index, item) in demo.playlist.items.enumerated() {
      Swift.print("\n\(index + 1) of \(demo.playlist.items.count): \(item.title)")
      if !item.caption.isEmpty { Swift.print(item.caption) }
      guard let request = demo.request(of: index), let figure = catalog.figure(of: request) else {
        continue
      }
      do throws(FigureError) {
        let outcome = try figure.compute(request.settings, seed: request.seed)
        let words = outcome.frames.spoken(frame: outcome.frames.count - 1)
        Swift.print(words.spelled(in: output.glyphs))
      } catch {
        Swift.print(error.description)
      }
    }
  }
}

/// A playlist and where it is from.
struct PlaylistSource {
  let text: String
  /// Nil where it came with the program.
  let path: String?
  private let name: String

  init(_ argument: String) throws {
    name = argument
    let isFile = argument.contains("/") || argument.hasSuffix(".yaml") || argument.hasSuffix(".yml")
    guard isFile || argument == "-" else {
      guard let known = embeddedPlaylists.first(where: { $0.name == argument }) else {
        let names = embeddedPlaylists.map(\.name)
        let advice = didYouMean(
          nearest(argument, in: names),
          else: "There are \(names.joined(separator: ", ")); a file's name has a slash or .yaml.")
        throw Failure.usage("There is no playlist \"\(argument)\". \(advice)")
      }
      (text, path) = (known.text, nil)
      return
    }
    do throws(FileError) {
      text = String(decoding: try readFile(argument), as: UTF8.self)
    } catch {
      throw Failure.unreadable(error.description)
    }
    path = argument == "-" ? nil : argument
  }

  func demo(_ catalog: Catalog, _ size: Size, _ look: Frames.Look) throws -> Demo {
    do throws(TextErrors) {
      let own = ReaderConfiguration.own
      return try Demo(
        try Playlist.read(text).get(), catalog, size: size, look: look, keys: own.keys,
        pace: own.pace)
    } catch {
      let places = error.all.map { $0.described(in: path ?? name) }
      throw Failure.unreadable(places.joined(separator: "\n"))
    }
  }
}
