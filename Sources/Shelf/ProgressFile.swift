package import Notebook
import OrderedJSON

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that remembers a reader's place and answers: `$XDG_STATE_HOME/noisebook/progress.json`.
///
/// `docs/progress.md` describes it. Keys that this version does not know are kept. Two instances may
/// write in turn: each reads what is there under a lock and adds to it, so that neither loses a page
/// or an answer. What can't be read is kept beside it under another name.
package struct ProgressFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The version of the form in which this one writes.
  static let schema = 1

  /// The reader's progress; empty where there is no file yet.
  package func read() throws(ProgressError) -> Progress { Progress(try stored()) }

  /// Adds this progress to what is stored; its attempts are not among it, see ``record``.
  package func add(_ progress: Progress) throws(ProgressError) {
    try change { $0.storing(Progress($0).merged(with: progress)) }
  }

  /// Adds one attempt at an exercise.
  package func record(_ attempt: Attempt, at exercise: String) throws(ProgressError) {
    try change { tree in
      let attempts = tree["exercises"]?[exercise]?["attempts"]?.items ?? []
      let tried = (tree["exercises"]?[exercise] ?? .empty)
        .with("attempts", .array(attempts + [attempt.json]))
      return tree.with("exercises", exercise, tried)
    }
  }

  /// Names the reader, for a grade sheet.
  package func name(reader: String) throws(ProgressError) {
    try change { $0.with("reader", .text(reader)) }
  }

  /// Names the student whose numbers exercises draw.
  package func name(student: String) throws(ProgressError) {
    try change { $0.with("student", .text(student)) }
  }

  /// Changes what is stored, under the lock, and writes it whole or not at all.
  func change(_ change: (JSON) throws(ProgressError) -> JSON) throws(ProgressError) {
    do throws(FileError) { try makeFolder(folder) } catch { throw .unwritable("\(error)") }
    let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw .unwritable("\(FileError(path, code: errno))") }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    removeRemains()
    let changed = try change(try storedOrPutAside())
    try write(changed.with("schema", .integer(Self.schema)))
  }
}

extension ProgressFile {
  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  func stored() throws(ProgressError) -> JSON {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path)
    } catch {
      if error.isMissing { return .empty }
      throw .unreadable("\(error)")
    }
    return try JSON(progress: bytes, of: path)
  }

  /// What is stored; a file that is none is moved aside first, under a name that is free.
  private func storedOrPutAside() throws(ProgressError) -> JSON {
    do throws(ProgressError) {
      return try stored()
    } catch {
      guard case .damaged = error else { throw error }
      try putAside("damaged") { rename(path, $0) == 0 }
      return .empty
    }
  }

  /// Keeps the file as `progress.json.WORD`, or with a number after it where that is taken.
  func putAside(_ word: String, _ move: (String) -> Bool) throws(ProgressError) {
    let names = ["\(path).\(word)"] + (2...999).map { "\(path).\(word)\($0)" }
    guard let free = names.first(where: { !fileExists($0) }), move(free) else {
      throw .unwritable("\(FileError(path, code: errno))")
    }
  }

  /// What a process that was killed while it wrote has left behind; nobody else writes now.
  private func removeRemains() {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for other in (try? namesOfFiles(in: folder)) ?? []
    where other.hasPrefix("\(name).") && other.hasSuffix(".tmp") {
      unlink("\(folder)/\(other)")
    }
  }

  private func write(_ tree: JSON) throws(ProgressError) {
    do throws(FileError) {
      try writeFile(Array("\(tree.description)\n".utf8), to: path, isPrivate: true)
    } catch {
      throw .unwritable("\(error)")
    }
  }
}

extension JSON {
  /// The tree of a progress file.
  ///
  /// - Throws: that it is none, or one of a newer version.
  init(progress bytes: [UInt8], of path: String) throws(ProgressError) {
    guard let tree = try? JSON(reading: bytes), tree.members != nil else { throw .damaged(path) }
    if let schema = tree["schema"]?.integer, schema > ProgressFile.schema { throw .newer(path) }
    self = tree
  }
}
