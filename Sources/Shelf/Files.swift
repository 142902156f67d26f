#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file could not be read or written; a sentence with the path and the system's reason.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String
  package let isMissing: Bool

  init(_ path: String, code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
    isMissing = code == ENOENT
  }

  package init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
    isMissing = false
  }

  package var description: String { "\(path): \(reason)." }
}

/// Reads a whole file, or standard input for "-", up to `limit` bytes.
package func readFile(_ path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
  let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(path, code: errno) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count < 0 {
      guard errno == EINTR else { throw FileError(path, code: errno) }
      continue
    }
    bytes += buffer[..<count]
    guard bytes.count <= limit else {
      throw FileError(path, reason: "the file has more than \(limit >> 20) megabytes")
    }
  }
}

/// Whether something stands at a path.
package func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// A path as it is told to somebody: from the root on.
package func fullPath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
  defer { free(folder) }
  return "\(String(cString: folder))/\(path)"
}

/// Writes a whole file or nothing: into a temporary file beside it, to the disk, then renamed.
///
/// A file that is `isPrivate` can be read by its owner alone; others as the umask has it. What is
/// no file, a device or a pipe, is written to as it is.
package func writeFile(
  _ bytes: [UInt8], to path: String, isPrivate: Bool = false
) throws(FileError) {
  guard !path.isEmpty else { throw FileError("\"\"", reason: "a file needs a name") }
  guard !isStream(path) else { return try writeThrough(bytes, to: path, mode: 0o666) }
  let temporary = "\(path).\(getpid()).tmp"
  do throws(FileError) {
    try writeThrough(bytes, to: temporary, mode: isPrivate ? 0o600 : 0o666)
    guard rename(temporary, path) == 0 else { throw FileError(path, code: errno) }
  } catch {
    unlink(temporary)
    throw FileError(path, reason: error.reason)
  }
  syncFolder(of: path)
}

/// Makes a folder and those above it, which others can enter only as the umask has it, if at all.
package func makeFolder(_ path: String, isPrivate: Bool = true) throws(FileError) {
  var made = ""
  for part in path.split(separator: "/") {
    made += "/\(part)"
    guard mkdir(made, isPrivate ? 0o700 : 0o777) == 0 || errno == EEXIST || isFolder(made) else {
      throw FileError(made, code: errno)
    }
  }
}

/// The names of a folder's files, sorted.
package func namesOfFiles(in folder: String) throws(FileError) -> [String] {
  guard let stream = opendir(folder) else { throw FileError(folder, code: errno) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func writeThrough(
  _ bytes: [UInt8], to path: String, mode: mode_t
) throws(FileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw FileError(path, code: errno) }
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 || errno == EINTR else {
      let code = errno
      close(descriptor)
      throw FileError(path, code: code)
    }
    written += max(0, count)
  }
  // A device or a pipe has no disk to be on.
  guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
    let code = errno
    close(descriptor)
    throw FileError(path, code: code)
  }
  guard close(descriptor) == 0 else { throw FileError(path, code: errno) }
}

/// A renamed file outlives a crash only when its folder is on the disk too.
private func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// Whether something stands at a path that a file must not take the place of.
private func isStream(_ path: String) -> Bool {
  var status = stat()
  guard stat(path, &status) == 0 else { return false }
  return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether a file stands there that may be run.
package func isProgram(_ path: String) -> Bool { !isFolder(path) && access(path, X_OK) == 0 }

/// What changes about a file when it is written anew.
package struct FileStamp: Hashable, Sendable {
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil where there is no such file.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    (number, size) = (UInt64(status.st_ino), Int(status.st_size))
    (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
  }
}
