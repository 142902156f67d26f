/// The rows around a plot's area, each there or not.
struct FrameRows: Hashable, Sendable {
  var title = 0
  var header = 0
  var axis = 1
  var tickLabels = 1
  var name = 0
  var note = 0

  var above: Int { title + header }
  var below: Int { axis + tickLabels + name + note }

  /// Gives rows up, the least needed first, until the area has three of them.
  func fitted(to rows: Int) -> FrameRows {
    var fitted = self
    var isTight: Bool { rows - fitted.above - fitted.below < 3 }
    if isTight { fitted.note = 0 }
    if isTight { fitted.name = 0 }
    if isTight { fitted.title = 0 }
    if isTight { fitted.header = 0 }
    if isTight { fitted.tickLabels = 0 }
    if isTight { fitted.axis = 0 }
    return fitted
  }
}
