#!/usr/bin/env python3
"""Numbers for the tests of lessons 02 and 03, independent of the program: numpy, scipy and mpmath.

Usage: python3 make_forward.py

The draws are those of the program's counter generator (SplitMix64 of a key and a counter, then Box
and Muller), written anew here; the moments and p-values are numpy's and scipy's.
"""
import numpy as np
from mpmath import mp, mpf, cos, pi
from scipy import stats
from scipy.special import kolmogorov

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mixed(value):
    bits = (value + GAMMA) & MASK
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
    return bits ^ (bits >> 31)


class Draws:
    def __init__(self, seed, stream):
        self.key = mixed(mixed(seed) ^ ((stream * 0xD1B54A32D192ED03) & MASK))
        self.index = 0

    def uniform(self):
        bits = mixed(self.key ^ mixed((self.index * GAMMA) & MASK))
        self.index += 1
        return ((bits >> 11) + 0.5) * 2.0**-53

    def pair(self):
        radius = np.sqrt(-2 * np.log(self.uniform()))
        angle = 2 * np.pi * self.uniform()
        return radius * np.cos(angle), radius * np.sin(angle)

    def normals(self, count):
        pairs = [self.pair() for _ in range((count + 1) // 2)]
        return np.array(pairs).ravel()[:count]


def merge(earlier_beta, latest_beta, count, seed):
    """The figure merged-gaussians/merge for two betas, the earlier first."""
    alpha = 1 - latest_beta
    one, two, three = (Draws(seed, stream).normals(count) for stream in (1, 2, 3))
    sums = np.sqrt(alpha * earlier_beta) * one + np.sqrt(latest_beta) * two
    merged = np.sqrt(alpha * earlier_beta + latest_beta) * three
    gap = stats.ks_2samp(sums, merged).statistic
    print("merge", earlier_beta, latest_beta, count, seed)
    print("  variances  ", sums.var(ddof=1), merged.var(ddof=1))
    print("  correlation", np.corrcoef(sums, merged)[0, 1])
    print("  gap, p     ", gap, kolmogorov(np.sqrt(count / 2) * gap))


def exact(kind, steps, picks):
    """Mean and variance of x_t for 0.3 N(-1, 0.2^2) + 0.7 N(1.5, 0.4^2), in 50 digits."""
    mp.dps = 50
    mean = mpf("0.3") * -1 + mpf("0.7") * mpf("1.5")
    square = mpf("0.3") * (mpf("0.04") + 1) + mpf("0.7") * (mpf("0.16") + mpf("2.25"))
    variance = square - mean**2
    bar = mpf(1)
    for t in range(1, steps + 1):
        if kind == "linear":
            beta = mpf("1e-4") + (mpf("0.02") - mpf("1e-4")) * (t - 1) / (steps - 1)
        else:
            f = lambda s: cos((mpf(s) / steps + mpf("0.008")) / mpf("1.008") * pi / 2) ** 2
            beta = min(1 - f(t) / f(t - 1), mpf("0.999"))
        bar *= 1 - beta
        if t in picks:
            print("exact", kind, t, float(mean * bar**0.5), float(bar * variance + 1 - bar))


if __name__ == "__main__":
    merge(0.2, 0.5, 2000, 0)
    merge(0.1, 0.2, 501, 7)
    exact("linear", 1000, (1, 250, 500, 1000))
    exact("cosine", 50, (1, 25, 49, 50))
