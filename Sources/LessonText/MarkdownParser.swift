import CMarkdown

/// A part of a text that md4c hands out: a place in the source, or a copy.
enum MarkdownPiece: Hashable, Sendable {
  case source(Range<Int>)
  case copy(String)
}

/// One thing that md4c says of a text; they come in the order of the text.
enum MarkdownEvent {
  case enterBlock(MD_BLOCKTYPE, detail: UnsafeMutableRawPointer?)
  case leaveBlock(MD_BLOCKTYPE)
  case enterSpan(MD_SPANTYPE, detail: UnsafeMutableRawPointer?)
  case leaveSpan(MD_SPANTYPE)
  case text(MD_TEXTTYPE, MarkdownPiece)
}

/// Runs md4c over a text and hands each event to `receive`.
///
/// Tells whether the text was read to its end: md4c stops where memory ends, and here also where a
/// text makes more events than its length allows.
func parseMarkdown(
  _ text: PaddedText, _ receive: @escaping (MarkdownEvent, MarkdownBytes) -> Void
) -> Bool {
  text.bytes.withUnsafeBytes { buffer in
    let run = MarkdownRun(MarkdownBytes(buffer, of: text), receive)
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES)
    parser.enter_block = { runOf($2).receive(.enterBlock($0, detail: $1)) }
    parser.leave_block = { type, _, run in runOf(run).receive(.leaveBlock(type)) }
    parser.enter_span = { runOf($2).receive(.enterSpan($0, detail: $1)) }
    parser.leave_span = { type, _, run in runOf(run).receive(.leaveSpan(type)) }
    parser.text = { type, text, count, run in
      runOf(run).receive(.text(type, runOf(run).bytes.piece(text, count)))
    }
    let start = buffer.bindMemory(to: CChar.self).baseAddress
    let context = Unmanaged.passUnretained(run).toOpaque()
    return withExtendedLifetime(run) {
      md_parse(start, MD_SIZE(clamping: buffer.count), &parser, context) == 0
    }
  }
}

/// The bytes that md4c reads, which tell its pointers into them from those to copies.
struct MarkdownBytes {
  private let buffer: UnsafeRawBufferPointer
  private let text: PaddedText

  init(_ buffer: UnsafeRawBufferPointer, of text: PaddedText) {
    self.buffer = buffer
    self.text = text
  }

  /// The piece that md4c hands out: by its place in the source, if it lies in the text.
  func piece(_ pointer: UnsafePointer<CChar>?, _ count: UInt32) -> MarkdownPiece {
    guard let pointer, count > 0 else { return .copy("") }
    let start = UnsafeRawPointer(pointer)
    if let base = buffer.baseAddress, start >= base, start < base + buffer.count {
      let offset = start - base
      let end = min(offset + Int(count), buffer.count)
      return .source(text.sourceOffset(offset)..<text.sourceOffset(end))
    }
    return .copy(
      String(decoding: UnsafeRawBufferPointer(start: start, count: Int(count)), as: UTF8.self))
  }
}

/// What the callbacks of one run share; C hands it through as its `userdata`.
private final class MarkdownRun {
  let bytes: MarkdownBytes
  private let receiver: (MarkdownEvent, MarkdownBytes) -> Void
  private var eventsLeft: Int

  init(_ bytes: MarkdownBytes, _ receiver: @escaping (MarkdownEvent, MarkdownBytes) -> Void) {
    self.bytes = bytes
    self.receiver = receiver
    eventsLeft = bytes.mostEvents
  }

  /// Hands the event on; anything but 0 makes md4c stop.
  func receive(_ event: MarkdownEvent) -> Int32 {
    eventsLeft -= 1
    guard eventsLeft > 0 else { return 1 }
    receiver(event, bytes)
    return 0
  }
}

extension MarkdownBytes {
  /// No text needs more: the densest, bare quotes and list marks, makes two events a byte.
  fileprivate var mostEvents: Int { 6 * buffer.count + 100_000 }
}

private func runOf(_ context: UnsafeMutableRawPointer?) -> MarkdownRun {
  guard let context else { preconditionFailure("md4c hands through the context that it is given") }
  return Unmanaged<MarkdownRun>.fromOpaque(context).takeUnretainedValue()
}
