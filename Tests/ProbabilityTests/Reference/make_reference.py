#!/usr/bin/env python3
"""Writes the reference tables of this folder, none of which the project's code computes itself.

Usage: python3 make_reference.py      needs: pip install mpmath numpy scipy
gaussian.json    normal distribution functions, quantiles and interval parts, 50-digit arithmetic
kolmogorov.json  the Kolmogorov distribution, 50-digit arithmetic, both series where both converge
samples.json     two small samples and their distances by scipy and by double loops
squares.json     log density and score of blurred squares, 50-digit arithmetic
kernel.json      divergence of a mixture from the normal distribution of its moments, by quadrature
"""
import json
import math
import pathlib

import numpy as np
import scipy.stats
from mpmath import erfc, exp, log, mp, mpf, npdf, nsum, inf, pi, quad, sqrt, findroot, linspace

mp.dps = 50
HERE = pathlib.Path(__file__).parent


def below(z):
    return erfc(-z / sqrt(2)) / 2


def write(name, rows):
    text = "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"
    (HERE / name).write_text(text)


def gaussian():
    for z in (-37, -20, -8, -3.5, -1, -0.1, 0, 0.1, 1, 3.5, 8):
        z = mpf(z)
        yield dict(kind="cumulative", x=float(z), value=float(below(z)))
    for p in (1e-300, 1e-100, 1e-20, 1e-11, 1e-5, 0.01, 0.074, 0.076, 0.3, 0.5, 0.7, 0.924, 0.926, 0.99, 1 - 2**-40):
        guess = mpf(scipy.stats.norm.ppf(p))
        root = findroot(lambda z: log(below(z)) - log(mpf(p)), guess)
        yield dict(kind="quantile", x=p, value=float(root))
    for middle, width in ((0, 0.001), (0, 1), (0, 20), (0.3, 1.5), (0.3, 1.6), (1, 3), (-2, 0.3), (3, 1), (5, 0.01),
                          (5, 2), (-7, 5), (20, 0.05), (20, 10), (-100, 1), (1000, 0.001), (1000, 3), (0.5, 100)):
        middle, width = mpf(middle), mpf(width)
        a, b = abs(middle) - width / 2, abs(middle) + width / 2
        mp.dps = 400 if a < 30 else 50
        if a < 30:
            mass = (erfc(a / sqrt(2)) - erfc(b / sqrt(2))) / 2
            mean = (npdf(a) - npdf(b)) / mass
            log_mass = log(mass)
        else:
            # Measured from the lower end, where the density is largest: nothing underflows.
            shape = lambda u: exp(-a * u - u * u / 2)
            points = linspace(0, min(width, 60 / a), 9)
            part = quad(shape, points)
            mean = a + quad(lambda u: u * shape(u), points) / part
            log_mass = -a * a / 2 - log(2 * pi) / 2 + log(part)
        mp.dps = 50
        sign = -1 if middle < 0 else 1
        yield dict(kind="interval", x=float(middle), width=float(width), value=float(log_mass), mean=float(sign * mean))


def kolmogorov():
    for x in (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.999, 1, 1.001, 1.2, 1.36, 1.63, 2, 3, 5, 10, 18.5):
        x = mpf(x)
        small = 1 - sqrt(2 * pi) / x * nsum(lambda k: exp(-((2 * k - 1) * pi / x) ** 2 / 8), [1, inf], method="d")
        if x >= mpf("0.3"):
            large = 2 * nsum(lambda k: (-1) ** (int(k) - 1) * exp(-2 * k * k * x * x), [1, 60], method="d")
            assert abs(small - large) < mpf(10) ** -40, x
            small = large
        yield dict(x=float(x), value=float(small))


