import ArgumentParser
import Canvas
import LessonText
import OrderedJSON
import Shelf
import Training

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a network of the lessons, and keep its weights.",
    discussion: """
      noisebook train moons

      Figures with denoiser=trained then use what you trained. Ctrl-C stops; the same command goes \
      on where it stopped, to the same weights.
      Models: \(NoiseModel.all.map(\.name).joined(separator: ", ")).
      """)

  @Argument(
    help: "The model, called as its data.",
    completion: .list(NoiseModel.all.map(\.name)))
  var model: String

  @Option(help: ArgumentHelp("How many steps, from 1 to 1000000.", valueName: "n"))
  var steps = 20_000

  @Option(help: ArgumentHelp("Another seed gives other weights.", valueName: "n"))
  var seed: UInt64 = 0

  @Flag(help: "Forget a training that was stopped, and begin anew.")
  var anew = false

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    guard (1...1_000_000).contains(steps) else {
      throw ValidationError("--steps takes a whole number from 1 to 1000000, not \(steps).")
    }
  }

  func run() throws {
    guard let model = NoiseModel(named: model) else { throw unknown }
    guard let files = TrainingFiles(of: model) else {
      throw Failure.unreadable("There is no place for the weights: set HOME or XDG_DATA_HOME.")
    }
    var session = try TrainingSession(
      model, plan: NoiseTraining.Plan(steps: steps, seed: seed), files, anew: anew)
    let quality = try session.run()
    print(json ? report(model, quality, files).description : words(model, quality, files))
  }

  private var unknown: Failure {
    let names = NoiseModel.all.map(\.name)
    let advice = didYouMean(
      nearest(model, in: names), else: "Models are \(names.joined(separator: ", ")).")
    return .usage("There is no model \"\(model)\". \(advice)")
  }

  private func words(
    _ model: NoiseModel, _ quality: NoiseQuality, _ files: TrainingFiles
  ) -> String {
    """
    \(model.name): loss \(quality.loss.short(significant: 4)), where no network can have less than \
    \(quality.floor.short(significant: 4)).
    Its weights are in \(files.weights).
    """
  }

  private func report(
    _ model: NoiseModel, _ quality: NoiseQuality, _ files: TrainingFiles
  ) -> JSON {
    .object([
      ("model", .text(model.name)), ("steps", .integer(steps)), ("seed", .natural(seed)),
      ("parameters", .integer(NoiseModel.network.size)), ("loss", .number(quality.loss)),
      ("loss_floor", .number(quality.floor)), ("excess", .number(quality.share)),
      ("weights", .text(files.weights)),
    ])
  }
}
