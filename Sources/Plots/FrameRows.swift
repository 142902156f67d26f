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
    let order: [WritableKeyPath<FrameRows, Int>] = [
      \.note, \.name, \.title, \.header, \.tickLabels, \.axis,
    ]
    var fitted = self
    for row in order where rows - fitted.above - fitted.below < 3 { fitted[keyPath: row] = 0 }
    return fitted
  }
}
