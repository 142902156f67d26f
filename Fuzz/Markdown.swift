import LessonText

/// Texts in Markdown, with the blocks of a lesson.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let text = RepairedText(Array(bytes)).text
  _ = Document.read(text, directives: true)
  _ = Document.read(text, directives: false)
  return 0
}
