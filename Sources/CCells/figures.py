# The numbers of noisebook's figures in plain Python with numpy, for exported notebooks.
#
# A part begins at a comment "# part NAME: NEEDED, NEEDED"; a figure's part has the figure's full
# name and defines figure(p), which takes parameters and returns values and tables by their names.
# What is drawn at random stands under "drawn": numpy draws other numbers than noisebook.
# part start
import math

import numpy as np


def close(got, want, tolerance):
    return abs(got - want) <= tolerance * abs(want) + 1e-9


def agree(values, expected, tolerance=1e-6):
    """Shows each number, and stops where one differs from noisebook's; draws stand side by side."""
    drawn = values.get("drawn", {})
    for name, want in expected.items():
        if name in values:
            got = float(values[name])
            assert close(got, want, tolerance), f"{name}: {got}, but noisebook has {want}"
            print(f"{name:>32} = {got:.6g}")
        elif name in drawn:
            print(f"{name:>32} = {float(drawn[name]):.6g} drawn here, {want:.6g} by noisebook")


def agree_table(table, columns, rows, tolerance=1e-6):
    """Compares rows, named by their places, with noisebook's."""
    compared = [name for name in columns if name in table]
    for place, row in rows.items():
        for name, want in zip(columns, row):
            if name in table:
                got = float(table[name][place])
                assert close(got, want, tolerance), f"{name}[{place}]: {got}, not {want}"
    print(f"{len(rows)} rows compared: {', '.join(compared)}")
# part schedule
class Schedule:
    """beta, alpha and alpha_bar with index 0 for no noise, as in the lessons."""

    def __init__(self, beta):
        self.T = len(beta)
        self.beta = np.concatenate([[0.0], beta])
        self.alpha = 1 - self.beta
        self.alpha_bar = np.cumprod(self.alpha)
        # 1 - alpha_bar as a sum of positive terms keeps its digits where alpha_bar is near 1.
        self.rest = np.zeros(self.T + 1)
        for t in range(1, self.T + 1):
            self.rest[t] = self.rest[t - 1] + self.alpha_bar[t - 1] * self.beta[t]

    @property
    def t(self):
        return np.arange(1, self.T + 1)

    def posterior_variance(self, t):
        return self.rest[t - 1] / self.rest[t] * self.beta[t]


def linear(T, start, end):
    return np.linspace(start, end, T) if T > 1 else np.array([start])


def scaled_linear(T, start, end):
    return linear(T, math.sqrt(start), math.sqrt(end)) ** 2


def cosine(T, s=0.008):
    t = np.arange(1, T + 1)
    phi = (1 - t / T) / (1 + s) * math.pi / 2
    gap = math.pi / (2 * T * (1 + s))
    before = phi + gap
    return np.minimum(np.sin(phi + before) * np.sin(gap) / np.sin(before) ** 2, 0.999)


def schedule_of(p):
    kind = p.get("schedule", "linear")
    if kind == "custom":
        return Schedule(np.array(p["betas"], float))
    if kind == "cosine":
        return Schedule(cosine(p["T"]))
    make = scaled_linear if kind == "scaled-linear" else linear
    return Schedule(make(p["T"], p["beta_start"], p["beta_end"]))
# part normal
def density(x, mean, variance):
    return np.exp(-((x - mean) ** 2) / (2 * variance)) / np.sqrt(2 * math.pi * variance)


def divergence(m, v, n, w):
    """KL of N(m, v) from N(n, w), in nats."""
    return 0.5 * (v / w - 1 - math.log(v / w) + (m - n) ** 2 / w)
# part mixture: normal
def mixture_of(p):
    weights = np.array(p["weights"], float)
    return weights / weights.sum(), np.array(p["means"], float), np.array(
        p["standard_deviations"], float) ** 2


def moments(weights, means, variances):
    mean = weights @ means
    return mean, weights @ (variances + means**2) - mean**2
# part gaussians/density: normal
def figure(p):
    m, v = p["mean"], p["variance"]
    x = np.random.default_rng(0).normal(m, math.sqrt(v), p["samples"])
    far = np.abs(x - m) / math.sqrt(v)
    return {"mean": m, "variance": v, "standard_deviation": math.sqrt(v),
            "peak": density(m, m, v),
            "drawn": {"sample_mean": x.mean(), "sample_variance": x.var(ddof=1),
                      "within_one": (far <= 1).mean(), "within_two": (far <= 2).mean()}}, {}
