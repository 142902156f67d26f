import Lessons
import Notebook
import Shelf

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension LessonOptions {
  /// The built-in lessons, with those of `--lessons` or `NOISEBOOK_LESSONS` beside them.
  ///
  /// What replaced what is said on standard error. Where one lesson is named, as `LESSON/REST`, the
  /// others may be missing: only what a folder could replace has to be read.
  func catalog(for place: String? = nil) throws -> Catalog {
    do throws(CatalogError) {
      if let place, folder == nil {
        return try Catalog.builtIn(only: String(place.prefix { $0 != "/" }))
      }
      guard let folder else { return try Catalog.builtIn() }
      let (catalog, notices) = try Catalog.withLessons(of: folder)
      for notice in notices { warn(notice) }
      return catalog
    } catch {
      throw Failure.unreadable(error.description)
    }
  }

  /// The folder with lessons of the reader's own, if there is one.
  var folder: String? {
    if let lessons { return lessons }
    let value = environment("NOISEBOOK_LESSONS") ?? ""
    return value.isEmpty ? ReaderConfiguration.own.lessons : value
  }
}

extension Catalog {
  /// The built-in lessons with those of a folder, and what to say of those that were replaced.
  static func withLessons(
    of folder: String
  ) throws(CatalogError) -> (catalog: Catalog, notices: [String]) {
    var (catalog, notices) = (try Catalog.builtIn(), [String]())
    for (path, name, text) in try texts(in: folder) {
      let notice = try catalog.add(name: name, text: text, origin: .file(path: path))
      if let notice { notices.append(notice) }
    }
    return (catalog, notices)
  }

  private static func texts(
    in folder: String
  ) throws(CatalogError) -> [(path: String, name: String, text: String)] {
    do throws(FileError) {
      return try namesOfFiles(in: folder).filter { $0.hasSuffix(".md") }.map {
        name throws(FileError) in
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        return (path, name, String(decoding: try readFile(path), as: UTF8.self))
      }
    } catch {
      throw .unreadable(error.description)
    }
  }
}

/// A variable of the environment, nil where it is not set.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

extension Catalog {
  /// A lesson and the rest of `LESSON/REST`.
  func resolve(_ text: String) throws -> (entry: Entry, rest: String?) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    do throws(CatalogError) {
      let entry = try entry(named: String(parts.first ?? ""))
      return (entry, parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil)
    } catch {
      throw Failure.usage(error.description)
    }
  }
}

/// Where this reader's files are kept.
func folders() -> Folders {
  var variables: [String: String] = [:]
  for name in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
    variables[name] = environment(name)
  }
  return Folders(environment: variables)
}

/// Where this reader's place is kept, nil where there is no home.
func progressFile() -> ProgressFile? { folders().progressFile.map(ProgressFile.init) }
