/// A right program for each exercise, as what stands in the template's place for the answer.
///
/// Python's own arithmetic is an oracle that shares nothing with ours.
let solutions: [String: String] = [
  "alpha-bar": "return math.prod(1 - b for b in beta[:t])",
  "snr": "return alpha_bar[t] / (1 - alpha_bar[t])",
  "merged-variance": "return 1 - alpha_bar[t] / alpha_bar[t - 2]",
  "forward-jump": """
  a = alpha_bar[t]
  return [math.sqrt(a) * x + math.sqrt(1 - a) * e for x, e in zip(x_0, noise)]
  """,
  "posterior-variance": "return (1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]) * beta[t - 1]",
  "posterior-mean-x0": """
  a, p, b = alpha_bar[t], alpha_bar[t - 1], beta[t - 1]
  return [math.sqrt(p) * b / (1 - a) * x + math.sqrt(1 - b) * (1 - p) / (1 - a) * y
          for x, y in zip(x_0, x_t)]
  """,
  "posterior-mean-noise": """
  a, b = alpha_bar[t], beta[t - 1]
  return [(x - b / math.sqrt(1 - a) * e) / math.sqrt(1 - b) for x, e in zip(x_t, noise)]
  """,
  "predicted-x0": """
  a = alpha_bar[t]
  return [(x - math.sqrt(1 - a) * e) / math.sqrt(a) for x, e in zip(x_t, noise)]
  """,
  "score-from-noise": "return [-e / math.sqrt(1 - alpha_bar[t]) for e in noise]",
  "v-prediction": """
  a = alpha_bar[t]
  return [math.sqrt(a) * e - math.sqrt(1 - a) * x for e, x in zip(noise, x_0)]
  """,
  "training-example": """
  a = alpha_bar[t]
  return [math.sqrt(a) * x + math.sqrt(1 - a) * e for x, e in zip(x_0, noise)] + noise
  """,
  "ddpm-step": """
  a, b = alpha_bar[t], beta[t - 1]
  s = math.sqrt(b) if t > 1 else 0
  return [(x - b / math.sqrt(1 - a) * e) / math.sqrt(1 - b) + s * u
          for x, e, u in zip(x_t, noise, z)]
  """,
  "ddim-sigma": """
  a, p = alpha_bar[t], alpha_bar[t_previous]
  return eta * math.sqrt((1 - p) / (1 - a) * (1 - a / p))
  """,
  "ddim-step": """
  a, p = alpha_bar[t], alpha_bar[t_previous]
  s = eta * math.sqrt((1 - p) / (1 - a) * (1 - a / p))
  return [math.sqrt(p) * (x - math.sqrt(1 - a) * e) / math.sqrt(a)
          + math.sqrt(1 - p - s ** 2) * e + s * u for x, e, u in zip(x_t, noise, z)]
  """,
  "eta-bound": """
  a, p = alpha_bar[t], alpha_bar[t_previous]
  return math.sqrt((1 - a) / (1 - a / p))
  """,
  "classifier-guided-noise": """
  factor = scale * math.sqrt(1 - alpha_bar[t])
  return [e - factor * g for e, g in zip(noise, classifier_gradient)]
  """,
  "guided-noise": """
  return [(1 + w) * c - w * u for c, u in zip(noise_conditional, noise_unconditional)]
  """,
  "cfg-convert": "return 1 + w",
  "ddpm-sample": """
  def predicted(x, a):
      densities, slopes = [], []
      for weight, mean, deviation in zip(weights, means, standard_deviations):
          v = a * deviation ** 2 + 1 - a
          d = x - math.sqrt(a) * mean
          densities.append(weight * math.exp(-d * d / (2 * v)) / math.sqrt(v))
          slopes.append(-d / v)
      score = sum(q * s for q, s in zip(densities, slopes)) / sum(densities)
      return -math.sqrt(1 - a) * score
  x, way = list(x_T), []
  for t, fresh in zip(range(len(beta), 0, -1), z):
      a, b = alpha_bar[t], beta[t - 1]
      s = math.sqrt(b) if t > 1 else 0
      x = [(y - b / math.sqrt(1 - a) * predicted(y, a)) / math.sqrt(1 - b) + s * u
           for y, u in zip(x, fresh)]
      way.append(x)
  return way
  """,
  "ddim-sample": """
  def predicted(x, a):
      densities, slopes = [], []
      for weight, mean, deviation in zip(weights, means, standard_deviations):
          v = a * deviation ** 2 + 1 - a
          d = x - math.sqrt(a) * mean
          densities.append(weight * math.exp(-d * d / (2 * v)) / math.sqrt(v))
          slopes.append(-d / v)
      score = sum(q * s for q, s in zip(densities, slopes)) / sum(densities)
      return -math.sqrt(1 - a) * score
  x, way = list(x_T), []
  for t, previous, fresh in zip(steps, steps[1:] + [0], z):
      a, p = alpha_bar[t], alpha_bar[previous]
      s = eta * math.sqrt((1 - p) / (1 - a) * (1 - a / p))
      noise = [predicted(y, a) for y in x]
      x = [math.sqrt(p) * (y - math.sqrt(1 - a) * e) / math.sqrt(a)
           + math.sqrt(1 - p - s ** 2) * e + s * u for y, e, u in zip(x, noise, fresh)]
      way.append(x)
  return way
  """,
]

/// The same for two exercises with tensors.
let tensorSolutions: [String: String] = [
  "ddim-step": """
  a, p = alpha_bar[t], alpha_bar[t_previous]
  s = eta * torch.sqrt((1 - p) / (1 - a) * (1 - a / p))
  return (torch.sqrt(p) * (x_t - torch.sqrt(1 - a) * noise) / torch.sqrt(a)
          + torch.sqrt(1 - p - s ** 2) * noise + s * z)
  """,
  "ddpm-sample": """
  def predicted(x, a):
      v = a * standard_deviations ** 2 + 1 - a
      d = x[:, None] - torch.sqrt(a) * means
      shares = torch.softmax(torch.log(weights) - d ** 2 / (2 * v) - torch.log(v) / 2, dim=1)
      return torch.sqrt(1 - a) * (shares * d / v).sum(dim=1)
  x, way = x_T, []
  for t, fresh in zip(range(len(beta), 0, -1), z):
      a, b = alpha_bar[t], beta[t - 1]
      x = (x - b / torch.sqrt(1 - a) * predicted(x, a)) / torch.sqrt(1 - b)
      if t > 1:
          x = x + torch.sqrt(b) * fresh
      way.append(x)
  return torch.stack(way)
  """,
]

/// The same for one exercise in Swift.
let swiftSolution = """
    let (a, p) = (inputs.alpha_bar[inputs.t], inputs.alpha_bar[inputs.t_previous])
    let s = inputs.eta * ((1 - p) / (1 - a) * (1 - a / p)).squareRoot()
    return inputs.x_t.indices.map { i in
      let e = inputs.noise[i]
      let start = (inputs.x_t[i] - (1 - a).squareRoot() * e) / a.squareRoot()
      return p.squareRoot() * start + (1 - p - s * s).squareRoot() * e + s * inputs.z[i]
    }
  """
