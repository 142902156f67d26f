/// What a reader has chosen once and for all, as their configuration file says it.
package struct Configuration: Hashable, Sendable {
  package var glyphs: PlacedText?
  package var color: Bool?
  package var plain: Bool?
  /// Frames a second.
  package var pace: Double?
  /// A folder with lessons.
  package var lessons: PlacedText?
  /// Actions by their names, each with the keys that it gets.
  package var keys: [Keys] = []

  package struct Keys: Hashable, Sendable {
    package var action: String
    package var keys: [String]
    package var position: SourcePosition
  }

  package init() {}
}

extension Configuration {
  /// Reads the text of the file, or tells everything that is wrong with it.
  package static func read(_ text: String) -> Result<Configuration, TextErrors> {
    do throws(TextError) {
      let keys = try LessonText.Keys(yaml: text)
      let known = ["glyphs", "color", "plain", "fps", "lessons", "keys"]
      var access = KeyAccess(keys, of: "configuration", at: keys.position, known: known)
      var configuration = Configuration()
      configuration.glyphs = access.optionalText("glyphs")
      configuration.color = access.yes("color")
      configuration.plain = access.yes("plain")
      configuration.pace = access.number("fps", in: 1...60)
      configuration.lessons = access.optionalText("lessons")
      configuration.keys = access.settings("keys").map { setting in
        Keys(
          action: setting.name, keys: setting.value.split(separator: ",").map(String.init),
          position: setting.position)
      }
      guard access.problems.isEmpty else { return .failure(TextErrors(access.problems)) }
      return .success(configuration)
    } catch {
      return .failure(TextErrors([error]))
    }
  }
}
