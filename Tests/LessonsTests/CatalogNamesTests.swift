import LessonText
import Testing

@testable import Lessons

@Suite struct CatalogNamesTests {
  @Test func `each lesson, read alone by any of its names, is the lesson read among all`() throws {
    let all = try Catalog.builtIn()
    for entry in all.entries {
      let (number, id) = (entry.lesson.number, entry.lesson.id)
      for name in [id, number, "\(number)-\(id)", "\(Int(number) ?? -1)"] {
        let alone = try Catalog.builtIn(only: name)
        #expect(alone.entries.map(\.lesson.id) == [id])
        #expect(alone.index(named: name) == 0)
        #expect(all.index(named: name) == all.entries.firstIndex { $0.lesson.id == id })
      }
    }
  }

  @Test(arguments: ["", "nose-schedule", "01-", "-1", "99", ".md"])
  func `a name that no lesson has brings all, so that the nearest can be named`(name: String) throws
  {
    let catalog = try Catalog.builtIn(only: name)
    #expect(catalog.entries.count == embeddedLessons.count)
    #expect(catalog.index(named: name) == nil)
  }
}
