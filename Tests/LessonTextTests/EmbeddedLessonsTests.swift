import Foundation
import LessonText
import Testing

@Suite struct `The embedded lessons` {
  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons")
  }

  @Test func `are the files of the folder, byte for byte`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(embeddedLessons.map(\.name) == names)
    for lesson in embeddedLessons {
      let file = try Data(contentsOf: folder.appending(path: lesson.name))
      #expect(Array(lesson.text.utf8) == Array(file), "\(lesson.name)")
    }
  }
}
