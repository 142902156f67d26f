import FoundationEssentials

extension Safetensors {
  /// The header: an entry a tensor, and notes under `__metadata__`.
  struct Header: Codable {
    var notes: [String: String] = [:]
    var entries: [String: Entry] = [:]

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    private static let notesName = "__metadata__"

    init(notes: [String: String], entries: [String: Entry]) {
      (self.notes, self.entries) = (notes, entries)
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      for key in container.allKeys {
        if key.stringValue == Self.notesName {
          notes = try container.decode([String: String].self, forKey: key)
        } else {
          entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
        }
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Name.self)
      if !notes.isEmpty { try container.encode(notes, forKey: Name(stringValue: Self.notesName)) }
      for (name, entry) in entries { try container.encode(entry, forKey: Name(stringValue: name)) }
    }
  }

  /// What the header says of one tensor.
  struct Entry: Codable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }

    var start: Int { offsets.first ?? 0 }

    /// The numbers, which begin at `reached`, where those of the tensor before end.
    func tensor(
      _ name: String, in bytes: ArraySlice<UInt8>, from reached: inout Int
    ) throws(WeightsError) -> Tensor {
      guard dtype == "F32" else {
        throw .malformed("the tensor \"\(name)\" is of \(dtype), not of F32")
      }
      guard offsets.count == 2, start == reached, offsets[1] >= start, offsets[1] <= bytes.count
      else { throw .malformed("the tensor \"\(name)\" does not lie where it should") }
      var count = 1
      for length in shape {
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
        guard length >= 0, !isTooLarge else {
          throw .malformed("the tensor \"\(name)\" has the shape \(shape)")
        }
        count = product
      }
      guard shape.count <= 8, count <= bytes.count / 4, 4 * count == offsets[1] - start else {
        throw .malformed("the tensor \"\(name)\" has another size than its shape \(shape)")
      }
      reached = offsets[1]
      let first = bytes.startIndex + start
      let values = (0..<count).map { index in
        Float(
          bitPattern: (0..<4).reversed().reduce(UInt32(0)) {
            $0 << 8 | UInt32(bytes[first + 4 * index + $1])
          })
      }
      guard values.allSatisfy(\.isFinite) else {
        throw .malformed("the tensor \"\(name)\" has a number that is not finite")
      }
      return Tensor(shape, values)
    }
  }
}

extension Data {
  init(littleEndian value: some FixedWidthInteger) {
    self = Swift.withUnsafeBytes(of: value.littleEndian) { Data($0) }
  }
}
