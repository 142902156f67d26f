package import Canvas

/// Small gray images in a row, each with a caption.
///
///     ImagePicture(
///       "label 3, w = 1", images: samples.map { ImagePicture.Image(columns: 16, rows: 16, $0) })
///
/// All are drawn equally large, by whole factors where there is room, so that a pixel is a square.
package struct ImagePicture: Hashable, Sendable {
  package var title: String
  package var images: [Image]
  /// The numbers that are black and white; without it the least and the greatest of all images.
  package var scale: ClosedRange<Double>?
  package var map: ColorMap

  package init(
    _ title: String = "", images: [Image], scale: ClosedRange<Double>? = 0...1,
    map: ColorMap = .gray
  ) {
    self.title = title
    self.images = images
    self.scale = scale
    self.map = map
  }

  /// Pixels row by row from the top left; what is missing or not a number is blank.
  package struct Image: Hashable, Sendable {
    package let columns: Int
    package let rows: Int
    package let pixels: [Double]
    package var caption: String

    package init(columns: Int, rows: Int, _ pixels: [Double], caption: String = "") {
      let grid = Grid(columns: columns, rows: rows, values: pixels)
      (self.columns, self.rows, self.pixels) = (grid.columns, grid.rows, grid.values)
      self.caption = caption
    }
  }
}
