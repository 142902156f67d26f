import Foundation
import Networks
import Probability
import Testing

@Suite struct `A file of weights` {
  private let tensors = [
    (name: "b", tensor: Tensor([2, 3], [1, -2.5, 3e-20, 0, 7, 1e30])),
    (name: "a", tensor: Tensor([], [42])),
    (name: "none", tensor: Tensor(zeros: [0, 4])),
  ]

  private func file(_ header: String, bytes count: Int = 0) -> Data {
    var data = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    data.append(Data(header.utf8))
    data.append(Data(count: count))
    return data
  }

  @Test func `gives back what was put into it`() throws {
    let read = try Safetensors.read(Safetensors.data(tensors, notes: ["step": "7"]))
    #expect(read.notes == ["step": "7"])
    #expect(read.tensors == Dictionary(uniqueKeysWithValues: tensors.map { ($0.name, $0.tensor) }))
  }

  @Test func `is laid out as the format says`() throws {
    let data = Safetensors.data([(name: "w", tensor: Tensor([2], [1, 2]))])
    let header = #"{"w":{"data_offsets":[0,8],"dtype":"F32","shape":[2]}}"#
    let length = (header.utf8.count + 7) / 8 * 8
    #expect([UInt8](data.prefix(8)) == [UInt8(length), 0, 0, 0, 0, 0, 0, 0])
    let text = String(decoding: data.dropFirst(8).prefix(length), as: UTF8.self)
    #expect(text.trimmingCharacters(in: .whitespaces) == header)
    #expect([UInt8](data.suffix(8)) == [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40])
  }

  @Test(arguments: [
    ("", 0), ("{", 0), ("[]", 0), ("{}", 1),
    (#"{"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#, 8),
    (#"{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4),
    (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8),
    (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, 4),
    (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}"#, 8),
    (#"{"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, 8),
    (#"{"w":{"dtype":"F32","shape":[-1],"data_offsets":[0,-4]}}"#, 8),
    (#"{"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, 0),
    (
      #"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
      4
    ),
  ])
  func `that is broken is refused with a sentence`(header: String, bytes: Int) {
    let error = #expect(throws: WeightsError.self) {
      try Safetensors.read(file(header, bytes: bytes))
    }
    #expect(error?.description.hasSuffix("Get them again, or train anew.") == true)
  }

  @Test func `with numbers that are none is refused`() {
    let data = Safetensors.data([(name: "w", tensor: Tensor([1], [.nan]))])
    #expect(throws: WeightsError.self) { try Safetensors.read(data) }
  }

  @Test func `of random or mutated bytes never does harm`() throws {
    var generator = CounterGenerator(seed: 11)
    let whole = [UInt8](Safetensors.data(tensors))
    var refused = 0
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<8, using: &generator))
      if (try? Safetensors.read(Data(bytes))) == nil { refused += 1 }
    }
    #expect(refused > 1000)
  }
}
