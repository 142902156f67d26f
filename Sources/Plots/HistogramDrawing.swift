package import Canvas

extension Histogram: Picture {
  /// The histogram as a picture of exactly this size.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let picture = HistogramPicture(spelled(in: glyphs), screen.size, glyphs, depth)
    picture.frame.draw(on: &screen)
    picture.drawBars(on: &screen)
    picture.drawLines(on: &screen)
    return screen
  }

  private func spelled(in glyphs: GlyphSet) -> Histogram {
    var plot = self
    plot.title = title.spelled(in: glyphs)
    plot.x = x.spelled(in: glyphs)
    plot.y = y.spelled(in: glyphs)
    for index in samples.indices {
      plot.samples[index].name = samples[index].name.spelled(in: glyphs)
    }
    for index in curves.indices { plot.curves[index].name = curves[index].name.spelled(in: glyphs) }
    return plot
  }
}

/// A histogram while it is drawn.
struct HistogramPicture {
  let frame: Frame
  /// The heights of the bars that are filled.
  private let heights: [Double]
  private let edges: [Double]
  /// Outlines and curves.
  private let lines: [LinePlot.Series]
  private let looks: Looks
  private let depth: ColorDepth

  init(_ plot: Histogram, _ size: Size, _ glyphs: GlyphSet, _ depth: ColorDepth) {
    let bins = HistogramBins(of: plot)
    let all = plot.samples.indices.map { bins.heights($0, plot.measure) }
    (edges, heights, self.depth) = (bins.edges, all.first ?? [], depth)
    lines =
      zip(plot.samples, all).dropFirst().map { stairs($0.name, bins.edges, $1) } + plot.curves
    looks = Looks(isFilled: !plot.samples.isEmpty, lines: lines.count, glyphs: glyphs)
    var surroundings = Surroundings(
      title: plot.title, x: (plot.x.covering(bins.edges), Extent()),
      y: (plot.y, Extent(of: [0] + all.joined() + plot.curves.flatMap(\.y), on: plot.y.scale)))
    surroundings.legend = looks.legend(plot.samples.first?.name, lines.map(\.name))
    surroundings.note = bins.missing == 0 ? "" : "left out: \(bins.missing) without a place"
    frame = Frame(size, surroundings, glyphs: glyphs)
  }
}

extension HistogramPicture {
  /// Fills the bars: what has any height shows at least the lowest step.
  func drawBars(on screen: inout Screen) {
    guard !frame.area.isEmpty else { return }
    let steps = looks.steps
    for column in 0..<frame.area.size.columns {
      let height = height(column)
      guard height > 0, frame.y.scale.holds(height) else { continue }
      let share = min(max(frame.y.share(of: height), 0), 1)
      let parts = Int((share * Double(frame.area.size.rows * steps.count)).rounded())
      fill(max(1, parts), steps, column: frame.area.column + column, on: &screen)
    }
  }

  private func fill(_ parts: Int, _ steps: [Cell], column: Int, on screen: inout Screen) {
    for level in 0..<(parts + steps.count - 1) / steps.count {
      let step = min(parts - level * steps.count, steps.count) - 1
      screen[column: column, row: frame.bottom - 1 - level] = steps[step]
    }
  }

  /// The height over a column: that of the bin in its middle, or the mean of bins narrower than it.
  private func height(_ column: Int) -> Double {
    let columns = Double(frame.area.size.columns)
    let low = frame.x.value(at: Double(column) / columns)
    let high = frame.x.value(at: Double(column + 1) / columns)
    let middle = frame.x.value(at: (Double(column) + 0.5) / columns)
    guard let first = edges.first, let last = edges.last, middle >= first, middle <= last else {
      return 0
    }
    let bin = bin(of: middle)
    if edges[bin + 1] - edges[bin] >= high - low { return heights.isEmpty ? 0 : heights[bin] }
    return mean(from: max(low, first), to: min(high, last))
  }

  private func mean(from low: Double, to high: Double) -> Double {
    guard low < high else { return 0 }
    var sum = 0.0
    for bin in bin(of: low)...bin(of: high) where bin < heights.count {
      let part = min(high, edges[bin + 1]) - max(low, edges[bin])
      sum += heights[bin] * max(0, part / (high - low))
    }
    return sum
  }

  private func bin(of value: Double) -> Int {
    let after = edges.firstIndex { $0 > value } ?? edges.count
    return min(max(0, after - 1), max(0, edges.count - 2))
  }

  /// Draws outlines and curves over the bars.
  func drawLines(on screen: inout Screen) {
    guard !frame.area.isEmpty else { return }
    var layer = Screen(frame.area.size)
    var all = Dots(frame.area.size, glyphs: frame.glyphs)
    var markers = Markers()
    for (index, line) in lines.enumerated() {
      let look = looks.line(index)
      var dots = Dots(frame.area.size, glyphs: frame.glyphs)
      let ink = Ink(look.style, glyph: frame.glyphs == .ascii ? look.marker : nil)
      let lonely = frame.trace(line, ink: ink, in: &dots)
      all.add(dots)
      for place in lonely { markers.add(look, at: place, in: dots) }
      if lines.count > 1 { markers.spread(look, along: dots, index: index, of: lines.count) }
    }
    all.draw(on: &layer, column: 0, row: 0)
    markers.draw(on: &layer, column: 0, row: 0)
    lay(layer, on: &screen)
  }

  /// Lays lines over bars; within a bar they are cut out of its colour.
  private func lay(_ layer: Screen, on screen: inout Screen) {
    for row in 0..<layer.size.rows {
      for column in 0..<layer.size.columns where layer[column: column, row: row] != .blank {
        var cell = layer[column: column, row: row]
        let place = (column: frame.area.column + column, row: frame.area.row + row)
        let below = screen[column: place.column, row: place.row]
        if below.character == "█" {
          let fill = below.style.foreground
          cell.style = depth == .none ? .reverse : Style(fill.contrast, on: fill)
        }
        screen[column: place.column, row: place.row] = cell
      }
    }
  }
}

extension Axis {
  /// The axis from the first edge to the last, unless its range is given.
  fileprivate func covering(_ edges: [Double]) -> Axis {
    guard usableRange == nil, let first = edges.first, let last = edges.last else { return self }
    return Axis(label, scale: scale, range: first...last)
  }
}

extension Extent {
  /// The extent of those numbers that have a place on a scale.
  fileprivate init(of numbers: [Double], on scale: Axis.Scale) {
    self.init()
    for number in numbers where scale.holds(number) { include(number) }
  }
}

/// The line around the bars of a sample.
private func stairs(_ name: String, _ edges: [Double], _ heights: [Double]) -> LinePlot.Series {
  let x: [Double] = edges.flatMap { [$0, $0] }
  let y: [Double] = heights.flatMap { [$0, $0] }
  return LinePlot.Series(name, x: x, y: [0] + y + [0])
}
