import ArgumentParser
import Canvas

/// The options of every command that draws.
struct DrawingOptions: ParsableArguments {
  @Option(
    name: .customLong("glyphs"), help: "Glyphs of pictures: auto, braille, block or ascii.")
  var glyphOption: GlyphChoice?

  @Flag(name: .customLong("no-color"), help: "No colour.")
  var noColor = false

  @Flag(
    name: .customLong("plain"),
    help: "Line by line, without a full screen: for screen readers and pipes.")
  var plainFlag = false

  @Flag(
    name: .customLong("no-sync"),
    help: "Do not ask the terminal to hold each frame until it is whole.")
  var noSync = false

  /// An option says more than the configuration.
  var glyphs: GlyphChoice { glyphOption ?? ReaderConfiguration.own.glyphs ?? .auto }

  var plain: Bool { plainFlag || ReaderConfiguration.own.plain == true }

  /// The colours that were asked for, nil where the terminal decides.
  var colorDepth: ColorDepth? {
    noColor || ReaderConfiguration.own.color == false ? ColorDepth.none : nil
  }

  /// Whether frames are held until they are whole, nil where the terminal decides.
  var holdsFrames: Bool? { noSync ? false : nil }
}

/// The options of every command that reads lessons.
struct LessonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder with lessons of your own.", valueName: "dir"))
  var lessons: String?
}

/// What `--glyphs` may say; `unicode` means braille.
enum GlyphChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case braille
  case block
  case ascii
  case unicode

  static var allValueStrings: [String] { ["auto", "braille", "block", "ascii"] }
}
