#!/usr/bin/env python3
"""Writes bound.json: the bound on -log p for normal data, in 50-digit arithmetic.

Usage: python3 make_bound.py > bound.json      needs: pip install mpmath numpy
       python3 make_bound.py --draws           the same bound from a million drawn walks

The bound is taken as it is defined, -E log p(x_0, ..., x_T) + E log q(x_1, ..., x_T given x_0), from the
second moments of walk and model: no posterior, no divergence and no weight of a squared error is used.
The likelihood is that of the model's x_0, and the gap their difference.
"""
import json
import sys
from mpmath import mp, mpf, sqrt, log, pi

mp.dps = 50


def tables(betas):
    bars = [mpf(1)]
    for beta in betas:
        bars.append(bars[-1] * (1 - beta))
    return bars


def linear(steps, first="1e-4", last="0.02"):
    first, last = mpf(first), mpf(last)
    return [first + (last - first) * i / (steps - 1) for i in range(steps)]


def sigmas(betas, bars, kind):
    if kind == "beta" or len(betas) == 1:
        return list(betas)
    tilde = lambda t: (1 - bars[t - 1]) / (1 - bars[t]) * betas[t - 1]
    return [tilde(max(2, t)) for t in range(1, len(betas) + 1)]


def model(betas, bars, m, v):
    """Slope and shift of the mean of x_{t-1} over x_t, by the noise that x_t lets expect."""
    result = []
    for t, beta in enumerate(betas, start=1):
        rest = 1 - bars[t]
        slope = sqrt(rest) / (bars[t] * v + rest)          # of E[noise given x_t]
        shift = -slope * sqrt(bars[t]) * m
        factor = beta / sqrt(rest)
        result.append(((1 - factor * slope) / sqrt(1 - beta), -factor * shift / sqrt(1 - beta)))
    return result


def row(name, betas, m, v, kind):
    betas, m, v = [mpf(b) for b in betas], mpf(m), mpf(v)
    bars = tables(betas)
    last = len(betas)
    mean = lambda t: sqrt(bars[t]) * m
    variance = lambda t: bars[t] * v + 1 - bars[t]
    normal = lambda square, w: log(2 * pi * w) / 2 + square / (2 * w)   # mean of -log N
    bound = normal(mean(last) ** 2 + variance(last), mpf(1))
    law = (mpf(0), mpf(1))
    steps, own = model(betas, bars, m, v), sigmas(betas, bars, kind)
    for t in range(last, 0, -1):
        (a, c), sigma = steps[t - 1], own[t - 1]
        shared = sqrt(1 - betas[t - 1]) * variance(t - 1)
        square = (mean(t - 1) - a * mean(t) - c) ** 2
        square += variance(t - 1) - 2 * a * shared + a ** 2 * variance(t)
        bound += normal(square, sigma) - normal(betas[t - 1], betas[t - 1])
        law = (a * law[0] + c, a ** 2 * law[1] + sigma)
    likelihood = normal((m - law[0]) ** 2 + v, law[1])
    return dict(schedule=name, T=last, betas=[float(b) for b in betas] if last < 10 else None,
                mean=float(m), variance=float(v), reverse_noise=kind, bound=float(bound),
                negative_log_likelihood=float(likelihood), gap=float(bound - likelihood))


def drawn(betas, m, v, kind, count):
    import numpy as np
    betas = [mpf(b) for b in betas]
    bars, own = tables(betas), sigmas(betas, tables(betas), kind)
    steps = [(float(a), float(c)) for a, c in model(betas, bars, mpf(m), mpf(v))]
    rng = np.random.default_rng(1)
    density = lambda x, w: -0.5 * np.log(2 * np.pi * w) - x ** 2 / (2 * w)
    x = m + np.sqrt(v) * rng.standard_normal(count)
    total = np.zeros(count)
    for t, beta in enumerate(map(float, betas)):
        later = np.sqrt(1 - beta) * x + np.sqrt(beta) * rng.standard_normal(count)
        total += density(later - np.sqrt(1 - beta) * x, beta)
        total -= density(x - steps[t][0] * later - steps[t][1], float(own[t]))
        x = later
    total -= density(x, 1)
    return total.mean(), total.std() / np.sqrt(count)


cases = [("custom", ["0.1", "0.2", "0.5"], m, v, kind)
         for m, v in (("0", "1"), ("1", "0.25"), ("-0.5", "4")) for kind in ("beta", "posterior")]
cases += [("custom", ["0.3"], "1", "0.5", kind) for kind in ("beta", "posterior")]
cases += [("linear", linear(T), m, v, kind)
          for T in (50, 1000) for m, v in (("0", "1"), ("1", "0.25"), ("1", "0.001"))
          for kind in ("beta", "posterior")]

if "--draws" in sys.argv:
    for case in cases[:8]:
        mean, error = drawn(case[1], float(case[2]), float(case[3]), case[4], 10**6)
        print(case[1:], "exact", row(*case)["bound"], "drawn", mean, "+-", error)
else:
    print("[\n" + ",\n".join(json.dumps(row(*case)) for case in cases) + "\n]")
