import ArgumentParser
import Canvas
import Exports

/// The options of commands that write recordings.
struct RecordingOptions: ParsableArguments {
  @Option(
    name: .customLong("size"),
    help: ArgumentHelp("The size of what is written.", valueName: "colsxrows"))
  var writtenSize: String?

  @Option(
    name: .customLong("cast-version"),
    help: ArgumentHelp("The version of the asciicast, 2 or 3.", valueName: "n"))
  var castVersion = 2

  func validate() throws {
    guard version.rawValue == castVersion else {
      throw ValidationError("--cast-version takes 2 or 3, not \(castVersion).")
    }
    _ = try size
  }

  var version: Asciicast.Version { Asciicast.Version(rawValue: castVersion) ?? .second }

  var size: Size {
    get throws {
      guard let writtenSize else { return Size(columns: 80, rows: 24) }
      let parts = writtenSize.split(separator: "x").map { Int($0) }
      guard parts.count == 2, let columns = parts[0], let rows = parts[1],
        (20...500).contains(columns), (6...200).contains(rows)
      else {
        throw ValidationError(
          "--size takes COLSxROWS from 20x6 to 500x200, not \"\(writtenSize)\".")
      }
      return Size(columns: columns, rows: rows)
    }
  }
}
