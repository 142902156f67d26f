/// Colours for a scale of numbers, each lighter than the one before.
///
/// Entries of xterm's palette that follow well-known maps, chosen so that lightness (OKLab) only
/// grows: the nearest entries of the maps themselves do not. Read in gray, the order remains.
package struct ColorMap: Hashable, Sendable {
  package let name: String
  package let entries: [UInt8]
  /// Its colours among the first sixteen: few, for lightness must grow in every common theme.
  package let sixteen: [UInt8]

  package static let viridis = ColorMap(
    name: "viridis", entries: [53, 54, 55, 24, 60, 30, 66, 36, 42, 113, 184, 220],
    sixteen: [4, 6, 10, 11])
  package static let magma = ColorMap(
    name: "magma", entries: [16, 233, 53, 54, 90, 126, 161, 167, 209, 216, 222, 229],
    sixteen: [0, 5, 13, 15])
  package static let inferno = ColorMap(
    name: "inferno", entries: [16, 233, 53, 54, 89, 125, 160, 166, 208, 214, 220, 229],
    sixteen: [0, 1, 9, 11])
  package static let plasma = ColorMap(
    name: "plasma", entries: [18, 54, 55, 91, 126, 162, 167, 203, 208, 214, 220, 226],
    sixteen: [4, 13, 11])
  package static let cividis = ColorMap(
    name: "cividis", entries: [17, 18, 238, 239, 241, 243, 102, 137, 144, 179, 185, 220],
    sixteen: [4, 3, 11])
  package static let gray = ColorMap(
    name: "gray",
    entries: [16, 233, 235, 236, 238, 240, 241, 243, 102, 247, 248, 250, 252, 253, 255, 231],
    sixteen: [0, 8, 7, 15])

  package static let all: [ColorMap] = [viridis, magma, inferno, plasma, cividis, gray]

  /// The colour of a share from 0 to 1; what is beyond counts as the end.
  package func color(_ share: Double, of depth: ColorDepth = .palette) -> Color {
    let list = depth == .palette ? entries : sixteen
    let step = Int(min(max(share, 0), 1) * Double(list.count))
    return .palette(list[min(step, list.count - 1)])
  }

  /// The colour among sixteen at one dot, so that many dots together have the shade.
  ///
  /// A share between two colours is made of both, by the pattern of `OrderedDither`.
  package func dithered(_ share: Double, x: Int, y: Int) -> Color {
    let place = min(max(share, 0), 1) * Double(sixteen.count - 1)
    let step = min(Int(place), sixteen.count - 2)
    let isNext = place - Double(step) > OrderedDither.threshold(x: x, y: y)
    return .palette(sixteen[isNext ? step + 1 : step])
  }
}

extension Color {
  /// Black or white, whichever is read better on this colour.
  package var contrast: Color {
    guard let (red, green, blue) = rgb else { return .standard }
    return 299 * red + 587 * green + 114 * blue > 140_000 ? .palette(16) : .palette(231)
  }
}
