import Formula

/// Formulas as a reader types them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let formula = try? Expression(plain: text) else { return 0 }
  _ = try? formula.value(in: Scope(["t": .value(.scalar(2))]), limit: 10_000)
  return 0
}
