#!/usr/bin/env python3
"""Numbers for the tests of lesson 08, independent of the program: mpmath with 50 digits.

Usage: python3 make_ddim.py      needs: pip install mpmath scipy

For data N(m, v) a sampler with the exact noise prediction sqrt(1 - abar) (x - sqrt(abar) m) /
(abar v + 1 - abar) maps a normal law onto a normal law at each step (DDIM, equations 9, 12 and 16,
written out anew here). Prints the Wasserstein-2 distances of the ends, their rank correlations with
DDIM's Table 1, and the errors at eta 0 against the exact flow.
"""
from mpmath import mp, mpf, sqrt
from scipy.stats import spearmanr

mp.dps = 50
T = 1000
COUNTS = [10, 20, 50, 100, 1000]
NOISES = ["0", "0.2", "0.5", "1", "hat"]


def linear(steps=T, first=mpf("1e-4"), last=mpf("0.02")):
    return [first + (last - first) * t / (steps - 1) for t in range(steps)]


def bars(betas):
    result = [mpf(1)]
    for beta in betas:
        result.append(result[-1] * (1 - beta))
    return result


def visited(spacing, count, last=T):
    if spacing == "leading":
        return [1 + i * (last // count) for i in range(count)]
    if spacing == "trailing":
        return [round((i + 1) * mpf(last) / count) for i in range(count)]
    places = [1 + 4 * last * i * i // (5 * max(1, count - 1) ** 2) for i in range(count)]
    return sorted(set(places))


def steps(abar, taus, noise, m, v):
    """Factor, shift and variance of each step, the largest t first."""
    for t, p in zip(reversed(taus), [*reversed(taus[:-1]), 0]):
        a, b = abar[t], abar[p]
        eta = mpf(1) if noise == "hat" else mpf(noise)
        variance = eta**2 * (1 - b) / (1 - a) * (1 - a / b)
        slope = sqrt(1 - a) / (a * v + 1 - a)
        stretch = sqrt(b / a)
        pull = sqrt(max(1 - b - variance, 0)) - stretch * sqrt(1 - a)
        fresh = (0 if p == 0 else 1 - a / b) if noise == "hat" else variance
        yield stretch + pull * slope, -pull * slope * sqrt(a) * m, fresh


def distance(abar, taus, noise, m, v):
    mean, variance = mpf(0), mpf(1)
    for factor, shift, fresh in steps(abar, taus, noise, m, v):
        mean, variance = factor * mean + shift, factor**2 * variance + fresh
    return sqrt((mean - m) ** 2 + (sqrt(variance) - sqrt(v)) ** 2)


def table(abar, spacing, m, v):
    return [[distance(abar, visited(spacing, s), noise, m, v) for s in COUNTS] for noise in NOISES]


CIFAR10 = [[13.36, 6.84, 4.67, 4.16, 4.04], [14.04, 7.11, 4.77, 4.25, 4.09],
           [16.66, 8.35, 5.25, 4.46, 4.29], [41.07, 18.36, 8.01, 5.78, 4.73],
           [367.43, 133.37, 32.72, 9.99, 3.17]]
CELEBA = [[17.33, 13.73, 9.17, 6.53, 3.51], [17.66, 14.11, 9.51, 6.79, 3.64],
          [19.86, 16.06, 11.01, 8.09, 4.28], [33.12, 26.03, 18.48, 13.93, 5.98],
          [299.71, 183.83, 71.71, 45.20, 3.26]]


def flat(rows):
    return [float(x) for row in rows for x in row]


def flow_error(abar, taus, m, v):
    """Root of the mean squared distance from the exact flow, over standard normal starts."""
    t = taus[-1]
    factor, shift = mpf(1), mpf(0)
    for f, s, _ in steps(abar, taus, "0", m, v):
        factor, shift = f * factor, f * shift + s
    ratio = sqrt(v / (abar[t] * v + 1 - abar[t]))
    return sqrt((shift - m + ratio * sqrt(abar[t]) * m) ** 2 + (factor - ratio) ** 2)


if __name__ == "__main__":
    abar = bars(linear())
    for v in ["1", "0.25", "0.04", "0.01", "0.0025", "0.001", "0.0001"]:
        for spacing in ["leading", "trailing", "quadratic"]:
            rows = table(abar, spacing, mpf(1), mpf(v))
            ranks = [spearmanr(flat(rows), flat(paper))[0] for paper in (CIFAR10, CELEBA)]
            print("ranks", v, spacing, *ranks)
            if spacing == "leading" or v == "0.001":
                for noise, row in zip(NOISES, rows):
                    print("w2", v, spacing, noise, *[float(x) for x in row])
    print("N(0, 1)", *[float(distance(abar, visited("leading", s), "hat", mpf(0), mpf(1)))
                       for s in COUNTS])
    order = [[-j for j in range(5)] for _ in range(5)]
    both = [[i - 10 * j for j in range(5)] for i in range(5)]
    for name, guess in [("steps", order), ("steps then eta", both), ("celeba", CELEBA)]:
        print(name, *[spearmanr(flat(guess), flat(paper))[0] for paper in (CIFAR10, CELEBA)])
    for spacing in ["leading", "trailing", "quadratic"]:
        print("flow", spacing, *[float(flow_error(abar, visited(spacing, 5 * 2**k), mpf(1), mpf("0.25")))
                                 for k in range(8)])
