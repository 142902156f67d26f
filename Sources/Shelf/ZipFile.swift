/// A zip archive of files as they are, without compression.
///
/// Format: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. Times are the format's first, so that
/// equal files give equal archives.
package struct ZipFile {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  /// Adds a file; `isProgram` makes it one that may be run.
  package mutating func add(_ name: String, _ bytes: [UInt8], isProgram: Bool) {
    let common =
      le16(20) + le16(0x800) + le16(0) + le16(0) + le16(0x21) + le32(crc32(bytes))
      + le32(UInt32(bytes.count)) + le32(UInt32(bytes.count)) + le16(UInt16(name.utf8.count))
      + le16(0)
    let offset = UInt32(body.count)
    body += le32(0x0403_4b50) + common + Array(name.utf8) + bytes
    let mode: UInt32 = isProgram ? 0o100755 : 0o100644
    // Made by a Unix, so that the mode counts.
    directory += le32(0x0201_4b50) + le16(0x0314) + common
    directory += le16(0) + le16(0) + le16(0) + le32(mode << 16) + le32(offset) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  package var bytes: [UInt8] {
    body + directory + le32(0x0605_4b50) + le16(0) + le16(0) + le16(count) + le16(count)
      + le32(UInt32(directory.count)) + le32(UInt32(body.count)) + le16(0)
  }
}

private func le16(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

private func le32(_ number: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// The checksum of ISO 3309, polynomial 0xEDB88320 reflected.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  return sum ^ 0xFFFF_FFFF
}

private let table: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { rest, _ in
    rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1
  }
}
