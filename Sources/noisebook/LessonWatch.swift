import Lessons
import Notebook
import Shelf

/// A folder of lessons that its author may be writing in while they are read.
struct LessonWatch {
  private let folder: String
  private var seen: [String: FileStamp]

  /// Nil where there is no folder to watch.
  init?(_ folder: String?) {
    guard let folder else { return nil }
    self.folder = folder
    seen = Self.stamps(of: folder)
  }

  /// How long to wait for an event before the next look, in milliseconds.
  func wait(atMost milliseconds: Int?) -> Int { min(milliseconds ?? .max, 400) }

  /// What to tell the notebook where the files are others than at the last look.
  ///
  /// A file that can't be read is told of once, and the lessons stay as they were.
  mutating func look() -> Message? {
    let now = Self.stamps(of: folder)
    guard now != seen else { return nil }
    seen = now
    do throws(CatalogError) {
      return .lessonsChanged(try Catalog.withLessons(of: folder).catalog)
    } catch {
      return .lessonsNotRead(error.description.split(separator: "\n").first.map(String.init) ?? "")
    }
  }

  private static func stamps(of folder: String) -> [String: FileStamp] {
    let names = (try? namesOfFiles(in: folder))?.filter { $0.hasSuffix(".md") } ?? []
    var stamps: [String: FileStamp] = [:]
    for name in names { stamps[name] = FileStamp("\(folder)/\(name)") }
    return stamps
  }
}
