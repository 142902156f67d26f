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
# part guided: schedule, walk
from statistics import NormalDist


class Classes:
    """Two normal classes of numbers, equally likely; the first is asked for."""

    def __init__(self, p):
        self.s, self.means, self.variance = schedule_of(p), p["means"], p["variance"]

    def logs(self, x, t):
        """The logarithm of each class's density at step t, less what both share; and its slope."""
        left = math.sqrt(self.s.alpha_bar[t])
        v = left**2 * self.variance + self.s.rest[t]
        gaps = [x - left * mean for mean in self.means]
        return [-(gap**2) / (2 * v) for gap in gaps], [-gap / v for gap in gaps]

    def chances(self, x, t):
        logs, _ = self.logs(x, t)
        return 1 / (1 + np.exp(np.clip(logs[1] - logs[0], -700, 700)))

    def noise(self, x, t):
        """The exact noise predictions: of the class that is asked for, and of all data."""
        chances, (first, second) = self.chances(x, t), self.logs(x, t)[1]
        root = -math.sqrt(self.s.rest[t])
        return root * first, root * (chances * first + (1 - chances) * second)

    def gradient(self, x, t):
        """d/dx log p(class given x at t)."""
        first, second = self.logs(x, t)[1]
        return (1 - self.chances(x, t)) * (first - second)

    def led(self, p, count, guided):
        """The normal law's quantiles, led back to t = 0 by DDIM with eta 0."""
        normal = NormalDist()
        x = np.array([normal.inv_cdf((i - 0.5) / count) for i in range(1, count + 1)])
        s, steps = self.s, list(reversed(spaced(self.s.T, min(p["steps"], self.s.T), "trailing")))
        for t, before in zip(steps, steps[1:] + [0]):
            noise = guided(x, t)
            x0 = (x - math.sqrt(s.rest[t]) * noise) / math.sqrt(s.alpha_bar[t])
            x = math.sqrt(s.alpha_bar[before]) * x0 + math.sqrt(s.rest[before]) * noise
        return x

    def told(self, x, suffix=""):
        return {"sample_mean" + suffix: x.mean(), "sample_standard_deviation" + suffix: x.std(),
                "label_accuracy" + suffix: (self.chances(x, 0) > 0.5).mean()}


def told_of(p, ways, count):
    """The numbers of each way of guiding; with eta above 0 they are drawn, and others here."""
    c = Classes(p)
    values = {"class_mean": p["means"][0], "class_standard_deviation": math.sqrt(p["variance"])}
    if p["eta"] > 0:
        print("With eta above 0 noise is drawn at each step; only eta 0 is computed again here.")
        return values, {}
    for suffix, guided in ways.items():
        values.update(c.told(c.led(p, count, lambda x, t: guided(c, x, t)), suffix))
    return values, {}
# part classifier-guidance/odds: guided
def figure(p):
    c, t, x = Classes(p), p["t"], p["x_t"]
    apart = p["means"][0] - p["means"][1]
    def slope(t):
        left = c.s.alpha_bar[t]
        return math.sqrt(left) * apart / (left * p["variance"] + c.s.rest[t])
    return {"probability": c.chances(x, t), "gradient": c.gradient(x, t),
            "log_odds_slope": slope(t), "clean_gradient": c.gradient(x, 0),
            "clean_log_odds_slope": slope(0), "times_too_steep": slope(0) / slope(t)}, {}
# part classifier-guidance/exact: guided
def figure(p):
    def guided(c, x, t):
        slope = c.gradient(x, t if p["classifier"] == "noisy" else 0)
        return c.noise(x, t)[1] - p["scale"] * math.sqrt(c.s.rest[t]) * slope
    return told_of(p, {"": guided}, 20000)
