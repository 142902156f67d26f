import Figures
import Testing

@testable import LessonText
@testable import Lessons
@testable import Symbols

@Suite struct `A symbol on a page` {
  @Test func `has a meaning on every page of every lesson`() throws {
    let catalog = try Catalog.builtIn()
    let origins = SymbolOrigins(catalog)
    var vague: Set<String> = []
    for entry in catalog.entries {
      for step in entry.lesson.steps {
        for note in catalog.symbols(on: step, nil, origins: origins) {
          #expect(!note.symbol.meaning.isEmpty && !note.symbol.unit.isEmpty)
          #expect(note.origin != nil, "\(note.symbol.name) of \(entry.lesson.id)/\(step.id)")
          if note.symbol.unit == "as the text says", note.symbol.name.count > 1 {
            vague.insert(note.symbol.name)
          }
        }
      }
    }
    // What only the text explains are single letters; the field's names all have a meaning.
    #expect(vague.isEmpty, "\(vague.sorted())")
  }
}
