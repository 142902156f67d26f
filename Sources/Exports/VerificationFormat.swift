import Lessons
package import OrderedJSON
import Symbols

extension [VerifiedItem] {
  /// What `verify --json` prints.
  package func json(failed: Int) -> JSON {
    .object([
      ("failed", .integer(failed)),
      (
        "items",
        .array(
          map { item in
            .object([
              ("lesson", .text(item.lesson)), ("id", .text(item.id)),
              ("kind", .text(item.kind.rawValue)), ("line", .integer(item.line)),
              ("verdict", .text(item.verdict.outcome.rawValue)), ("says", .text(item.verdict.says)),
            ])
          })
      ),
    ])
  }
}