# part classifier-guidance/slips: guided
def figure(p):
    def led(scale, root=True, clean=False):
        def guided(c, x, t):
            factor = math.sqrt(c.s.rest[t]) if root else 1
            return c.noise(x, t)[1] - scale * factor * c.gradient(x, 0 if clean else t)
        return guided
    scale = p["scale"]
    return told_of(p, {"": led(scale), "_sign": led(-scale), "_rootless": led(scale, root=False),
                       "_clean": led(scale, clean=True)}, 4000)
# part classifier-free-guidance/exact: guided
def figure(p):
    def guided(c, x, t):
        conditioned, unconditioned = c.noise(x, t)
        return (1 + p["w"]) * conditioned - p["w"] * unconditioned
    return told_of(p, {"": guided}, 20000)
# part classifier-free-guidance/slips: guided
def figure(p):
    w = p["w"]
    def mixed(on_conditioned, on_unconditioned):
        def guided(c, x, t):
            conditioned, unconditioned = c.noise(x, t)
            return on_conditioned * conditioned + on_unconditioned * unconditioned
        return guided
    return told_of(p, {"": mixed(1 + w, -w), "_swapped": mixed(-w, 1 + w),
                       "_w_for_one_plus_w": mixed(w, 1 - w), "_sign": mixed(1 - w, w)}, 4000)
# part plane: schedule
def turn(angle, radius):
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=-1)


def even_points(place, start, end, spacing):
    """Points evenly spaced along the arc of a curve, in the middle of equal pieces."""
    u = np.linspace(start, end, 2001)
    curve = place(u)
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    count = math.ceil(length[-1] / spacing)
    return place(np.interp((np.arange(count) + 0.5) / count * length[-1], length, u))


def curves_of(data):
    """The curves of a shape, each with the ends of its parameter; and the noise's width."""
    pi = math.pi
    def point(x, y):
        return np.stack([x, y], axis=-1)
    def heart(t):
        y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        return point(16 * np.sin(t) ** 3, y)
    def eight(t):
        return point(np.cos(t), np.sin(t) * np.cos(t))
    return {
        "moons": ([(lambda u: point(np.cos(u), np.sin(u)), 0, pi),
                   (lambda u: point(1 - np.cos(u), 0.5 - np.sin(u)), 0, pi)], 0.08),
        "swiss-roll": ([(lambda u: turn(u, u), 1.5 * pi, 3.350289 * pi),
                        (lambda u: turn(u, u), 3.350289 * pi, 4.5 * pi)], 0.5),
        "spiral": ([(lambda u: turn(u, u), 0.5 * pi, 2.5 * pi),
                    (lambda u: turn(pi + u, u), 0.5 * pi, 2.5 * pi)], 0.4),
        "two-rings": ([(lambda u: turn(u, 1.0), 0, 2 * pi),
                       (lambda u: turn(u, 0.5), 0, 2 * pi)], 0.06),
        "infinity": ([(eight, -0.5 * pi, 0.5 * pi), (eight, 0.5 * pi, 1.5 * pi)], 0.05),
        "heart": ([(heart, 0, pi), (heart, pi, 2 * pi)], 0.7),
    }[data]


