import ArgumentParser
import Canvas
import Curses
import Exports
import Figures
import Notebook
import Shelf

struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Animate one figure full screen, or record it.",
    discussion: """
      noisebook play forward-process/cloud --set data=ring
      noisebook play forward-process/cloud --record cloud.cast --size 80x24
      """)

  @OptionGroup var figure: FigureOptions

  @Option(help: "Frames a second, from 1 to 60.")
  var fps: Double?

  @Flag(help: "Begin again at the end.")
  var loop = false

  @Option(help: ArgumentHelp("Writes an asciicast, for asciinema.", valueName: "file.cast"))
  var record: String?

  @Option(help: ArgumentHelp("Writes the last frame as a picture.", valueName: "file.svg"))
  var snapshot: String?

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func validate() throws {
    if let fps, !(1...60).contains(fps) {
      throw ValidationError("--fps takes a number from 1 to 60, not \(fps).")
    }
  }

  func run() throws {
    let computed = try figure.compute(in: try lessons.catalog(for: figure.figure))
    let facts = TerminalFacts.read()
    if record != nil || snapshot != nil {
      try write(computed)
    } else if facts.obstacle == nil, !drawing.plain {
      try play(computed, facts)
    } else {
      printLast(computed)
    }
  }

  private func stage(
    _ computed: FigureOptions.Computed, _ size: Size, _ look: Frames.Look
  ) -> Stage {
    Stage(
      title: "\(computed.lesson)/\(computed.figure.name)  \(computed.figure.title)",
      frames: computed.outcome.frames, look: look, size: size, isLooping: loop,
      pace: fps ?? ReaderConfiguration.own.pace, keys: ReaderConfiguration.own.keys)
  }

  private func play(_ computed: FigureOptions.Computed, _ facts: TerminalFacts) throws {
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(color: drawing.colorDepth, holdsFrames: drawing.holdsFrames)
    } catch {
      throw Failure.usage(error.description)
    }
    let look = Frames.Look(glyphs: drawing.glyphSet(facts), depth: terminal.colorDepth)
    let size = terminal.size
    var session = StageSession(terminal: terminal, stage: stage(computed, size, look))
    session.run()
  }

  /// Files are made for others: braille and colour unless the reader says otherwise.
  private func write(_ computed: FigureOptions.Computed) throws {
    let size = try recording.size
    let glyphs: GlyphSet =
      drawing.glyphs == .auto ? .braille : drawing.glyphSet(TerminalFacts.read())
    let look = Frames.Look(glyphs: glyphs, depth: drawing.colorDepth ?? .palette)
    let frames = computed.outcome.frames
    do throws(FileError) {
      if let record {
        let text = recorded(computed, size, look)
        try writeFile(Array(text.utf8), to: record)
      }
      if let snapshot {
        let picture = frames.draw(size, frame: frames.count - 1, look: look)
        try writeFile(Array(picture.svg(title: computed.figure.title).utf8), to: snapshot)
      }
    } catch {
      throw Failure.unreadable("Nothing was written. \(error.description)")
    }
  }

  private func recorded(
    _ computed: FigureOptions.Computed, _ size: Size, _ look: Frames.Look
  ) -> String {
    let frames = computed.outcome.frames
    let fps = fps ?? Player.pace
    var cast = Asciicast(
      title: computed.figure.title, size: size, depth: look.depth, version: recording.version)
    for frame in 0..<frames.count {
      cast.show(
        frames.recorded(size, frame: frame, look: look, title: computed.figure.title),
        at: Double(frame) / fps)
    }
    cast.end(at: Double(frames.count) / fps + 1)
    return cast.text
  }

  private func printLast(_ computed: FigureOptions.Computed) {
    let output = PlainOutput(drawing)
    let frames = computed.outcome.frames
    let size = Size(columns: output.columns, rows: min(20, frames.rows ?? 20))
    output.show(frames.draw(size, frame: frames.count - 1, look: output.look))
  }
}

extension Frames {
  /// A frame with its title and its place on the timeline, as a recording shows it.
  fileprivate func recorded(_ size: Size, frame: Int, look: Look, title: String) -> Screen {
    var screen = Screen(size)
    screen.write(title.spelled(in: look.glyphs), column: 1, row: 0, style: .bold)
    let rest = Size(columns: size.columns - 2, rows: size.rows - 3)
    screen.draw(draw(rest, frame: frame, look: look), column: 1, row: 1)
    screen.write(label(frame: frame), column: 1, row: size.rows - 1, style: .dim)
    return screen
  }
}
