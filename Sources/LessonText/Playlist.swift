/// A run for a class: figures with their parameters and captions, one after the other.
package struct Playlist: Hashable, Sendable {
  package var title: String
  /// Whether it begins again at the end.
  package var loops = false
  /// Seconds that are counted down before the first item.
  package var countdown = 0
  package var items: [Item]

  package struct Item: Hashable, Sendable {
    package var id: String
    package var title: String
    /// A figure as `forward-process/cloud`; nil where the caption stands alone.
    package var figure: PlacedText?
    package var settings: [Setting] = []
    package var seed: UInt64 = 0
    package var caption: String
    /// How long it stays where nobody presses a key; nil waits.
    package var seconds: Double?
    /// Frames a second; nil takes the usual pace.
    package var pace: Double?
    package var motion = Motion.once
    /// Words for the instructor alone.
    package var notes = ""
    package var position: SourcePosition

    package init(id: String, title: String, caption: String, at position: SourcePosition) {
      (self.id, self.title, self.caption, self.position) = (id, title, caption, position)
    }
  }

  /// What a figure that moves does on its own.
  package enum Motion: String, Hashable, Sendable, CaseIterable {
    case once
    case loop
    case still
  }

  package init(title: String, items: [Item]) {
    (self.title, self.items) = (title, items)
  }
}

extension Playlist {
  /// Reads a playlist from the text of its file, or tells everything that is wrong with it.
  package static func read(_ text: String) -> Result<Playlist, TextErrors> {
    do throws(TextError) {
      var reader = PlaylistReader()
      let playlist = reader.playlist(try Keys(yaml: text))
      guard let playlist, reader.problems.isEmpty else {
        return .failure(TextErrors(reader.problems))
      }
      return .success(playlist)
    } catch {
      return .failure(TextErrors([error]))
    }
  }
}

/// Collects a playlist and what is wrong with it.
private struct PlaylistReader {
  var problems: [TextError] = []
  private var ids: Set<String> = []

  mutating func playlist(_ keys: Keys) -> Playlist? {
    let known = ["title", "loop", "countdown", "items"]
    var access = KeyAccess(keys, of: "playlist", at: keys.position, known: known)
    let title = access.text("title")
    let countdown = access.number("countdown", in: 0...3600)
    let loops = access.yes("loop") ?? false
    let values = access.requiredList("items")
    if values.isEmpty, keys["items"]?.list != nil {
      access.report("A playlist needs an item or more.", at: keys.position)
    }
    problems += access.problems
    let items = values.compactMap { item($0) }
    guard let title, !items.isEmpty else { return nil }
    var playlist = Playlist(title: title.text, items: items)
    playlist.loops = loops
    playlist.countdown = Int(countdown ?? 0)
    return playlist
  }

  private mutating func item(_ value: Keys.Value) -> Playlist.Item? {
    guard let keys = value.keys else {
      problems.append(
        TextError("An item has keys, such as `id`, `figure` and `caption`.", at: value.position))
      return nil
    }
    let known = [
      "id", "title", "figure", "set", "seed", "caption", "seconds", "fps", "play", "notes",
    ]
    var access = KeyAccess(keys, of: "item", at: value.position, known: known)
    defer { problems += access.problems }
    guard let id = access.id(), let title = access.text("title") else { return nil }
    if !ids.insert(id.text).inserted {
      access.report("The id `\(id.text)` belongs to another item already.", at: id.position)
    }
    var item = Playlist.Item(
      id: id.text, title: title.text, caption: access.optionalText("caption")?.text ?? "",
      at: value.position)
    item.figure = access.optionalText("figure")
    item.settings = access.settings("set")
    item.seed = access.number("seed", in: 0...1e15).map { UInt64($0) } ?? 0
    item.seconds = access.number("seconds", in: 1...36_000)
    item.pace = access.number("fps", in: 1...60)
    let motion = access.optionalText("play")
    item.motion = motion.flatMap { access.choice($0, as: Playlist.Motion.self) } ?? .once
    item.notes = access.optionalText("notes")?.text ?? ""
    return item
  }
}