# part gaussians/scaling: normal
def figure(p):
    m, v, a, b = p["mean"], p["variance"], p["factor"], p["shift"]
    return {"mean": m, "variance": v, "scaled_mean": a * m + b, "scaled_variance": a * a * v,
            "scaled_standard_deviation": abs(a) * math.sqrt(v),
            "scaled_peak": density(0, 0, a * a * v)}, {}
# part gaussians/sum: normal
def figure(p):
    random = np.random.default_rng(0)
    x = random.normal(p["mean_1"], math.sqrt(p["variance_1"]), p["samples"])
    y = random.normal(p["mean_2"], math.sqrt(p["variance_2"]), p["samples"])
    return {"mean_sum": p["mean_1"] + p["mean_2"],
            "variance_sum": p["variance_1"] + p["variance_2"],
            "drawn": {"sample_mean_sum": (x + y).mean(),
                      "sample_variance_sum": (x + y).var(ddof=1),
                      "sample_correlation": np.corrcoef(x, y)[0, 1]}}, {}
# part gaussians/dependence: normal
def figure(p):
    v, w, r = p["variance_1"], p["variance_2"], p["correlation"]
    covariance = r * math.sqrt(v * w)
    random = np.random.default_rng(0)
    u, z = random.normal(size=(2, p["samples"]))
    x, y = math.sqrt(v) * u, math.sqrt(w) * (r * u + math.sqrt(1 - r * r) * z)
    return {"covariance": covariance, "variance_sum": v + w + 2 * covariance,
            "variance_if_independent": v + w,
            "drawn": {"sample_mean_sum": (x + y).mean(),
                      "sample_variance_sum": (x + y).var(ddof=1),
                      "sample_correlation": np.corrcoef(x, y)[0, 1]}}, {}
# part gaussians/square: normal
def figure(p):
    P, Q = p["P"], p["Q"]
    least = -Q * Q / P
    return {"mean": Q / P, "variance": 1 / P, "least": least, "factor": math.exp(-least / 2)}, {}
# part gaussians/product: normal
def figure(p):
    m, v, n, w = p["mean_1"], p["variance_1"], p["mean_2"], p["variance_2"]
    precision = 1 / v + 1 / w
    factor = density(m, n, v + w)
    return {"precision_1": 1 / v, "precision_2": 1 / w, "product_precision": precision,
            "product_mean": (m / v + n / w) / precision, "product_variance": 1 / precision,
            "log_factor": math.log(factor), "factor": factor}, {}
# part gaussians/conditioning: normal
def figure(p):
    m, v, a, s, y = p["mean"], p["variance"], p["scale"], p["noise"], p["y"]
    measured = a * a / s
    precision = 1 / v + measured
    return {"prior_precision": 1 / v, "measurement_precision": measured,
            "posterior_precision": precision,
            "posterior_mean": (m / v + a * y / s) / precision,
            "posterior_variance": 1 / precision,
            "density_of_y": density(y, a * m, a * a * v + s)}, {}
# part gaussians/divergence: normal
def figure(p):
    m, v, n, w = p["mean_1"], p["variance_1"], p["mean_2"], p["variance_2"]
    whole = divergence(m, v, n, w)
    mean_part = (m - n) ** 2 / (2 * w)
    return {"divergence": whole, "reverse_divergence": divergence(n, w, m, v),
            "variance_part": whole - mean_part, "mean_part": mean_part}, {}
# part gaussians/by-hand: schedule
def figure(p):
    noise = 0.0
    for beta in p["betas"]:
        noise = (1 - beta) * noise + beta
    return {"noise_variance": noise}, {}
# part noise-schedule/schedule: schedule
def figure(p):
    s = schedule_of(p)
    t, left = s.t, s.alpha_bar[s.T]
    values = {"alpha_bar_T": left, "signal_root_T": math.sqrt(left),
              "noise_root_T": math.sqrt(1 - left), "sum_of_betas": s.beta.sum()}
    table = {"t": t, "beta": s.beta[t], "alpha": s.alpha[t], "alpha_bar": s.alpha_bar[t],
             "snr": s.alpha_bar[t] / s.rest[t]}
    return values, {"schedule": table}
