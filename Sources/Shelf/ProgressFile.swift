package import Notebook

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that remembers a reader's place: `$XDG_STATE_HOME/noisebook/progress.json`.
///
///     {
///       "lessons" : { "noise-schedule" : { "page" : "alpha", "pages" : ["alpha", "start"] } },
///       "place" : { "lesson" : "noise-schedule", "page" : "alpha" },
///       "schema" : 1
///     }
///
/// Keys that this version does not know are kept. Two instances may write in turn: each reads what
/// is there under a lock and adds to it, so that neither loses a page.
package struct ProgressFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The reader's progress; empty where there is no file yet.
  package func read() throws(ProgressError) -> Progress { Progress(try stored()) }

  /// Adds this progress to what is stored.
  package func add(_ progress: Progress) throws(ProgressError) {
    do throws(FileError) { try makeFolder(folder) } catch { throw .unwritable("\(error)") }
    let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw .unwritable("\(FileError(path, code: errno))") }
    defer { close(lock) }
    flock(lock, LOCK_EX)
    let before = try stored()
    try write(before.storing(Progress(before).merged(with: progress)))
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  private func stored() throws(ProgressError) -> StoredJSON {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path)
    } catch {
      if error.isMissing { return .object([:]) }
      throw .unreadable("\(error)")
    }
    guard let json = try? StoredJSON(bytes: bytes), case .object = json else {
      throw .damaged(path)
    }
    if case .integer(let schema)? = json["schema"], schema > 1 { throw .newer(path) }
    return json
  }

  private func write(_ json: StoredJSON) throws(ProgressError) {
    guard let bytes = try? json.bytes() else { throw .unwritable("\(path): it can't be encoded.") }
    do throws(FileError) { try writeFile(bytes, to: path, isPrivate: true) } catch {
      throw .unwritable("\(error)")
    }
  }
}

/// Why a reader's place is not remembered; nothing that was stored is lost.
package enum ProgressError: Error, Hashable, Sendable, CustomStringConvertible {
  case unwritable(String)
  case unreadable(String)
  case damaged(String)
  case newer(String)

  package var description: String {
    switch self {
    case .unwritable(let reason): "Your place is not being saved. \(reason)"
    case .unreadable(let reason): "Your place can't be read and is left as it is. \(reason)"
    case .damaged(let path):
      "Your place is not being saved: \(path) is no progress file. Move it away to start anew."
    case .newer(let path):
      "Your place is not being saved: a newer noisebook wrote \(path). Update this one."
    }
  }
}

extension Progress {
  fileprivate init(_ json: StoredJSON) {
    self.init()
    if let lesson = json["place"]?["lesson"]?.text, let page = json["place"]?["page"]?.text {
      place = Place(lesson: lesson, page: page)
    }
    for (lesson, seen) in json["lessons"]?.members ?? [:] {
      guard let page = seen["page"]?.text else { continue }
      lessons[lesson] = Seen(page: page, pages: Set(seen["pages"]?.texts ?? []))
    }
  }
}

extension StoredJSON {
  fileprivate func storing(_ progress: Progress) -> StoredJSON {
    var json = self
    json["schema"] = .integer(1)
    if let place = progress.place {
      json["place"] = .object(["lesson": .text(place.lesson), "page": .text(place.page)])
    }
    var lessons = json["lessons"]?.members ?? [:]
    for (lesson, seen) in progress.lessons {
      var members = lessons[lesson]?.members ?? [:]
      members["page"] = .text(seen.page)
      members["pages"] = .array(seen.pages.sorted().map(StoredJSON.text))
      lessons[lesson] = .object(members)
    }
    json["lessons"] = .object(lessons)
    return json
  }
}
