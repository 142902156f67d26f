import Diffusion
import Formula
import Probability
import RealModule

/// What the names of a formula stand for in one situation: a world, a step, a reading, and a number
/// for everything that may be chosen.
struct Interpretation: Sendable {
  let world: JointWorld
  /// The law of x_0 of the class that is asked for.
  let classData: Gaussian
  let t: Int
  let reading: Reading
  let noises: [NoiseName]
  /// Numbers that may be chosen, by their names: eta, w, a step s before t.
  var parameters: [String: Double]
  /// The steps of a sampler that leaves some out, tau_0 = 0 first; empty where none does.
  var stops: [Int] = []
  /// The step that a sampler goes to from t, where the formula has a letter for it.
  var earlier: Int?

  var sourceCount: Int { world.sourceCount(fresh: noises.count) }

  private var network: Network {
    Network(world: world, classData: classData, reading: reading.network)
  }

  /// All names, where the sources have these values.
  func scope(_ sources: SourceValues) -> Scope {
    var scope = Scope()
    scope["t"] = .value(.scalar(Double(t)))
    scope["T"] = .value(.scalar(Double(world.steps)))
    // One pixel at a time: the identity matrix is the number 1.
    scope["I"] = .value(.scalar(1))
    for (name, value) in parameters { scope[name] = .value(.scalar(value)) }
    bindTables(in: &scope)
    for kind in Network.Kind.allCases { scope[kind.rawValue] = network.function(kind) }
    let network = network
    scope["$guided"] = .function { arguments throws(EvaluationError) in
      guard arguments.count == 2, let step = arguments[1].scalar.flatMap({ Int(exactly: $0) }),
        (1...world.steps).contains(step)
      else { throw EvaluationError(.undefined(.divisionByZero)) }
      return arguments[0].map { network.guidedNoise($0, step) }
    }
    bindRandom(in: &scope, sources, nil)
    return scope
  }

  private func bindTables(in scope: inout Scope) {
    let schedule = world.schedule
    scope["alpha"] = Scope.table(from: 1, Array(schedule.alpha.dropFirst()))
    scope["beta"] = Scope.table(from: 1, Array(schedule.beta.dropFirst()))
    scope["alpha_bar"] = Scope.table(from: 0, schedule.alphaBar)
    scope["beta_tilde"] = .table(1...world.steps) { index throws(EvaluationError) in
      .scalar(schedule.posterior(at: index).variance)
    }
    scope["sigma"] = .table(1...world.steps) { index throws(EvaluationError) in
      .scalar(try sigma(index))
    }
    scope["SNR"] = .table(1...world.steps) { index throws(EvaluationError) in
      .scalar(schedule.signalToNoiseRatio(at: index))
    }
    if !stops.isEmpty { scope["tau"] = Scope.table(from: 0, stops.map(Double.init)) }
    bindPosteriorMean(in: &scope)
  }

  /// mu-tilde of a step, from x_t and x_0.
  ///
  /// Source: DDPM, equation 7.
  private func bindPosteriorMean(in scope: inout Scope) {
    let schedule = world.schedule
    scope["$mutilde"] = .function { arguments throws(EvaluationError) in
      guard arguments.count == 3, let step = arguments[0].scalar.flatMap({ Int(exactly: $0) }),
        (1...schedule.steps).contains(step)
      else { throw EvaluationError(.undefined(.divisionByZero)) }
      let posterior = schedule.posterior(at: step)
      return try [arguments[2], arguments[1]].combined { posterior.mean(x0: $0[0], xt: $0[1]) }
    }
  }

  /// The step that a reverse step from `step` leads to.
  func previous(_ step: Int) -> Int {
    if let stop = stops.last(where: { $0 < step }) { return stop }
    return step == t ? earlier ?? t - 1 : step - 1
  }

  /// The deviation of the noise of the reverse step from `step`.
  @Sendable func sigma(_ step: Int) throws(EvaluationError) -> Double {
    guard (1...world.steps).contains(step) else {
      throw EvaluationError(.indexOutOfRange("sigma", step, allowed: 1...world.steps))
    }
    let posterior = world.schedule.posterior(at: step, previous: previous(step))
    switch reading.sigma {
    case .eta:
      guard let eta = parameters["eta"] else { throw EvaluationError(.needsIndex("sigma")) }
      return eta * posterior.variance.squareRoot()
    case .betaTilde: return posterior.variance.squareRoot()
    case .beta: return posterior.beta.squareRoot()
    }
  }
}

extension Interpretation {
  /// Binds x, the noises, and what is made of them.
  func bindRandom(in scope: inout Scope, _ sources: SourceValues, _ reads: Reads?) {
    let world = world
    scope["x"] = .table(0...world.steps) { index throws(EvaluationError) in
      reads?.note(world.x(index))
      return sources[world.x(index)]
    }
    scope["$total"] = .table(1...world.steps) { index throws(EvaluationError) in
      reads?.note(world.totalNoise(index))
      return sources[world.totalNoise(index)]
    }
    for (noise, role) in zip(noises, reading.roles) {
      scope[noise.bound] = .table(0...world.steps + 1) { index throws(EvaluationError) in
        guard let sum = world.noise(role, number: noise.number, at: index) else {
          let allowed = 1...world.steps
          throw EvaluationError(.indexOutOfRange(noise.name, index, allowed: allowed))
        }
        reads?.note(sum)
        return sources[sum]
      }
    }
    bindForms(in: &scope, sources)
  }

  private func bindForms(in scope: inout Scope, _ sources: SourceValues) {
    let densities = Densities(world: world, network: network, sigma: sigma)
    for process in Densities.Process.allCases {
      scope[process.rawValue] = .form { call, evaluation throws(EvaluationError) in
        try densities.density(process, call, &evaluation)
      }
    }
    scope.bindNormalDensity()
    scope["$KL"] = .form { call, evaluation throws(EvaluationError) in
      try densities.divergence(call, &evaluation)
    }
    scope["$E"] = .form { call, evaluation throws(EvaluationError) in
      try Averages(interpretation: self, outside: sources).average(call, &evaluation)
    }
    scope["$nabla"] = .form { call, evaluation throws(EvaluationError) in
      try slope(call, &evaluation)
    }
  }

  /// The random number that a formula names, where it names one.
  func sum(
    of formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> NormalSum? {
    guard case .indexed(let base, let index) = formula.node,
      let step = try evaluation.value(of: index).scalar.flatMap({ Int(exactly: $0) })
    else { return nil }
    switch base.headSymbol?.canonicalName {
    case "x": return (0...world.steps).contains(step) ? world.x(step) : nil
    case let name?:
      guard let noise = noises.first(where: { $0.bound == name }) else { return nil }
      return world.noise(reading.roles[noise.number], number: noise.number, at: step)
    case nil: return nil
    }
  }
}
