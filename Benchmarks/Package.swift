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

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(path: "..")],
  targets: [
    .executableTarget(
      name: "RoomTimes", dependencies: [rooms], packageAccess: false, swiftSettings: insider),
    .executableTarget(
      name: "TerminalCost", dependencies: [rooms, "CStockCurses", "CProcessCost"],
      packageAccess: false, swiftSettings: insider),
    .target(
      name: "CStockCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CProcessCost"),
  ]
)
