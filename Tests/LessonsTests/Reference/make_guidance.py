#!/usr/bin/env python3
"""Numbers for the tests of guidance, independent of the program: numpy, scipy and mpmath.

Usage: python3 make_guidance.py      prints, for two equally likely normal classes of one variance:
  - mean and deviation of guided samples: DDIM with eta 0, trailing, from the 20,000 normal quantiles
    (i - 1/2)/n, with the exact noise predictions, by w as Ho and Salimans have it
  - the same with the two predictions swapped
  - mean and deviation of the tilted density, by quadrature in 30 digits
  - the moments at eta 1, from 400,000 starts with other draws than the program's
"""
import mpmath as mp
import numpy as np
from scipy.special import ndtri

mp.mp.dps = 30


def tables(T=1000, first=1e-4, last=0.02):
    beta = np.linspace(first, last, T) if T > 1 else np.array([first])
    abar, rest = [1.0], [0.0]
    for b in beta:
        rest.append(rest[-1] + abar[-1] * b)
        abar.append(abar[-1] * (1 - b))
    return np.array(abar), np.array(rest)


def predictions(x, t, means, variance, abar, rest):
    total = abar[t] * variance + rest[t]
    offsets = [x - np.sqrt(abar[t]) * m for m in means]
    # The other class's share, by the log odds.
    other = 1 / (1 + np.exp((offsets[1] ** 2 - offsets[0] ** 2) / (2 * total)))
    own = np.sqrt(rest[t]) * offsets[0] / total
    return own, (1 - other) * own + other * np.sqrt(rest[t]) * offsets[1] / total


def samples(means, variance, w, T=1000, steps=None, eta=0.0, swapped=False, n=20000, seed=7):
    abar, rest = tables(T)
    steps = steps or T
    visited = [round((i + 1) * T / steps) for i in range(steps)]
    x = ndtri((np.arange(1, n + 1) - 0.5) / n)
    draws = np.random.default_rng(seed)
    for t, p in zip(visited[::-1], [*visited[-2::-1], 0]):
        c, u = predictions(x, t, means, variance, abar, rest)
        if swapped:
            c, u = u, c
        noise = (1 + w) * c - w * u
        start = (x - np.sqrt(rest[t]) * noise) / np.sqrt(abar[t])
        fresh = eta**2 * rest[p] / rest[t] * (1 - abar[t] / abar[p])
        x = np.sqrt(abar[p]) * start + np.sqrt(max(0, rest[p] - fresh)) * noise
        if fresh > 0:
            x = x + np.sqrt(fresh) * draws.standard_normal(n)
    return x


def tilted(means, variance, w):
    m, other, v = mp.mpf(means[0]), mp.mpf(means[1]), mp.mpf(variance)

    def height(x):
        odds = ((x - m) ** 2 - (x - other) ** 2) / (2 * v)
        return mp.exp(-((x - m) ** 2) / (2 * v) - w * mp.log(1 + mp.exp(odds)))

    places = [m + mp.mpf(k) / 2 for k in range(-10, 17)]
    moments = [mp.quad(lambda x: x**k * height(x), places) for k in range(3)]
    mean = moments[1] / moments[0]
    return float(mean), float(mp.sqrt(moments[2] / moments[0] - mean**2))


def shown(x):
    return f"{x.mean():.10f} {x.std():.10f}"


for w in (0, 1, 2, 4, 8):
    print("guided", w, shown(samples((1, -1), 0.25, w)))
for means, variance, w, T, steps in [
    ((1, -1), 0.25, 1, 1000, 50), ((1.5, -0.5), 0.5, 3, 1000, 1000), ((-2, 0.3), 0.09, 1.5, 200, 200),
    ((0.4, -0.4), 1, 5, 400, 100), ((-1, 1), 2, 0.5, 1000, 250), ((3, -1), 0.04, -0.5, 1000, 1000),
]:
    print("other", means, variance, w, T, steps, shown(samples(means, variance, w, T, steps)))
print("swapped", shown(samples((1, -1), 0.25, 2, swapped=True)))
print("swapped, 200 steps", shown(samples((1, -1), 0.25, 2, steps=200, swapped=True)))
for w in (0, 0.5, 1, 2, 4, 8):
    print("tilted", w, "{:.10f} {:.10f}".format(*tilted((1, -1), 0.25, w)))
for w in (0, 1, 2, 4, 8):
    print("eta 1", w, shown(samples((1, -1), 0.25, w, eta=1.0, n=400000)))
