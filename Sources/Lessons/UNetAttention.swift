import Diffusion
import Figures
import Networks
import Plots
import Training

/// The figures of lesson 09: glyphs, a network that denoises them, and what its parts are for.
extension Figure {
  static let unetAttention: [Figure] = [
    glyphs, unetSample, unetLost, unetWithout, unetFeatures, unetAttentionMaps, unetRecognised,
  ]
}

extension Parameter {
  /// The digit that is asked for.
  static func digit(_ standard: Int) -> Parameter {
    Parameter("label", .integer(Glyph.labels), standard: "\(standard)", "the digit")
  }
}

extension Settings {
  /// The U-Net that was trained on glyphs, asked for the setting `label`.
  func glyphDenoiser(
    _ schedule: Schedule
  ) throws(FigureError) -> GlyphDenoiser {
    let learned = try TrainableModel.glyphs.learned()
    return GlyphDenoiser(
      learned, schedule, label: integer("label"), learned: try Self.glyphSchedule())
  }

  /// The schedule that the U-Net has learned.
  static func glyphSchedule() throws(FigureError) -> Schedule {
    do throws(ScheduleError) {
      return try GlyphTraining.schedule()
    } catch {
      throw .unfit(error.description)
    }
  }
}

extension ImagePicture {
  /// Glyphs with captions; 1 is ink.
  init(_ title: String, _ glyphs: [(image: [Double], caption: String)]) {
    self.init(
      title,
      images: glyphs.map {
        Image(columns: Glyph.side, rows: Glyph.side, $0.image, caption: $0.caption)
      }, scale: -1...1)
  }
}
