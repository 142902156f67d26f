package import FoundationEssentials

/// Tensors as a safetensors file: a header of JSON, then the numbers, little-endian Float32.
///
///     8 bytes          length of the header
///     header           {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, ...}
///     the numbers      one tensor after the other
///
/// Source: huggingface/safetensors, README, "Format".
package enum Safetensors {
  /// What a file may have at most; a network of the lessons has a hundredth of it.
  package static let largestFile = 256 << 20
  static let largestHeader = 1 << 20

  /// The file of some tensors and notes about them; names in their order.
  package static func data(
    _ tensors: [(name: String, tensor: Tensor)], notes: [String: String] = [:]
  ) -> Data {
    var entries: [String: Entry] = [:]
    var offset = 0
    for (name, tensor) in tensors {
      let end = offset + 4 * tensor.count
      entries[name] = Entry(dtype: "F32", shape: tensor.shape, offsets: [offset, end])
      offset = end
    }
    var header = (try? encoder.encode(Header(notes: notes, entries: entries))) ?? Data("{}".utf8)
    // The numbers begin at a multiple of eight, as the format asks.
    while !header.count.isMultiple(of: 8) { header.append(UInt8(ascii: " ")) }
    var data = Data(littleEndian: UInt64(header.count))
    data.append(header)
    for (_, tensor) in tensors {
      for value in tensor.values { data.append(Data(littleEndian: value.bitPattern)) }
    }
    return data
  }

  /// The tensors of a file by their names, and the notes.
  ///
  /// - Throws: what is wrong with it: too short or long, a header that is none, tensors that are
  ///   not Float32, overlap, reach beyond the end or leave a gap, or numbers that are not finite.
  package static func read(
    _ data: Data
  ) throws(WeightsError) -> (tensors: [String: Tensor], notes: [String: String]) {
    let bytes = [UInt8](data)
    guard bytes.count >= 8, bytes.count <= largestFile else {
      throw .malformed("it has \(bytes.count) bytes")
    }
    let length = (0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[$1]) }
    guard length >= 2, length <= UInt64(largestHeader), length <= UInt64(bytes.count - 8) else {
      throw .malformed("its header would have \(length) bytes")
    }
    let start = 8 + Int(length)
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[8..<start])) else {
      throw .malformed("its header can't be read")
    }
    let numbers = bytes[start...]
    var tensors: [String: Tensor] = [:]
    var reached = 0
    for (name, entry) in header.entries.sorted(by: { $0.value.start < $1.value.start }) {
      tensors[name] = try entry.tensor(name, in: numbers, from: &reached)
    }
    guard reached == numbers.count else {
      throw .malformed("\(numbers.count - reached) bytes at its end belong to no tensor")
    }
    return (tensors, header.notes)
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
