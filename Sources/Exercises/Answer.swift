import Formula
package import OrderedJSON

/// What a program answers for a case: a number, a list, or a list for each step.
package enum Answer: Hashable, Sendable {
  case number(Double)
  case list([Double])
  case lists([[Double]])

  init(_ value: Value) {
    switch value {
    case .scalar(let number): self = .number(number)
    case .vector(let numbers): self = .list(numbers)
    }
  }

  /// The answer as JSON has it; nil for anything but numbers and lists of them.
  init?(_ json: JSON) {
    if let number = json.number {
      self = .number(number)
    } else if let items = json.items {
      let numbers = items.compactMap(\.number)
      let lists = items.compactMap { $0.items?.compactMap(\.number) }
      if numbers.count == items.count {
        self = .list(numbers)
      } else if lists.count == items.count,
        zip(lists, items).allSatisfy({ $0.count == $1.items?.count })
      {
        self = .lists(lists)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  package var json: JSON {
    switch self {
    case .number(let number): .number(number)
    case .list(let numbers): .array(numbers.map { .number($0) })
    case .lists(let lists): .array(lists.map { .array($0.map { .number($0) }) })
    }
  }

  /// All its numbers, in order.
  var elements: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let numbers): numbers
    case .lists(let lists): lists.flatMap(\.self)
    }
  }

  /// What kind of answer it is, in words.
  var shape: String {
    switch self {
    case .number: "a number"
    case .list(let numbers): "a list of \(counted(numbers.count, "number"))"
    case .lists(let lists):
      Set(lists.map(\.count)).count == 1
        ? "a list of \(lists.count) lists of \(counted(lists.first?.count ?? 0, "number"))"
        : "a list of \(lists.count) lists of different lengths"
    }
  }

  func hasShape(of other: Answer) -> Bool {
    switch (self, other) {
    case (.number, .number): true
    case (.list(let one), .list(let two)): one.count == two.count
    case (.lists(let one), .lists(let two)): one.map(\.count) == two.map(\.count)
    default: false
    }
  }
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// How near a number is to the right one.
enum Nearness: Int, Hashable, Sendable, Comparable {
  case far
  /// As near as single precision comes after some steps.
  case roughly
  /// As near as single precision comes.
  case single
  /// |got - want| <= 1e-9 |want| + 1e-12.
  case right

  init(_ got: Double, to want: Double) {
    let gap = (got - want).magnitude
    if gap <= 1e-9 * want.magnitude + 1e-12 {
      self = .right
    } else if gap <= 1e-5 * want.magnitude + 1e-6 {
      self = .single
    } else if gap <= 2e-3 * max(1, want.magnitude) {
      self = .roughly
    } else {
      self = .far
    }
  }

  static func < (one: Nearness, other: Nearness) -> Bool { one.rawValue < other.rawValue }
}