# part noise-schedule/compare: schedule
def figure(p):
    kinds = ["linear", "scaled-linear", "cosine"]
    all_three = {kind: schedule_of({**p, "schedule": kind}) for kind in kinds}
    t = all_three["linear"].t
    values = {f"alpha_bar_T {kind}": s.alpha_bar[s.T] for kind, s in all_three.items()}
    table = {"t": t, **{kind: s.alpha_bar[t] for kind, s in all_three.items()}}
    return values, {"alpha_bar": table}
# part noise-schedule/shortened: schedule
def figure(p):
    s = schedule_of(p)
    left = s.alpha_bar[s.T]
    return {"alpha_bar_T": left, "snr_T": left / s.rest[s.T]}, {}
# part merged-gaussians/merge: schedule
def figure(p):
    s, t, n = schedule_of(p), p["t"], p["samples"]
    earlier, latest = s.alpha[t] * s.beta[t - 1], s.beta[t]
    merged = earlier + latest
    first, second, third = np.random.default_rng(0).normal(size=(3, n))
    sums = math.sqrt(earlier) * first + math.sqrt(latest) * second
    once = math.sqrt(merged) * third
    return {"variance_earlier": earlier, "variance_latest": latest, "variance_merged": merged,
            "variance_if_one_draw_is_used_twice": merged + 2 * math.sqrt(earlier * latest),
            "drawn": {"sample_variance_sum": sums.var(ddof=1),
                      "sample_variance_merged": once.var(ddof=1),
                      "correlation": np.corrcoef(sums, once)[0, 1]}}, {}
# part forward-process/jump: schedule, mixture
def figure(p):
    s = schedule_of(p)
    mean, variance = moments(*mixture_of(p))
    t, left = s.t, s.alpha_bar
    means, variances = np.sqrt(left) * mean, left * variance + s.rest
    values = {"alpha_bar_T": left[s.T], "mean_T": means[s.T], "variance_T": variances[s.T]}
    return values, {"moments": {"t": t, "mean_exact": means[t], "variance_exact": variances[t]}}
# part forward-process/cloud: schedule
def figure(p):
    s = schedule_of(p)
    left = s.alpha_bar[s.T]
    return {"alpha_bar_T": left, "snr_T": left / s.rest[s.T]}, {}
# part reverse-kernel/kernel: mixture
def figure(p):
    # q(x_{t-1} given x_t): each hump times the bell of one step, and the shares by Bayes' rule.
    weights, means, variances = mixture_of(p)
    beta, x = p["beta"], p["x_t"]
    alpha = 1 - beta
    shares = weights * density(x, math.sqrt(alpha) * means, alpha * variances + beta)
    shares = shares / shares.sum()
    precision = 1 / variances + alpha / beta
    centres = (means / variances + math.sqrt(alpha) * x / beta) / precision
    mean, variance = moments(shares, centres, 1 / precision)
    places = np.linspace(mean - 14 * math.sqrt(variance), mean + 14 * math.sqrt(variance), 400001)
    q = sum(w * density(places, c, 1 / k) for w, c, k in zip(shares, centres, precision))
    bell = density(places, mean, variance)
    inside = (q > 0) & (bell > 0)
    kl = (q[inside] * np.log(q[inside] / bell[inside])).sum() * (places[1] - places[0])
    return {"mean": mean, "variance": variance, "kl_to_gaussian": kl,
            "variance_over_beta": variance / beta}, {}
# part posterior/posterior: schedule
def figure(p):
    s = schedule_of(p)
    t = s.t
    variance = s.posterior_variance(t)
    x0 = np.sqrt(s.alpha_bar[t - 1]) * s.beta[t] / s.rest[t]
    xt = np.sqrt(s.alpha[t]) * s.rest[t - 1] / s.rest[t]
    scale = 1 / np.sqrt(s.alpha[t])
    noise = s.beta[t] / np.sqrt(s.rest[t]) / np.sqrt(s.alpha[t])
    table = {"t": t, "posterior_variance": variance, "coefficient_x0": x0, "coefficient_xt": xt,
             "scale_xt": scale, "scale_noise": noise}
    values = {f"{name}_T": column[-1] for name, column in table.items() if name != "t"}
    return values, {"posterior": table}
