import Notebook
import OrderedJSON

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a demo and its second terminal meet: in the folder for sockets that the system gives each
/// user, else in one below /tmp.
func demoSocket() -> String {
  let runtime = environment("XDG_RUNTIME_DIR") ?? ""
  if runtime.hasPrefix("/") { return "\(runtime)/noisebook/demo" }
  return "/tmp/noisebook-\(geteuid())/demo"
}

extension DemoState {
  /// The state on one line of JSON.
  var line: String {
    JSON.object([
      ("title", .text(title)), ("index", .integer(index)), ("count", .integer(count)),
      ("item", .text(item)), ("caption", .text(caption)), ("notes", .text(notes)),
      ("next", .optional(next)), ("seconds", .integer(seconds)),
      ("limit", limit.map(JSON.integer) ?? .null), ("total", .integer(total)),
      ("playing", .truth(isPlaying)), ("held", .truth(isHeld)), ("blank", .truth(isBlank)),
      ("over", .truth(isOver)),
    ]).line
  }

  /// Nil where the line is none.
  init?(line: String) {
    guard let json = try? JSON(reading: Array(line.utf8)) else { return nil }
    self.init()
    func text(_ key: String) -> String { json[key]?.text ?? "" }
    func number(_ key: String) -> Int? { json[key]?.integer }
    func truth(_ key: String) -> Bool { if case .truth(true)? = json[key] { true } else { false } }
    (title, item, caption) = (text("title"), text("item"), text("caption"))
    (notes, next) = (text("notes"), json["next"]?.text)
    (index, count) = (number("index") ?? 0, number("count") ?? 1)
    (seconds, limit, total) = (number("seconds") ?? 0, number("limit"), number("total") ?? 0)
    (isPlaying, isHeld) = (truth("playing"), truth("held"))
    (isBlank, isOver) = (truth("blank"), truth("over"))
  }
}
