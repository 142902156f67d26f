import Canvas

/// A tick, and the cell of the axis where it stands.
struct PlacedTick: Hashable, Sendable {
  let tick: Tick
  /// Counted from the area's left or top.
  let cell: Int
  /// The picture's column where the label begins, on a level axis.
  var start = 0
}

/// The ticks of an axis, whose labels neither meet nor leave the picture.
struct PlacedTicks: Hashable, Sendable {
  var ticks: [PlacedTick] = []
  var offset: String?

  var labelWidth: Int { ticks.map { $0.tick.label.cellWidth }.max() ?? 0 }
}

/// Chooses, of several ways to name an axis's values, the first whose labels fit.
struct TickFit: Sendable {
  let cells: Int
  let dotsInCell: Int
  /// Whether there is a row to say an offset in; labels that need one make no sense without.
  let hasOffset: Bool

  /// The ticks of an axis of rows: a blank row between any two, labels at most `room` wide.
  func upright(_ choices: TickChoices, _ span: Span, room: Int) -> PlacedTicks {
    first(choices.lazy.map { place($0, span) { 1 - $0 } }) { ticks in
      ticks.labelWidth <= room
        && zip(ticks.ticks, ticks.ticks.dropFirst()).allSatisfy { $0.cell >= $1.cell + 2 }
    }
  }

  /// The ticks of an axis of columns: two blanks between any two labels, all in the picture.
  func level(_ choices: TickChoices, _ span: Span, left: Int, columns: Int) -> PlacedTicks {
    let placed = choices.lazy.map { choice in
      var ticks = place(choice, span) { $0 }
      for index in ticks.ticks.indices {
        let width = ticks.ticks[index].tick.label.cellWidth
        let centred = left + ticks.ticks[index].cell - width / 2
        ticks.ticks[index].start = max(0, min(centred, columns - width))
      }
      return ticks
    }
    return first(placed) { ticks in
      ticks.labelWidth <= columns
        && zip(ticks.ticks, ticks.ticks.dropFirst()).allSatisfy {
          $0.start + $0.tick.label.cellWidth + 2 <= $1.start && $0.cell < $1.cell
        }
    }
  }

  private func place(_ ticks: Ticks, _ span: Span, _ direction: (Double) -> Double) -> PlacedTicks {
    let places = ticks.marks.map { mark in
      let share = direction(span.share(of: mark.value))
      return PlacedTick(tick: mark, cell: cell(share, cells: cells, dotsInCell: dotsInCell))
    }
    return PlacedTicks(ticks: places, offset: ticks.offset)
  }

  /// The first that fits, of those with two ticks, then of those with one.
  private func first(
    _ choices: some Sequence<PlacedTicks>, where fits: (PlacedTicks) -> Bool
  ) -> PlacedTicks {
    var alone: PlacedTicks?
    guard cells > 0 else { return PlacedTicks() }
    for choice in choices where (hasOffset || choice.offset == nil) && fits(choice) {
      if choice.ticks.count > 1 { return choice }
      if choice.ticks.count == 1, alone == nil { alone = choice }
    }
    return alone ?? PlacedTicks()
  }
}
