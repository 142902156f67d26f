/// A key as the reader pressed it, freed of what terminals make of it.
package enum Key: Hashable, Sendable {
  /// A character that was typed, the space among them.
  case character(Character)
  case left
  case right
  case up
  case down
  case shiftLeft
  case shiftRight
  case pageUp
  case pageDown
  case home
  case end
  case enter
  case backspace
  case delete
  case tab
  case shiftTab
  case escape
  /// A function key by its number, F5 as 5.
  case function(Int)
  /// A letter held with Control, in lower case.
  case control(Character)
  /// A click or a wheel's turn, where the mouse is on.
  case mouse(Mouse, column: Int, row: Int)

  package enum Mouse: Hashable, Sendable {
    case click
    case drag
    case wheelUp
    case wheelDown
  }
}
