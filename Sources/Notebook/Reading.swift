package import Canvas
package import Figures
import LessonText
package import Lessons

/// What the reader is doing: the model that messages change and the view is made of.
package struct Reading: Sendable {
  package internal(set) var catalog: Catalog
  package let look: Frames.Look
  let keys: KeyMap
  /// Frames a second of what plays.
  let pace: Double
  package internal(set) var size: Size
  package internal(set) var progress: Progress
  var place: Location
  var mode: Mode = .page
  /// The first row of the page that is shown.
  var scroll = 0
  /// The parameter that is being turned, among those of the page.
  var chosen: Int?
  /// A number typed before `g` or `G`.
  var count: Int?
  /// A sentence shown until the next key.
  var notice: String?
  var isMouseOn = false
  var hasWarned = false
  var figures: [FigureKey: FigureState] = [:]
  var judgements: [StepKey: StepJudgement] = [:]
  /// Where the derivations of pages are tried, as far as the reader may turn that.
  var trials: [StepKey: TrialState] = [:]
  /// How far the reader is with exercises, by their ids.
  var exercises: [String: ExerciseState] = [:]
  /// Whether the last key asked for the worked answer, and one more gives it.
  var isAskingToGiveUp = false
  var search = Search()
  /// Whether the places that were found are marked on the page.
  var showsMatches = false
  let layouts = LayoutCache()

  /// A page of a lesson, by their places in the catalog.
  package struct Location: Hashable, Sendable {
    package var lesson: Int
    package var page: Int

    package init(lesson: Int, page: Int) {
      self.lesson = lesson
      self.page = page
    }
  }

  enum Mode: Hashable, Sendable {
    case page
    case contents(selected: Int)
    case symbols(SymbolsPane)
    /// The keys, from a row on; over the contents where it was opened there.
    case help(scroll: Int, contents: Int?)
    case searching(TextLine, contents: Int?)
    case typing(TextLine)
    case answering(TextLine)
    case saving(TextLine)
  }

  struct FigureKey: Hashable, Sendable {
    let lesson: Int
    let reference: String
  }

  struct StepKey: Hashable, Sendable {
    let lesson: Int
    let step: Int
  }

  /// Opens the catalog at a place, else where the reader left off, else at the list of lessons.
  package init(
    _ catalog: Catalog, at location: Location? = nil, progress: Progress = Progress(),
    size: Size, look: Frames.Look, keys: KeyMap = .standard, pace: Double = Player.pace,
    notice: String? = nil
  ) {
    (self.keys, self.pace) = (keys, pace)
    self.catalog = catalog
    self.look = look
    self.size = size
    self.progress = progress
    self.notice = notice
    let known = catalog.location(of: progress.place)
    place = location ?? known ?? Location(lesson: 0, page: 0)
    if location == nil, known == nil { mode = .contents(selected: 0) }
  }

  /// The page that is open, nil where the reader starts at the list of lessons.
  package var remembered: Location? {
    if case .page = mode { place } else { nil }
  }

  package var glyphs: GlyphSet { look.glyphs }

  /// What there is to do before the first key.
  package mutating func start() -> [Effect] {
    if case .page = mode { return arrive() }
    return []
  }
}

/// Where a page's derivations are tried: at many places until the reader turns to one.
struct TrialState: Hashable, Sendable {
  var settings: Settings
  var isTurned = false
}

/// A figure on a page: the reader's values and what came of them.
struct FigureState: Sendable {
  var settings: Settings
  /// The settings of the lesson.
  let given: Settings
  var outcome: Outcome?
  var player = Player(count: 1)
  /// The request that is being computed.
  var pending: FigureRequest?
  /// Whether the outcome is what there is of it so far.
  var isPartial = false
  /// Whether the reader has it wait where it is.
  var isHeld = false
  /// How much of that is done, from 0 to 1, where it takes long enough to say.
  var share: Double?
  /// How long it takes still, where that can be told.
  var secondsLeft: Double?
  /// Whether it was left before it was computed, and has to be asked for again.
  var isInterrupted = false
  var problem: String?

  init(settings: Settings, problem: String? = nil) {
    self.settings = settings
    given = settings
    self.problem = problem
  }

  /// The request of a film that grows while it is watched: at its end, and not played.
  var growing: FigureRequest? {
    isPartial && !player.isPlaying && player.frame == player.count - 1 ? pending : nil
  }

  /// Whether the reader has changed something.
  var isTurned: Bool { settings != given }
}

extension Catalog {
  func location(of place: Progress.Place?) -> Reading.Location? {
    guard let place, let lesson = entries.firstIndex(where: { $0.lesson.id == place.lesson }),
      let page = entries[lesson].lesson.page(named: place.page)
    else { return nil }
    return Reading.Location(lesson: lesson, page: page)
  }
}

extension Reading {
  var entry: Catalog.Entry { catalog.entries[place.lesson] }
  var lesson: Lesson { entry.lesson }
  var pages: [Page] { lesson.pages }
  var page: Page { pages[min(place.page, pages.count - 1)] }
  var step: Step { lesson.steps[page.step] }
  var stepKey: StepKey { StepKey(lesson: place.lesson, step: page.step) }

  /// The figures of this page that are shown, in order.
  var references: [FigureReference] {
    let hidden = hiddenFigures
    return everyReference.filter { !hidden.contains($0.id) }
  }

  /// The figures of this page, with those that an answer will bring.
  var everyReference: [FigureReference] {
    step.shownElements(lines: page.shownLines).compactMap { shown in
      if case .figure(let reference) = shown.element { reference } else { nil }
    }
  }

  func key(of reference: FigureReference) -> FigureKey {
    FigureKey(lesson: place.lesson, reference: reference.id)
  }

  /// Everything that can be changed on this page: of its figures, then of the place where its
  /// derivations are tried.
  var knobs: [Knob] {
    figureKnobs + trialKnobs
  }

  private var trialKnobs: [Knob] {
    guard let settings = trials[stepKey]?.settings else { return [] }
    return entry.trialParameters.filter { settings.gives($0.name) }
      .map { Knob(reference: nil, kind: .parameter($0)) }
  }

  private var figureKnobs: [Knob] {
    references.flatMap { reference -> [Knob] in
      guard let figure = entry.figure(named: reference.figure.text) else { return [] }
      let settings = figures[key(of: reference)]?.settings
      let parameters = figure.parameters.filter { settings?.gives($0.name) ?? true }
      return parameters.map { Knob(reference: reference, kind: .parameter($0)) }
        + figure.formulas.map { Knob(reference: reference, kind: .formula($0)) }
    }
  }
}

/// A parameter or a formula on the page, which the reader may change.
struct Knob: Hashable, Sendable {
  /// The figure that it belongs to; nil for the place where the derivations are tried.
  let reference: FigureReference?
  let kind: Kind

  enum Kind: Hashable, Sendable {
    case parameter(Parameter)
    case formula(ReplaceableFormula)
  }

  var name: String {
    switch kind {
    case .parameter(let parameter): parameter.name
    case .formula(let formula): formula.name
    }
  }
}