def samples():
    generator = np.random.default_rng(12)
    for m, n, shift in ((40, 40, 0.0), (60, 25, 0.4), (30, 90, 1.5)):
        x, y = (np.round(generator.normal(size=(size, 2)), 2) for size in (m, n))
        y = np.round(y * 1.3 + shift, 2)
        a, b = x[:, 0], y[:, 0]
        test = scipy.stats.ks_2samp(a, b, method="asymp")
        one = scipy.stats.ks_1samp(a, scipy.stats.norm.cdf, method="asymp")
        gap = test.statistic
        row = dict(
            x=x[:, 0].tolist(), x2=x[:, 1].tolist(), y=y[:, 0].tolist(), y2=y[:, 1].tolist(),
            gap=gap, p_value=float(scipy.stats.kstwobign.sf(math.sqrt(m * n / (m + n)) * gap)),
            gap_normal=float(one.statistic), p_value_normal=float(one.pvalue),
            wasserstein=float(scipy.stats.wasserstein_distance(a, b)),
            energy=energy(a[:, None], b[:, None]), energy_plane=energy(x, y),
            mean=float(np.mean(a)), variance=float(np.var(a, ddof=1)),
            correlation=float(np.corrcoef(x.T)[0, 1]))
        angles = np.pi * np.arange(64) / 64
        lines = [(x @ [c, s], y @ [c, s]) for c, s in zip(np.cos(angles), np.sin(angles))]
        row["sliced"] = float(np.mean([scipy.stats.wasserstein_distance(p, q) for p, q in lines]))
        yield row


def energy(x, y):
    """2 E|X-Y| - E|X-X'| - E|Y-Y'|, pairs of an element with itself left out."""
    far = lambda p, q: np.linalg.norm(p[:, None, :] - q[None, :, :], axis=2)
    within = lambda p: far(p, p).sum() / (len(p) * (len(p) - 1))
    return float(2 * far(x, y).mean() - within(x) - within(y))


def squares():
    """Three squares of side 1; by distances from the centre, so that far tails keep their digits."""
    centres = ((mpf(0), mpf(0)), (mpf(2), mpf(0)), (mpf(1), mpf(1)))
    half = mpf(1) / 2
    for noise in (mpf("0.0001"), mpf("0.01"), mpf("0.5"), mpf(40)):
        s = sqrt(noise)

        def part(x, c):
            d = abs(x - c)
            return (erfc((d - half) / s / sqrt(2)) - erfc((d + half) / s / sqrt(2))) / 2

        def slope(x, c):
            return (npdf((x - c + half) / s) - npdf((x - c - half) / s)) / s

        for x, y in ((0, 0), (0.5, 0.5), (1.2, -0.3), (2.45, 0.1), (-3, 4), (1.5, 1.51)):
            x, y = mpf(x), mpf(y)
            total = sum(part(x, a) * part(y, b) for a, b in centres)
            yield dict(noise=float(noise), x=float(x), y=float(y), log_density=float(log(total / 3)),
                       score_x=float(sum(slope(x, a) * part(y, b) for a, b in centres) / total),
                       score_y=float(sum(part(x, a) * slope(y, b) for a, b in centres) / total))


def kernel():
    cases = ((("0.3", "-1", "0.2"), ("0.7", "1.5", "0.4")), (("0.5", "-1", "0.01"), ("0.5", "1", "0.01")),
             (("0.9", "0", "1"), ("0.1", "0.2", "0.003")), (("1", "2", "0.5"),))
    for case in cases:
        parts = [tuple(map(mpf, part)) for part in case]
        mean = sum(w * m for w, m, s in parts)
        variance = sum(w * (s * s + (m - mean) ** 2) for w, m, s in parts)
        density = lambda x: sum(w * npdf(x, m, s) for w, m, s in parts)
        ends = sorted({m + k * s for w, m, s in parts for k in range(-14, 15)})
        mp.dps = 25
        value = quad(lambda x: density(x) * (log(density(x)) - log(npdf(x, mean, sqrt(variance)))), ends)
        mp.dps = 50
        yield dict(weights=[float(w) for w, m, s in parts], means=[float(m) for w, m, s in parts],
                   standard_deviations=[float(s) for w, m, s in parts], divergence=float(value))


for make in (gaussian, kolmogorov, samples, squares, kernel):
    write(make.__name__ + ".json", make())
