// swift-tools-version: 6.2
import PackageDescription

/// What every room of ours is compiled with: warnings are errors, and imports say what they leak.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Rooms that count in inner loops are optimised in debug builds too: 64 times faster there.
let numeric: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let real: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A room: a folder of `Sources`, what it may import, and its tests of the same name.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict,
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "noisebook",
  products: [
    .executable(name: "noisebook", targets: ["noisebook"]),
    // For the nested package Benchmarks, which measures rooms one by one.
    .library(
      name: "Rooms",
      targets: [
        "Lessons", "Figures", "Exports", "Curses", "Plots", "Diffusion", "Probability", "Canvas",
      ]),
    .library(
      name: "NetworkRooms", targets: ["Training", "Networks", "Diffusion", "Probability"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // The program.
    .executableTarget(
      name: "noisebook",
      dependencies: [
        "Curses", "Shelf", "Exports", "Notebook", "Lessons", "LessonText", "Figures", "Plots",
        "Typesetting", "Canvas", "Formula", "Symbols", "Notes", "OrderedJSON", "Exercises",
        "Programs", "Training", "Networks", "Diffusion", "Probability", arguments,
      ], swiftSettings: strict),

    // Upper floor: one terminal, every file, what the reader is doing.
    room("Curses", ["Notebook", "Canvas", "CNcurses", "CTerminalGuard"]),
    room("Programs", ["Exercises", "OrderedJSON", "Canvas"]),
    room("Shelf", ["Notebook", "Lessons", "LessonText", "OrderedJSON"]),
    room(
      "Exports",
      [
        "Notebook", "Notes", "Lessons", "LessonText", "Symbols", "Figures", "Exercises", "Canvas",
        "Typesetting", "Formula", "OrderedJSON", "CCells",
      ]),
    room(
      "Notebook",
      [
        "Typesetting", "Lessons", "LessonText", "Notes", "Exercises", "Figures", "Plots",
        "Symbols", "Formula", "Canvas",
      ]),
    room(
      "Lessons",
      [
        "LessonText", "Exercises", "Symbols", "Figures", "Plots", "Formula", "Diffusion",
        "Training", "Networks", "Probability", "Canvas", "OrderedJSON", real,
      ]),
    room(
      "Exercises", ["Formula", "Diffusion", "Probability", "Canvas", "OrderedJSON", real],
      settings: numeric),
    room("Notes", ["LessonText", "Symbols", "Formula"]),
    room("LessonText", ["CMarkdown", "CYaml"], settings: numeric, plugins: ["EmbedLessons"]),
    room(
      "Training", ["Diffusion", "Networks", "Probability", "CWeights", real], settings: numeric),
    room("Figures", ["Plots", "Canvas"]),
    room("Symbols", ["Formula", "Diffusion", "Probability", "Canvas", real], settings: numeric),

    // Middle floor: formulas and data to cells.
    room("Typesetting", ["Formula", "Canvas"]),
    room("Plots", ["Canvas", real], settings: numeric),

    // Ground floor.
    room("Formula", ["Probability", real], settings: numeric),
    room("Diffusion", ["Probability", real], settings: numeric),
    room(
      "Networks",
      [
        "Probability", "CNetworkLoops", real,
        // macOS has a BLAS of its own, in Accelerate.
        .target(name: "CBLAS", condition: .when(platforms: [.linux])),
      ], settings: numeric),
    room("Probability", ["CLoops", real], settings: numeric),
    room("Canvas", settings: numeric),
    room("OrderedJSON"),

    // Libraries of C.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .systemLibrary(name: "CMarkdown", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(name: "CYaml", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CBLAS", providers: [.apt(["libopenblas-serial-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(
      name: "CLoops",
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(name: "CWeights", exclude: ["weights"]),
    .target(name: "CCells", exclude: ["figures.py"]),
    .target(
      name: "CNetworkLoops",
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    // The lessons' texts, embedded.
    .executableTarget(name: "EmbedLessonsTool", swiftSettings: strict),
    .plugin(name: "EmbedLessons", capability: .buildTool(), dependencies: ["EmbedLessonsTool"]),

    // Tests, a folder a room; the last drives the program itself in a terminal.
    tests(of: "Canvas"),
    tests(of: "OrderedJSON", ["Probability"]),
    tests(of: "Probability", ["CLoops"], exclude: ["Reference"]),
    tests(of: "Formula", ["Probability"]),
    tests(of: "Diffusion", ["Probability"], exclude: ["Reference"]),
    tests(of: "Networks", ["Probability"]),
    tests(
      of: "Training", ["Networks", "Diffusion", "Probability"], exclude: ["Reference"]),
    tests(of: "Typesetting", ["Formula", "Canvas"]),
    tests(of: "Plots", ["Canvas", "Exports", "GoldenFiles", real], exclude: ["Golden"]),
    tests(of: "LessonText"),
    tests(of: "Exercises", ["Formula", "Diffusion", "Probability", "OrderedJSON", "Typesetting"]),
    tests(of: "Figures", ["Lessons", "Diffusion", "Canvas"]),
    tests(of: "Symbols", ["Formula", "Diffusion"]),
    tests(of: "Notes", ["Symbols", "LessonText", "Formula"], exclude: ["Fixtures"]),
    tests(
      of: "Lessons",
      [
        "LessonText", "Exercises", "Figures", "Symbols", "Diffusion", "Probability", "Canvas",
        "OrderedJSON",
      ],
      exclude: ["Reference"]),
    tests(
      of: "Notebook", ["Lessons", "LessonText", "Figures", "Canvas"], exclude: ["Specimen"]),
    tests(of: "Programs", ["Exercises", "OrderedJSON", "Probability"]),
    tests(of: "Shelf", ["Notebook", "Lessons", "OrderedJSON", "Probability"]),
    tests(
      of: "Exports",
      ["Exercises", "OrderedJSON", "Figures", "Lessons", "Notebook", "Symbols", "Canvas"]),
    tests(of: "Curses", ["Notebook", "Canvas"]),
    .executableTarget(
      name: "CursesProbe", dependencies: ["Curses", "Notebook", "Canvas"],
      path: "Tests/CursesProbe", swiftSettings: strict),
    .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["noisebook", "CursesProbe", "GoldenFiles"],
      exclude: ["Golden"], swiftSettings: strict),
  ]
)
