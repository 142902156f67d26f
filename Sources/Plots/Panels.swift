import Canvas

/// Several pictures in one, side by side or one above the other.
///
///     Panels([
///       Panel("noised", Scatter(...)), Panel("denoised", Scatter(...)),
///       Panel("distance", LinePlot(...), importance: -1),
///     ])
///
/// Where the parts stand depends on the size alone and not on what they show, so nothing jumps from
/// frame to frame.
package struct Panels: Sendable {
  package var title: String
  package var panels: [Panel]
  package var direction: Direction

  package init(_ title: String = "", _ panels: [Panel], direction: Direction = .sideBySide) {
    self.title = title
    self.panels = panels
    self.direction = direction
  }

  /// What the panels are laid out as, if there is room.
  package enum Direction: Hashable, Sendable {
    case sideBySide
    case stacked
  }
}

/// A picture with a title of its own, and how much it is needed where there is no room for all.
package struct Panel: Sendable {
  package var title: String
  package var picture: any Picture
  package var importance: Int

  package init(_ title: String = "", _ picture: any Picture, importance: Int = 0) {
    self.title = title
    self.picture = picture
    self.importance = importance
  }
}
