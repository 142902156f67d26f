import Diffusion
import Figures
import Plots
import Probability

/// One sampler's way from noise to data, among those that a film shows beside each other.
struct ReverseWay: Sendable {
  /// What stands over its picture.
  let title: String
  /// What the names of its numbers end in: nothing for the one way that the figure is about.
  let suffix: String
  let sampler: Sampler
  let denoiser: any Denoiser<Points2D>
  let rule: ReverseWalk<Points2D>.Rule
  /// Where there is no room for all, those of less are left out.
  let importance: Int

  init(
    _ title: String, suffix: String = "", _ sampler: Sampler, _ denoiser: any Denoiser<Points2D>,
    importance: Int = 0, rule: @escaping ReverseWalk<Points2D>.Rule = ReverseWalk.standard
  ) {
    (self.title, self.suffix, self.importance) = (title, suffix, importance)
    (self.sampler, self.denoiser, self.rule) = (sampler, denoiser, rule)
  }
}

/// Points of the plane on their way back from noise, by one sampler or several, on one timeline.
///
/// All start from the same points. At each t of the timeline a way stands where it has not yet gone
/// below t, so a way of few steps waits for those of many.
///
///     let flow = try ReverseFlow([ReverseWay("DDPM", sampler, denoiser)], law, count: 2000, seed: 0)
///     Outcome(settings: settings, values: flow.values, tables: flow.tables, frames: flow.frames)
struct ReverseFlow: Sendable {
  /// The law of the data.
  let law: any Distribution2D
  /// The class that the ways are to lead to; nil for all data.
  let asked: Int?
  /// The law that the points should have: that of the class, where one is asked for.
  let goal: any Distribution2D
  /// Draws of it, as many as there are points.
  let data: LabelledPoints
  /// In the order of their pictures.
  let runs: [Run]
  let timeline: ReverseTimeline
  let seed: UInt64
  /// Whether a picture shows what x_0 the way that the figure is about expects.
  var showsPrediction = false

  /// A way with the cloud that takes it.
  struct Run: Sendable {
    let way: ReverseWay
    let cloud: ReverseCloud<Points2D>
    /// The class of largest responsibility of each point at the end.
    let labels: [Int]
  }

  /// The draws of the data have a stream of their own, above those of the samplers' steps.
  private static let dataStream = UInt64(Schedule.stepRange.upperBound + 2)

  /// Takes every step of every way, with `count` points; at least one way.
  ///
  /// Where a class is `asked` for, the points are compared with that class alone.
  ///
  /// - Throws: that nobody waits for it any more.
  init(
    _ ways: [ReverseWay], _ law: any Distribution2D, asking asked: Int? = nil, count: Int,
    seed: UInt64, watch: Watch = .patient
  ) throws(FigureError) {
    (self.law, self.asked, self.seed) = (law, asked, seed)
    goal = asked.flatMap { law.restricted(to: $0) } ?? law
    data = goal.draw(count, seed: seed, stream: Self.dataStream)
    timeline = ReverseTimeline(ways.map(\.sampler))
    var generator = CounterGenerator(seed: seed, stream: 0)
    let starts = generator.normalPoints(count)
    let all = Double(ways.reduce(0) { $0 + $1.sampler.steps.count })
    var runs: [Run] = []
    var done = 0
    for way in ways {
      let cloud = try ReverseCloud(
        way.sampler, way.denoiser, from: starts, seed: seed, rule: way.rule
      ) { taken throws(FigureError) in
        try watch.report(Double(done + taken) / all)
      }
      done += way.sampler.steps.count
      runs.append(Run(way: way, cloud: cloud, labels: law.labels(of: cloud.end)))
    }
    self.runs = runs
  }
}

// MARK: - Frames

extension ReverseFlow {
  var frames: Frames {
    Frames(
      count: timeline.steps.count, label: { "t = \(timeline.steps[$0])" }, picture: picture)
  }

  /// The way that the figure is about.
  var main: Run { runs.first { $0.way.suffix.isEmpty } ?? runs[0] }

  private var schedule: Schedule { main.way.sampler.schedule }

  private func picture(_ frame: Int) -> any Picture {
    let t = timeline.steps[frame]
    // One walk gives both what the way that the figure is about is and what it expects.
    let moment = showsPrediction ? main.moment(at: t) : nil
    var panels = runs.map { run in
      let points = run.way.suffix == main.way.suffix ? moment?.points : nil
      return Panel(
        run.way.title, look(run).scatter(points ?? run.points(at: t)),
        importance: run.way.importance)
    }
    if showsPrediction {
      let expected = look(main).scatter(moment?.predictedStarts ?? main.cloud.end)
      panels.append(Panel("predicted x at 0", expected, importance: -1))
    }
    return Panels(schedule.captionOnTheWayBack(at: t), panels)
  }

  /// The classes are those that the points end in; where one is asked for, it and all others.
  private func look(_ run: Run) -> CloudLook {
    guard let asked else { return CloudLook(labels: run.labels, of: law) }
    return CloudLook(asking: asked, labels: run.labels, of: law)
  }
}

extension ReverseFlow.Run {
  /// The cloud when the film stands at t.
  func points(at t: Int) -> Points2D { cloud.points(after: way.sampler.taken(at: t)) }

  /// The step from there on; nil at the end.
  func moment(at t: Int) -> ReverseWalk<Points2D>.Moment? {
    cloud.moment(after: way.sampler.taken(at: t))
  }
}

extension Schedule {
  /// Where a film of the way back stands: the step, and what the picture's share of it is.
  func captionOnTheWayBack(at t: Int) -> String {
    t > 0 ? caption(at: t) : "t = 0 of \(steps): no noise left"
  }
}
