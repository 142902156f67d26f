import Foundation
import Testing

@testable import Shelf

@Test func `the checksum is that of the standard`() {
  // The check value of CRC-32 in the catalogue of parametrised CRC algorithms.
  #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
}

@Test func `an archive is read by Python's zipfile, with its programs marked as such`() throws {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("nb-\(UUID().uuidString).zip").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  var archive = ZipFile()
  archive.add("run", Array("#!/bin/sh\n".utf8), isProgram: true)
  archive.add("a/ü.txt", [0, 255, 10], isProgram: false)
  try writeFile(archive.bytes, to: path)
  let script = """
    import sys, zipfile
    archive = zipfile.ZipFile(sys.argv[1])
    assert archive.testzip() is None
    print([(i.filename, oct(i.external_attr >> 16), archive.read(i)) for i in archive.infolist()])
    """
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-c", script, path]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let text = String(
    decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  #expect(
    text == "[('run', '0o100755', b'#!/bin/sh\\n'), ('a/ü.txt', '0o100644', b'\\x00\\xff\\n')]\n")
}
