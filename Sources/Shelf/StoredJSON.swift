#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON as a tree, so that what an older or newer noisebook wrote is kept, not understood or not.
indirect enum StoredJSON: Hashable, Sendable {
  case object([String: StoredJSON])
  case array([StoredJSON])
  case text(String)
  case number(Double)
  case integer(Int)
  case truth(Bool)
  case null

  init(bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(StoredJSON.self, from: Data(bytes))
  }

  /// The text that is stored: sorted keys, so that equal progress gives equal files.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + Array("\n".utf8)
  }

  subscript(key: String) -> StoredJSON? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  var text: String? { if case .text(let value) = self { value } else { nil } }
  var texts: [String] {
    if case .array(let values) = self { values.compactMap(\.text) } else { [] }
  }
  var members: [String: StoredJSON] { if case .object(let members) = self { members } else { [:] } }
}

extension StoredJSON: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([StoredJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: StoredJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .truth(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}
