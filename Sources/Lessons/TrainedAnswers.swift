import Diffusion
import Figures
import Networks
import Probability
import Training

extension Parameter {
  /// Where the predicted noise comes from.
  static let denoiser = Parameter(
    "denoiser", .choice(["exact", "trained"]), standard: "exact",
    "what finds the noise in x at t: the exact answer, or a network that was trained")
}

extension Settings {
  /// What the setting `denoiser` asks for, for data of this law.
  func denoiser(
    _ law: any Distribution2D, _ schedule: Schedule
  ) throws(FigureError) -> any Denoiser<Points2D> {
    guard choice("denoiser") == "trained" else { return ExactDenoiser(law, schedule) }
    return ClippedDenoiser(try trainedDenoiser(schedule), schedule)
  }

  /// The noise of one class, and that of all data, as the setting `denoiser` asks for it.
  ///
  /// What was trained is one network, asked once with the label and once with none.
  func denoisers(
    of label: Int, in law: any Distribution2D, _ schedule: Schedule
  ) throws(FigureError) -> (
    conditioned: any Denoiser<Points2D>, unconditioned: any Denoiser<Points2D>
  ) {
    guard choice("denoiser") == "trained", let data = ToyData(rawValue: choice("data")) else {
      let goal = law.restricted(to: label) ?? law
      return (ExactDenoiser(goal, schedule), ExactDenoiser(law, schedule))
    }
    let model = LabelledModel(data)
    let learned = try TrainableModel.labelled(model).learned()
    let own = try NoiseModel.learnedSchedule()
    func asked(_ label: Int?) -> any Denoiser<Points2D> {
      ClippedDenoiser(
        LabelledDenoiser(model.network, learned, schedule, label: label, learned: own), schedule)
    }
    return (asked(label), asked(nil))
  }

  /// The network that was trained on the data that the setting `data` names.
  func trainedDenoiser(_ schedule: Schedule) throws(FigureError) -> TrainedDenoiser {
    let name = choice("data")
    guard let model = NoiseModel(named: name) else {
      throw .unfit(
        "No network is trained on \(name) data, where the exact answer is a plain formula; turn data."
      )
    }
    return try model.denoiser(schedule)
  }
}

extension NoiseModel {
  /// Its trained network, asked by the steps of a schedule.
  fileprivate func denoiser(_ schedule: Schedule) throws(FigureError) -> TrainedDenoiser {
    TrainedDenoiser(
      Self.network, try TrainableModel.plane(self).learned(), schedule,
      learned: try Self.learnedSchedule())
  }

  /// The schedule that the networks of the plane have learned.
  fileprivate static func learnedSchedule() throws(FigureError) -> Schedule {
    do throws(ScheduleError) {
      return try schedule()
    } catch {
      throw .unfit(error.description)
    }
  }
}

extension TrainableModel {
  /// What it has learned: the reader's own, else what came with the program.
  func learned() throws(FigureError) -> Parameters {
    let found: TrainedWeights?
    do throws(MisplacedWeights) {
      found = try WeightLibrary.weights(of: self)
    } catch {
      throw .unreadable(error.description)
    }
    guard let found else {
      throw .unfit("There are no weights for \(name) yet: noisebook train \(name) makes them.")
    }
    return found.parameters
  }
}
