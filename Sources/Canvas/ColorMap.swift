/// Colours for a scale of numbers, each lighter than the one before.
///
/// Entries of xterm's palette that follow well-known maps, chosen so that lightness (OKLab) only
/// grows: the nearest entries of the maps themselves do not. Read in gray, the order remains.
package struct ColorMap: Hashable, Sendable {
  package let name: String
  package let entries: [UInt8]

  package static let viridis = ColorMap(
    name: "viridis", entries: [53, 54, 55, 24, 60, 30, 66, 36, 42, 113, 184, 220])
  package static let magma = ColorMap(
    name: "magma", entries: [16, 233, 53, 54, 90, 126, 161, 167, 209, 216, 222, 229])
  package static let inferno = ColorMap(
    name: "inferno", entries: [16, 233, 53, 54, 89, 125, 160, 166, 208, 214, 220, 229])
  package static let plasma = ColorMap(
    name: "plasma", entries: [18, 54, 55, 91, 126, 162, 167, 203, 208, 214, 220, 226])
  package static let cividis = ColorMap(
    name: "cividis", entries: [17, 18, 238, 239, 241, 243, 102, 137, 144, 179, 185, 220])
  package static let gray = ColorMap(
    name: "gray",
    entries: [16, 233, 235, 236, 238, 240, 241, 243, 102, 247, 248, 250, 252, 253, 255, 231])

  package static let all: [ColorMap] = [viridis, magma, inferno, plasma, cividis, gray]

  /// The colour of a share from 0 to 1; what is beyond counts as the end.
  package func color(_ share: Double) -> Color {
    let steps = entries.count
    let step = Int(min(max(share, 0), 1) * Double(steps))
    return .palette(entries[min(step, steps - 1)])
  }
}

extension Color {
  /// Black or white, whichever is read better on this colour.
  package var contrast: Color {
    guard let (red, green, blue) = rgb else { return .standard }
    return 299 * red + 587 * green + 114 * blue > 140_000 ? .palette(16) : .palette(231)
  }
}