# part posterior/cloud: schedule
def figure(p):
    s, t = schedule_of(p), p["t"]
    mean = (math.sqrt(s.alpha_bar[t - 1]) * s.beta[t] * p["x_0"]
            + math.sqrt(s.alpha[t]) * s.rest[t - 1] * p["x_t"]) / s.rest[t]
    return {"mean": mean, "variance": s.posterior_variance(t)}, {}
# part posterior/bells: schedule
def figure(p):
    s, t, start = schedule_of(p), p["t"], p["x_0"]
    x = math.sqrt(s.alpha_bar[t]) * start + math.sqrt(s.rest[t]) * p["noise"]
    mean, variance = math.sqrt(s.alpha_bar[t - 1]) * start, s.rest[t - 1]
    seen, width = x / math.sqrt(s.alpha[t]), s.beta[t] / s.alpha[t]
    both = 1 / (1 / variance + 1 / width)
    return {"x_t": x, "start_mean": mean, "start_variance": variance, "window_mean": seen,
            "window_variance": width, "posterior_mean": both * (mean / variance + seen / width),
            "posterior_variance": both}, {}
# part posterior/variances: schedule
def figure(p):
    s = schedule_of(p)
    t = s.t
    variance = s.posterior_variance(t)
    ratio = variance / s.beta[t]
    return {"ratio_2": ratio[1], "ratio_T": ratio[-1]}, {
        "variances": {"t": t, "beta": s.beta[t], "posterior_variance": variance, "ratio": ratio}}
# part noise-prediction/exact: schedule, mixture
def figure(p):
    s, t, x = schedule_of(p), p["t"], p["x_t"]
    weights, means, variances = mixture_of(p)
    left, rest = s.alpha_bar[t], s.rest[t]
    centres, spreads = math.sqrt(left) * means, left * variances + rest
    parts = weights * density(x, centres, spreads)
    score = (parts * (centres - x) / spreads).sum() / parts.sum()
    noise = -math.sqrt(rest) * score
    return {"log_density": math.log(parts.sum()), "score": score, "expected_noise": noise,
            "expected_x0": (x - math.sqrt(rest) * noise) / math.sqrt(left)}, {}
# part noise-prediction/loss-floor: schedule
def figure(p):
    s = schedule_of(p)
    t = s.t
    signal = s.alpha_bar[t] * p["variance"]
    given_xt = signal / (signal + s.rest[t])
    return {"loss_given_xt": given_xt.mean(), "loss_given_x0": 1.0}, {
        "losses": {"t": t, "given_xt": given_xt, "given_x0": np.ones(s.T)}}
# part noise-prediction/parameterisations: schedule
def figure(p):
    # What is left of the variance of each target once x_t is known, for normal data.
    s, v = schedule_of(p), p["variance"]
    t = s.t
    left, rest = s.alpha_bar[t], s.rest[t]
    whole = left * v + rest
    losses = {"noise": left * v / whole, "x0": rest * v / whole, "v": v / whole}
    return {f"least_loss_{name}": loss.mean() for name, loss in losses.items()}, {
        "least_losses": {"t": t, **losses}}
# part walk: schedule, normal
def walk(s, mean, variance, visited, noise, eta=1.0):
    """The laws of x of a sampler with the exact noise prediction for normal data.

    noise: "eta" (DDIM's sigma), "hat" (root of beta), "unrooted" (the slip: beta-tilde itself).
    """
    laws = [(0.0, 1.0)]
    steps = list(reversed(visited))
    for t, p in zip(steps, steps[1:] + [0]):
        m, v = laws[-1]
        ratio = s.alpha_bar[t] / s.alpha_bar[p]
        beta = 1 - ratio if p < t - 1 else s.beta[t]
        tilde = s.rest[p] / s.rest[t] * beta
        sigma = {"eta": eta * math.sqrt(tilde), "hat": math.sqrt(beta) if p > 0 else 0.0,
                 "unrooted": tilde}[noise]
        eta_of_mean = eta if noise == "eta" else 1.0
        direction = math.sqrt(max(0.0, s.rest[p] - eta_of_mean**2 * tilde))
        slope = math.sqrt(s.rest[t]) / (s.alpha_bar[t] * variance + s.rest[t])
        stretch = 1 / math.sqrt(ratio)
        on_noise = direction - stretch * math.sqrt(s.rest[t])
        factor = stretch + on_noise * slope
        shift = -on_noise * slope * math.sqrt(s.alpha_bar[t]) * mean
        laws.append((factor * m + shift, factor**2 * v + sigma**2))
    return laws


