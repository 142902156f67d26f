import Foundation

/// Rows of a table of `Reference`, which `make_reference.py` writes.
func referenceRows<Row: Decodable>(_ name: String, as row: Row.Type = Row.self) throws -> [Row] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Reference/\(name)")
  return try JSONDecoder().decode([Row].self, from: Data(contentsOf: file))
}

/// Whether two numbers agree to `tolerance`, as a share of the second where that is above 1.
func agree(_ got: Double, _ want: Double, _ tolerance: Double) -> Bool {
  abs(got - want) <= tolerance * max(1, abs(want))
}

/// Whether two numbers agree to `tolerance` as a share of the second, however small it is.
func agreeRelatively(_ got: Double, _ want: Double, _ tolerance: Double) -> Bool {
  got == want || abs(got - want) <= tolerance * abs(want)
}
