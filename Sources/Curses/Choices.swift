package import Canvas

extension GlyphSet {
  /// The glyphs that suit a terminal when the reader names none.
  ///
  /// ASCII where the locale is not UTF-8, for the bytes would be shown one by one; blocks on the
  /// Linux console, whose font has no braille.
  package static func automatic(type: String?, isUTF8: Bool) -> GlyphSet {
    guard isUTF8 else { return .ascii }
    return type == "linux" ? .block : .braille
  }
}

extension ColorDepth {
  /// The colours to use: a flag before `NO_COLOR` before what the terminal has.
  ///
  /// The flag never gives more than the terminal has, `available` colours in its description. An
  /// empty `NO_COLOR` counts as unset, as no-color.org wants it.
  package static func choice(flag: ColorDepth?, noColor: String?, available: Int) -> ColorDepth {
    let limit = ColorDepth.allCases.last { $0.count <= available } ?? .none
    if let flag { return flag.count < limit.count ? flag : limit }
    return noColor.map(\.isEmpty) ?? true ? limit : .none
  }

  private var count: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .palette: 256
    }
  }
}

/// Whether a terminal of this type may be told to hold a frame back until it is whole.
///
/// Those named ignore the sequence where they don't know it; older ones, as vt100 or the Linux
/// console, were never tried and gain nothing.
package func holdsFrames(type: String) -> Bool {
  let families = [
    "xterm", "tmux", "alacritty", "foot", "kitty", "wezterm", "ghostty", "contour", "rio",
    "konsole", "vte", "gnome", "iterm", "mintty",
  ]
  return families.contains { type.hasPrefix($0) }
}
