// swift-tools-version: 6.2
import PackageDescription

/// What the house calls itself: the package manager takes a package's identity from its folder.
let folder = Context.packageDirectory.split(separator: "/").dropLast().last ?? "noisebook"
let house = folder.lowercased()
let rooms: Target.Dependency = .product(name: "Rooms", package: String(folder))

/// `package` access stops at the end of a package; these times are of things inside the house.
let insider: [SwiftSetting] = [
  .unsafeFlags([
    "-package-name", String(house.map { $0.isLetter || $0.isNumber ? $0 : "_" }),
  ])
]

/// A program that prints times of the rooms.
func measuring(_ name: String, with more: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name, dependencies: [rooms] + more, packageAccess: false, swiftSettings: insider)
}

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(path: "..")],
  targets: [
    measuring("RoomTimes"),
    measuring("FrameTimes", with: ["Timing"]),
    measuring("ExactScore", with: ["CPeak", "Timing"]),
    measuring("LatentTimes", with: ["Timing"]),
    .target(name: "CPeak"),
    .target(name: "Timing"),
    .executableTarget(
      name: "NetworkTimes",
      dependencies: [.product(name: "NetworkRooms", package: String(folder)), "Timing"],
      packageAccess: false, swiftSettings: insider),
    measuring("TerminalCost", with: ["CStockCurses", "CProcessCost"]),
    .target(
      name: "CStockCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CProcessCost"),
  ]
)