class Plane:
    """A toy distribution: equal round bells at centres, with their weights and labels."""

    def __init__(self, p):
        data = p["data"]
        if data == "normal":
            centres, weights, labels = np.full((1, 2), p["mean"]), np.ones(1), np.zeros(1, int)
            variance = p["variance"]
        elif data in ("ring", "grid"):
            labels = np.arange(8 if data == "ring" else 9)
            square = np.stack([labels % 3, labels // 3], axis=-1).astype(float)
            centres = turn(math.pi / 4 * labels, 2.0) if data == "ring" else square
            variance = 0.01 if data == "ring" else 0.0144
            weights = np.ones(len(labels)) / len(labels)
        else:
            curves, width = curves_of(data)
            lines = [even_points(place, start, end, 0.7 * width) for place, start, end in curves]
            centres, variance = np.concatenate(lines), width**2
            shares = [1 / len(lines) / len(line) for line in lines]
            weights = np.concatenate([np.full(len(a), b) for a, b in zip(lines, shares)])
            labels = np.concatenate([np.full(len(line), k) for k, line in enumerate(lines)])
        if data != "normal":
            # Mean zero, and a variance of 1 a coordinate on average.
            centres = centres - weights @ centres
            scale = math.sqrt((weights @ (centres**2).sum(axis=1)) / 2 + variance)
            centres, variance = centres / scale, variance / scale**2
        self.centres, self.variance, self.weights, self.labels = centres, variance, weights, labels

    def of(self, label):
        """One class by itself."""
        part = object.__new__(Plane)
        own = self.labels == label
        part.centres, part.labels = self.centres[own], self.labels[own]
        part.variance = self.variance
        part.weights = self.weights[own] / self.weights[own].sum()
        return part

    def draw(self, count, generator):
        chosen = generator.choice(len(self.weights), count, p=self.weights)
        noise = generator.standard_normal((count, 2))
        return self.centres[chosen] + math.sqrt(self.variance) * noise

    def logs(self, x, left, rest):
        """log of weight times density of each diffused bell at each point; and their variance."""
        v = left * self.variance + rest
        squares = ((x[:, None, :] - math.sqrt(left) * self.centres) ** 2).sum(axis=2)
        return np.log(self.weights) - squares / (2 * v) - math.log(2 * math.pi * v), v

    def log_density(self, x, left=1.0, rest=0.0):
        logs, _ = self.logs(x, left, rest)
        top = logs.max(axis=1, keepdims=True)
        return (top + np.log(np.exp(logs - top).sum(axis=1, keepdims=True)))[:, 0]

    def noise(self, x, s, t):
        """The exact noise prediction: -root(1 - abar) times the slope of the log density."""
        left, rest = s.alpha_bar[t], s.rest[t]
        logs, v = self.logs(x, left, rest)
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return math.sqrt(rest) * (x - math.sqrt(left) * (shares @ self.centres)) / v

    def chances(self, x, label):
        logs, _ = self.logs(x, 1.0, 0.0)
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        return shares[:, self.labels == label].sum(axis=1) / shares.sum(axis=1)


def sampled(s, noise_of, steps, eta, count, generator, hat=False):
    """From noise back to data; hat is DDPM's noise of variance beta."""
    x = generator.standard_normal((count, 2))
    steps = list(reversed(steps))
    for t, before in zip(steps, steps[1:] + [0]):
        noise = noise_of(x, t)
        merged = 1 - s.alpha_bar[t] / s.alpha_bar[before]
        tilde = eta**2 * s.rest[before] / s.rest[t] * merged
        x0 = (x - math.sqrt(s.rest[t]) * noise) / math.sqrt(s.alpha_bar[t])
        kept = math.sqrt(max(0.0, s.rest[before] - tilde))
        x = math.sqrt(s.alpha_bar[before]) * x0 + kept * noise
        if before > 0:
            sigma = math.sqrt(merged if hat else tilde)
            x = x + sigma * generator.standard_normal((count, 2))
    return x


def sliced_wasserstein(a, b):
    angles = np.arange(64) * math.pi / 64
    axes = np.stack([np.cos(angles), np.sin(angles)])
    return np.abs(np.sort(a @ axes, axis=0) - np.sort(b @ axes, axis=0)).mean()


def mean_distance(a, b):
    return np.hypot(*np.moveaxis(a[:, None, :] - b, 2, 0)).mean()


def energy_distance(a, b):
    n, m = len(a), len(b)
    return (2 * mean_distance(a, b) - mean_distance(a, a) * n / (n - 1)
            - mean_distance(b, b) * m / (m - 1))


def compared(x, law, count, generator):
    """What tells samples from data: distances to draws, and the exact likelihood."""
    data = law.draw(count, generator)
    return {"sliced_wasserstein": sliced_wasserstein(x, data),
            "energy_distance": energy_distance(x, data),
            "nll": -law.log_density(x).mean(), "nll_data": -law.log_density(data).mean()}
# part ddpm/sample: plane
def figure(p):
    if p["denoiser"] != "exact" or p["data"] == "checkerboard" or p["last_noise"] != "none":
        print("Trained weights, squares and noise at the last step: by noisebook alone.")
        return {}, {}
    s, law, generator = schedule_of(p), Plane(p), np.random.default_rng(0)
    steps = range(1, s.T + 1)
    x = sampled(s, lambda x, t: law.noise(x, s, t), steps, 1.0, p["samples"], generator, hat=True)
    return {"drawn": compared(x, law, p["samples"], generator)}, {}
# part ddim/sample: plane, walk
def figure(p):
    if p["denoiser"] != "exact" or p["data"] == "checkerboard":
        print("Trained weights and squares are computed by noisebook alone.")
        return {}, {}
    s, law, generator = schedule_of(p), Plane(p), np.random.default_rng(0)
    steps = spaced(s.T, p["steps"], p["spacing"])
    x = sampled(s, lambda x, t: law.noise(x, s, t), steps, p["eta"], p["samples"], generator)
    return {"drawn": compared(x, law, p["samples"], generator)}, {}
# part guided-plane: plane, walk
def guided_in_plane(p, guided):
    """Samples of one class: how many the data's own law counts to it, and how diverse they are."""
    if p["denoiser"] != "exact" or p["data"] == "checkerboard":
        print("Trained weights and squares are computed by noisebook alone.")
        return {}, {}
    s, law, generator = schedule_of(p), Plane(p), np.random.default_rng(0)
    goal = law.of(p["label"])
    steps = spaced(s.T, p["steps"], p["spacing"])
    x = sampled(s, lambda x, t: guided(goal.noise(x, s, t), law.noise(x, s, t)), steps, p["eta"],
                p["samples"], generator)
    drawn = compared(x, goal, p["samples"], generator)
    drawn["label_accuracy"] = (law.chances(x, p["label"]) > 0.5).mean()
    middle = goal.weights @ goal.centres
    whole = goal.weights @ ((goal.centres - middle) ** 2).sum(axis=1) + 2 * goal.variance
    drawn["diversity"] = math.sqrt(x.var(axis=0).sum() / whole)
    return {"drawn": drawn}, {}
# part classifier-guidance/sample: guided-plane
def figure(p):
    if p["classifier"] != "noisy":
        print("The clean classifier's slip is computed by noisebook alone.")
        return {}, {}
    # The slope of log p(class given x) is the difference of two scores, so of two noises.
    return guided_in_plane(p, lambda c, u: u + p["scale"] * (c - u))
# part classifier-free-guidance/sample: guided-plane
def figure(p):
    return guided_in_plane(p, lambda c, u: (1 + p["w"]) * c - p["w"] * u)
# part classifier-guidance/scale: guided
def figure(p):
    c = Classes(p)
    scales = np.linspace(0, p["most"], 21)
    if p["eta"] > 0:
        print("With eta above 0 noise is drawn at each step; only eta 0 is computed again here.")
        return {}, {}
    table = {"label_accuracy": [], "diversity": [], "mean": [], "standard_deviation": []}
    for scale in scales:
        def guided(x, t):
            return c.noise(x, t)[1] - scale * math.sqrt(c.s.rest[t]) * c.gradient(x, t)
        x = c.led(p, 2000, guided)
        table["label_accuracy"].append((c.chances(x, 0) > 0.5).mean())
        table["diversity"].append(x.std() / math.sqrt(p["variance"]))
        table["mean"].append(x.mean())
        table["standard_deviation"].append(x.std())
    one = next((i for i, scale in enumerate(scales) if scale >= 1 - 1e-9), 20)
    places = [("none", 0), ("one", one), ("most", 20)]
    values = {f"{name}_{place}": table[name][i] for place, i in places
              for name in ["label_accuracy", "diversity"]}
    table["scale"] = scales
    return values, {"strengths": table}
