package import Figures
package import OrderedJSON

extension Outcome {
  /// The outcome as `run --format json` prints it.
  package func json(lesson: String, figure: String, seed: UInt64) -> JSON {
    .object([
      ("lesson", .text(lesson)), ("figure", .text(figure)),
      ("seed", .natural(seed)),
      ("parameters", .object(settings.entries.map { ($0.name, $0.value.json) })),
      ("values", .object(values.map { ($0.name, .number($0.value)) })),
      ("tables", .object(tables.map { ($0.name, $0.json) })),
    ])
  }

  /// The first table as comma-separated values, else a row for each value.
  package var csv: String {
    guard let table = tables.first else {
      return "name,value\n" + values.map { "\($0.name),\($0.value.typedOrEmpty)\n" }.joined()
    }
    let rows = table.cells.map { row in
      zip(table.columns, row).map { $1.csv(isWhole: table.isWhole($0)) }.joined(separator: ",")
        + "\n"
    }
    return table.columns.joined(separator: ",") + "\n" + rows.joined()
  }
}

extension Table {
  fileprivate var json: JSON {
    let whole = columns.map(isWhole)
    let lines = cells.map { row in JSON.array(zip(whole, row).map { $1.json(isWhole: $0) }) }
    return .object([("columns", .array(columns.map(JSON.text))), ("rows", .array(lines))])
  }
}

extension Table.Cell {
  fileprivate func json(isWhole: Bool) -> JSON {
    switch self {
    case .number(let value):
      (isWhole ? Int(exactly: value) : nil).map(JSON.integer) ?? .number(value)
    case .word(let word): .text(word)
    }
  }

  fileprivate func csv(isWhole: Bool) -> String {
    switch self {
    case .number(let value):
      (isWhole ? Int(exactly: value) : nil).map(String.init) ?? value.typedOrEmpty
    case .word(let word): word
    }
  }
}

extension Settings.Value {
  fileprivate var json: JSON {
    switch self {
    case .choice(let name): .text(name)
    case .integer(let value): .integer(value)
    case .real(let value): .number(value)
    case .reals(let values): .array(values.map(JSON.number))
    }
  }
}

extension Double {
  /// A number that reads back exactly; nothing where it is not finite.
  fileprivate var typedOrEmpty: String { isFinite ? "\(self)" : "" }
}
