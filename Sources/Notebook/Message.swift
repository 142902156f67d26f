package import Canvas
package import Figures
package import Lessons

/// What happened: the only way into a reading.
package enum Message: Sendable {
  case keyPressed(Key)
  case resized(Size)
  /// So many seconds have passed since the last tick.
  case ticked(seconds: Double)
  /// A figure that was asked for has been computed, or could not be.
  case computed(FigureRequest, Result<Outcome, FigureError>)
  /// A figure that is being computed has this to be looked at so far.
  case shown(FigureRequest, Outcome)
  /// Of a figure that is being computed so much is done, from 0 to 1, and the rest may take so long.
  case advanced(FigureRequest, share: Double, secondsLeft: Double? = nil)
  /// The lessons' author has changed them.
  case lessonsChanged(Catalog)
  /// Why what the author wrote can't be shown yet.
  case lessonsNotRead(String)
  case progressSaved
  /// Why the reader's place is not remembered.
  case progressNotSaved(String)
  case figureSaved(path: String)
  case figureNotSaved(String)
}

/// What a reading asks of the world; each is answered by a message, or by nothing.
package enum Effect: Hashable, Sendable {
  case quit
  /// Paint everything anew.
  case redraw
  case save(Progress)
  /// Store an attempt at an exercise, with the time that it is now.
  case record(Attempt, exercise: String)
  /// Compute on the worker: it may take longer than a frame.
  case compute(FigureRequest)
  /// Stop computing what was asked for: nobody waits for it any more.
  case stop(FigureRequest)
  /// Let what is being computed wait where it is, and let it go on.
  case hold(FigureRequest)
  case release(FigureRequest)
  /// Write a figure to a file, in the format that the path's ending names.
  case saveFigure(FigureRequest, picture: Screen, path: String)
  /// Put a line into the terminal's clipboard, where it has one.
  case copy(String)
  case setMouse(Bool)
}

/// A figure of a lesson with the reader's values.
package struct FigureRequest: Hashable, Sendable {
  package let lesson: String
  package let figure: String
  package let settings: Settings
  package let seed: UInt64

  package init(lesson: String, figure: String, settings: Settings, seed: UInt64 = 0) {
    self.lesson = lesson
    self.figure = figure
    self.settings = settings
    self.seed = seed
  }
}
