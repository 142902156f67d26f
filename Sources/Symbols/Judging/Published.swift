import Formula

/// What a name stands for in print, where authors give it more than one meaning.
struct Published: Sendable {
  let latex: String
  let source: String
  /// What is said where a text follows this one; empty for the usual meaning.
  var remark = ""
  /// Nothing steers it.
  var isPlain = false

  /// Guided predictions; w stands for the scale, whatever its letter.
  static let guided: [Published] = [
    Published(
      latex: #"(1+w)\epsilon_\theta(x_t,t,y)-w\epsilon_\theta(x_t,t)"#,
      source: "Ho and Salimans 2022, equation 6",
      remark: "The scale is Ho and Salimans': 0 is no guidance. Imagen's (equation 2) is 1 + w."),
    Published(
      latex: #"\epsilon_\theta(x_t,t)+w(\epsilon_\theta(x_t,t,y)-\epsilon_\theta(x_t,t))"#,
      source: "Imagen, equation 2",
      remark:
        "The scale is Imagen's and GLIDE's: 1 is no guidance, 0 the unconditional prediction. "
        + "In Ho and Salimans 2022, equation 6, it is 1 + w."),
    Published(
      latex: #"\epsilon_\theta(x_t,t)-w\sqrt{1-\bar\alpha_t}\nabla_{x_t}\log p(y|x_t)"#,
      source: "Dhariwal and Nichol 2021, Algorithm 2"),
    Published(
      latex: #"\epsilon_\theta(x_t,t)-\sqrt{1-\bar\alpha_t}\nabla_{x_t}\log p(y|x_t)"#,
      source: "Dhariwal and Nichol 2021, Algorithm 2"),
    Published(
      latex: #"\epsilon_\theta(x_t,t,y)-w\sqrt{1-\bar\alpha_t}\nabla_{x_t}\log p(y|x_t)"#,
      source: "Dhariwal and Nichol 2021, section 4, on a conditional model"),
    Published(latex: #"\epsilon_\theta(x_t,t)"#, source: "DDPM, equation 11", isPlain: true),
    Published(
      latex: #"\epsilon_\theta(x_t,t,y)"#, source: "Ho and Salimans 2022, section 3",
      isPlain: true),
  ]

  /// The mean of DDIM's step.
  static let directedMean = Published(
    latex:
      #"\sqrt{\bar\alpha_{t-1}}x_0+\sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\frac{x_t-\sqrt{\bar\alpha_t}x_0}{\sqrt{1-\bar\alpha_t}}"#,
    source: "DDIM, equation 7")

  /// What a loss is an average of, at one step.
  static let losses: [Published] = [
    Published(
      latex: #"\|\epsilon-\epsilon_\theta(x_t,t)\|^2"#, source: "DDPM, equation 14",
      remark: "It is the simple loss: the bound's weight is left out."),
    Published(
      latex:
        #"\frac{\beta_t^2}{2\sigma_t^2\alpha_t(1-\bar\alpha_t)}\|\epsilon-\epsilon_\theta(x_t,t)\|^2"#,
      source: "DDPM, equation 12"),
    Published(
      latex: #"\frac{1}{2\sigma_t^2}\|\tilde\mu_t(x_t,x_0)-\mu_\theta(x_t,t)\|^2"#,
      source: "DDPM, equation 8"),
    Published(latex: #"\|x_0-x_\theta(x_t,t)\|^2"#, source: "Salimans and Ho 2022, section 4"),
    Published(
      latex: #"\|s_\theta(x_t,t)-\nabla_{x_t}\log q(x_t|x_0)\|^2"#,
      source: "Vincent 2011, denoising score matching"),
    Published(latex: #"\|v-v_\theta(x_t,t)\|^2"#, source: "Salimans and Ho 2022, section 4"),
    Published(
      latex: #"D_{KL}(q(x_{t-1}|x_t,x_0)\|p_\theta(x_{t-1}|x_t))"#, source: "DDPM, equation 5"),
    Published(latex: #"D_{KL}(q(x_T|x_0)\|p(x_T))"#, source: "DDPM, equation 5"),
    Published(latex: #"-\log p_\theta(x_0|x_1)"#, source: "DDPM, equation 5"),
  ]
}

extension Published {
  /// A published formula in the spelling of the world; its noise is all the noise in x_t.
  static func spelled(_ latex: String) -> Expression? {
    guard let formula = try? Expression(latex: latex) else { return nil }
    var spelling = Spelling()
    let spelled = spelling.spelled(formula)
    return spelling.noises.reduce(spelled) { $0.renaming($1.bound, to: "$total") }
  }
}

extension Spelled {
  /// The meanings of the left side where it is a name of several, each as another relation.
  var publications: [(published: Published, relation: Spelled)] {
    if case .call(let head, let arguments, _) = left.node, head.headSymbol?.name == "$guided" {
      let isPlain = right.everyName.isDisjoint(with: Self.scales + ["$nabla"])
      return Published.guided.filter { isPlain || !$0.isPlain }.compactMap { published in
        Published.spelled(published.latex).map { meaning in
          let scaled = meaning.renaming("w", to: scale)
          return (published, replacingLeft(by: scaled.usingNetworks(on: arguments.items)))
        }
      }
    }
    return []
  }

  /// The letter that the relation has for the scale of guidance.
  private var scale: String {
    Self.scales.first { right.everyName.contains($0) } ?? "w"
  }

  private static let scales = ["w", "s", "gamma", "lambda", "omega"]

  private func replacingLeft(by meaning: Expression) -> Spelled {
    var relation = self
    relation.left = meaning
    return relation
  }
}

extension Expression {
  /// What stands below the first sign of an average.
  var firstAverage: Expression? {
    if case .call(let head, _, _) = node, head.headSymbol?.name == "$E" {
      if case .indexed(_, let index) = head.node { return index }
      return Expression(.empty)
    }
    for part in children { if let found = part.firstAverage { return found } }
    return nil
  }

  /// The same with a formula in the place of a name, but not of a range's own variable.
  func substituting(_ name: String, by value: Expression) -> Expression {
    switch node {
    case .symbol(let symbol): symbol.name == name && symbol.accent == nil ? value : self
    case .big: self
    default: rebuilt { $0.substituting(name, by: value) }
    }
  }

  func renaming(_ name: String, to other: String) -> Expression {
    if case .symbol(let symbol) = node {
      return symbol.name == name ? Expression(.symbol(Symbol(other)), at: range) : self
    }
    return rebuilt { $0.renaming(name, to: other) }
  }

  /// The same with each network used on another x, at another step.
  fileprivate func usingNetworks(on use: [Expression]) -> Expression {
    guard case .call(let head, let arguments, let fence) = node, arguments.items.count == 3,
      Network.Kind(rawValue: head.headSymbol?.name ?? "") != nil, use.count == 2
    else { return rebuilt { $0.usingNetworks(on: use) } }
    let items = use + [arguments.items[2]]
    let list = Expression(.list(items, separators: [.comma, .comma]))
    return Expression(.call(head, arguments: list, fence), at: range)
  }

  /// The same with a condition for each network.
  var conditioningNetworks: Expression {
    guard case .call(let head, let arguments, let fence) = node, arguments.items.count == 3,
      Network.Kind(rawValue: head.headSymbol?.name ?? "") != nil
    else { return rebuilt(\.conditioningNetworks) }
    let items = Array(arguments.items.prefix(2)) + [.whole(1)]
    let list = Expression(.list(items, separators: [.comma, .comma]))
    return Expression(.call(head, arguments: list, fence), at: range)
  }
}