def w2(law, mean, variance):
    return math.hypot(law[0] - mean, math.sqrt(law[1]) - math.sqrt(variance))


def spaced(T, count, spacing):
    if spacing == "leading":
        return [1 + i * (T // count) for i in range(count)]
    if spacing == "trailing":
        return [round((i + 1) * T / count) for i in range(count)]
    gaps = max(1, count - 1)
    return sorted({1 + 4 * T * i * i // (5 * gaps * gaps) for i in range(count)})
# part ddpm/moments: walk
def figure(p):
    s, m, v = schedule_of(p), p["mean"], p["variance"]
    noise = {"beta": "hat", "posterior": "eta", "posterior-unrooted": "unrooted"}
    kind = noise[p["reverse_noise"]]
    laws = walk(s, m, v, list(range(1, s.T + 1)), kind)
    t = np.arange(s.T, -1, -1)
    last = s.beta[1] if kind == "hat" else 0.0
    values = {"final_mean": laws[-1][0], "final_variance": laws[-1][1], "w2": w2(laws[-1], m, v),
              "final_variance_with_last_noise": laws[-1][1] + last}
    table = {"t": t, "mean": [law[0] for law in laws], "variance": [law[1] for law in laws],
             "mean_forward": np.sqrt(s.alpha_bar[t]) * m,
             "variance_forward": s.alpha_bar[t] * v + s.rest[t]}
    return values, {"moments": table}
# part ddim/step: schedule
def figure(p):
    s, t, before = schedule_of(p), p["t"], p["t_previous"]
    merged = 1 - s.alpha_bar[t] / s.alpha_bar[before]
    tilde = s.rest[before] / s.rest[t] * merged
    sigma = p["eta"] * math.sqrt(tilde)
    kept = math.sqrt(max(0.0, s.rest[before] - sigma**2))
    x0 = (p["x_t"] - math.sqrt(s.rest[t]) * p["noise"]) / math.sqrt(s.alpha_bar[t])
    return {"sigma": sigma, "predicted_x0": x0,
            "mean": math.sqrt(s.alpha_bar[before]) * x0 + kept * p["noise"], "noise_kept": kept,
            "eta_bound": math.sqrt(s.rest[t] / merged)}, {}
# part ddim/spacing: walk
def figure(p):
    s = schedule_of(p)
    values, table = {}, {"i": np.arange(1, p["steps"] + 1)}
    for spacing in ["leading", "trailing", "quadratic"]:
        visited = spaced(s.T, p["steps"], spacing)
        values[f"first {spacing}"], values[f"last {spacing}"] = visited[0], visited[-1]
        values[f"eta_bound {spacing}"] = min(
            math.sqrt(s.rest[t] / (1 - s.alpha_bar[t] / s.alpha_bar[q]))
            for t, q in zip(visited[1:], visited))
        table[spacing] = visited
    return values, {"visited": table}
# part ddim/steps-and-eta: walk
def figure(p):
    s, m, v = schedule_of(p), p["mean"], p["variance"]
    ways = [("eta 0", "eta", 0.0), ("eta 1", "eta", 1.0), ("sigma-hat", "hat", 1.0)]
    values = {}
    for count in [count for count in [10, 20, 50, 100, 1000] if count <= s.T]:
        visited = spaced(s.T, count, p["spacing"])
        for name, noise, eta in ways:
            values[f"{name}, S = {count}"] = w2(walk(s, m, v, visited, noise, eta)[-1], m, v)
    return values, {}
