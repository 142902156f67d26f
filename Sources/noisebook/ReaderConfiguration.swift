import LessonText
import Notebook
import Shelf

/// The configuration of whoever runs the program: `~/.config/noisebook/config.yaml`.
///
/// What is wrong in it is told and left out: nobody shall be locked out by a typing mistake.
struct ReaderConfiguration {
  var glyphs: GlyphChoice?
  var color: Bool?
  var plain: Bool?
  var pace = Player.pace
  var lessons: String?
  var keys = KeyMap.standard

  /// Read once, when it is first asked for.
  static let own = ReaderConfiguration(at: folders().configurationFile)

  private init(at path: String?) {
    guard let path, fileExists(path) else { return }
    do throws(FileError) {
      let text = String(decoding: try readFile(path), as: UTF8.self)
      switch Configuration.read(text) {
      case .success(let configuration): take(configuration, path)
      case .failure(let errors): for error in errors.all { warn(error.described(in: path)) }
      }
    } catch {
      warn(error.description)
    }
  }

  private mutating func take(_ configuration: Configuration, _ path: String) {
    (color, plain) = (configuration.color, configuration.plain)
    pace = configuration.pace ?? pace
    lessons = configuration.lessons?.text
    if let wanted = configuration.glyphs {
      glyphs = GlyphChoice(rawValue: wanted.text)
      if glyphs == nil {
        let names = GlyphChoice.allValueStrings.joined(separator: ", ")
        let error = TextError("`glyphs` is one of \(names).", at: wanted.position)
        warn(error.described(in: path))
      }
    }
    for entry in configuration.keys {
      for key in entry.keys where !keys.give(key, to: entry.action) {
        warn(TextError(reason(key, entry.action), at: entry.position).described(in: path))
      }
    }
  }

  private func reason(_ key: String, _ action: String) -> String {
    guard KeyMap.names.contains(action) else {
      let all = KeyMap.names.joined(separator: ", ")
      let advice = didYouMean(nearest(action, in: KeyMap.names), else: "There are \(all).")
      return "Nothing is called \"\(action)\". \(advice)"
    }
    return "There is no key \"\(key)\": write n, space, page-down, ctrl-n or f5."
  }
}
