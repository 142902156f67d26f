import ArgumentParser
import Canvas
import LessonText
import Networks
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
      Models: \(TrainableModel.all.map(\.name).joined(separator: ", ")).
      """)

  @Argument(
    help: "The model, called as its data.",
    completion: .list(TrainableModel.all.map(\.name)))
  var model: String

  @Option(
    help: ArgumentHelp(
      "How many steps, from 1 to 1000000; by default the model's own number.",
      valueName: "n"))
  var steps: Int?

  @Option(help: ArgumentHelp("Another seed gives other weights.", valueName: "n"))
  var seed: UInt64 = 0

  @Flag(help: "Forget a training that was stopped, and begin anew.")
  var anew = false

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    guard (1...1_000_000).contains(steps ?? 1) else {
      throw ValidationError("--steps takes a whole number from 1 to 1000000, not \(steps ?? 0).")
    }
  }

  func run() throws {
    guard let model = TrainableModel(named: model) else { throw unknown }
    guard let files = TrainingFiles(of: model) else {
      throw Failure.unreadable("There is no place for the weights: set HOME or XDG_DATA_HOME.")
    }
    let training = try train(try begin(model), files)
    let marks = training.marks
    print(
      json
        ? report(training, marks, files).description
        : "\(model.name): \(marks.words()).\nIts weights are in \(files.weights).")
  }

  private func begin(_ model: TrainableModel) throws -> any ModelTraining {
    do throws(TrainingError) {
      return try model.training(steps: steps, seed: seed)
    } catch {
      throw Failure.unreadable(error.description)
    }
  }

  private func train(
    _ training: some ModelTraining, _ files: TrainingFiles
  ) throws -> any ModelTraining {
    var session = try TrainingSession(training, files, anew: anew)
    return try session.run()
  }

  private var unknown: Failure {
    let names = TrainableModel.all.map(\.name)
    let advice = didYouMean(
      nearest(model, in: names), else: "Models are \(names.joined(separator: ", ")).")
    return .usage("There is no model \"\(model)\". \(advice)")
  }

  private func report(
    _ training: any ModelTraining, _ marks: TrainingMarks, _ files: TrainingFiles
  ) -> JSON {
    .object(
      [
        ("model", .text(training.name)), ("steps", .integer(training.plan.steps)),
        ("seed", .natural(seed)),
        ("parameters", .integer(training.learner.parameters.count)),
      ] + marks.map { ($0.name, .number($0.value)) }
        + [("weights", .text(files.weights))])
  }
}
