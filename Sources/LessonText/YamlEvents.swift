import CYaml

/// What libyaml says of a text, one event at a time.
final class YamlEvents {
  private let source: SourceText
  private let start: SourcePosition
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// How far the marks, which count scalars, have been followed through the bytes.
  private var scalars = 0
  private var offset = 0

  struct Event {
    var kind: Kind
    var position: SourcePosition
    var hasAnchor = false
    var hasTag = false
  }

  enum Kind: Hashable, Sendable {
    case documentStart
    case scalar(String)
    case listStart
    case keysStart
    case end
    case alias
    case streamEnd
    /// What carries no content.
    case other
  }

  /// Reads `text`, which stands at `start` in its document.
  init(_ text: String, at start: SourcePosition) {
    source = SourceText(text)
    self.start = start
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    if yaml_parser_initialize(parser) != 0 {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  func next() throws(TextError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { throw error() }
    defer { yaml_event_delete(&event) }
    var result = Event(kind: kind(of: event.type), position: position(of: event.start_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.kind = .scalar(String(decoding: bytes, as: UTF8.self))
      result.mark(anchor: scalar.anchor, tag: scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      result.mark(anchor: list.anchor, tag: list.tag)
    case YAML_MAPPING_START_EVENT:
      let keys = event.data.mapping_start
      result.mark(anchor: keys.anchor, tag: keys.tag)
    default: break
    }
    return result
  }
}

extension YamlEvents.Event {
  fileprivate mutating func mark(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) {
    hasAnchor = anchor != nil
    hasTag = tag != nil
  }
}

extension YamlEvents {
  private func kind(of type: yaml_event_type_t) -> Kind {
    switch type {
    case YAML_SEQUENCE_START_EVENT: .listStart
    case YAML_MAPPING_START_EVENT: .keysStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
    case YAML_ALIAS_EVENT: .alias
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
    default: .other
    }
  }

  /// The place of a mark in the document; marks come in order, so the text is walked once.
  private func position(of mark: yaml_mark_t) -> SourcePosition {
    if mark.index < scalars { (scalars, offset) = (0, 0) }
    while scalars < mark.index, offset < source.bytes.count {
      offset += 1
      while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    return position(at: offset)
  }

  private func position(at offset: Int) -> SourcePosition {
    let inner = source.position(of: offset)
    return SourcePosition(
      line: start.line + inner.line - 1,
      column: inner.line == 1 ? start.column + inner.column - 1 : inner.column)
  }

  private func error() -> TextError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it is no YAML"
    guard parser.pointee.error != YAML_READER_ERROR else {
      return TextError(
        "These keys hold a character that YAML forbids (\(problem)): delete it.",
        at: position(at: Int(clamping: parser.pointee.problem_offset)))
    }
    return TextError(
      "These keys cannot be read (\(problem)): \(advice(on: problem)).",
      at: position(of: parser.pointee.problem_mark))
  }

  private func advice(on problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "put quotes around a value that contains `: `"
    case "found character that cannot start any token":
      "put quotes around a value that begins with a mark, and indent by spaces, not tabs"
    case "found unknown escape character":
      "write single quotes, in which a backslash is a backslash"
    case let problem where problem.contains("alias") || problem.contains("anchor"):
      "put quotes around a value that begins with `*` or `&`"
    default: "write `name: value` on a line of its own, and quotes around a value with marks in it"
    }
  }
}
