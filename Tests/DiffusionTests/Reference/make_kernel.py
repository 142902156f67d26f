#!/usr/bin/env python3
"""Writes kernel.json: the law of x_{t-1} given x_t alone for mixtures, in 60-digit arithmetic.

Usage: python3 make_kernel.py      needs: pip install mpmath

Nothing of the project's formulas is used: prior times step is integrated as it stands, for its area, its moments, and
its divergence from the normal distribution of these moments, KL = integral of p log(p / g).
"""
import json
import pathlib
import random

from mpmath import exp, log, mp, mpf, pi, sqrt
from mpmath.calculus.quadrature import GaussLegendre

mp.dps = 60
NODES = GaussLegendre(mp).calc_nodes(5, mp.prec)  # 48 places and their weights
HERE = pathlib.Path(__file__).parent


def normal(x, m, v):
    return exp(-((x - m) ** 2) / (2 * v)) / sqrt(2 * pi * v)


def kernel(beta, xt, weights, means, deviations):
    beta, xt = mpf(beta), mpf(xt)
    a = sqrt(1 - beta)
    total = sum(mpf(w) for w in weights)
    parts = [(mpf(w) / total, mpf(m), mpf(s) ** 2) for w, m, s in zip(weights, means, deviations)]
    joint = lambda x: sum(w * normal(x, m, v) for w, m, v in parts) * normal(xt, a * x, beta)
    # Where the integrand lives: around each part's bell times the step's bell, in whole deviations.
    ends = []
    for _, m, v in parts:
        precision = 1 / v + a * a / beta
        centre, s = (m / v + a * xt / beta) / precision, 1 / sqrt(precision)
        ends += [centre + s * k for k in range(-15, 16)]
    ends = sorted(set(ends))

    def integral(function):
        return sum((q - p) / 2 * sum(w * function((p + q) / 2 + (q - p) / 2 * z) for z, w in NODES)
                   for p, q in zip(ends, ends[1:]))

    area = integral(joint)
    mean = integral(lambda x: x * joint(x)) / area
    variance = integral(lambda x: (x - mean) ** 2 * joint(x)) / area

    def term(x):
        p = joint(x) / area
        return p * (log(p) - log(normal(x, mean, variance)))

    return dict(beta=float(beta), x_t=float(xt), weights=weights, means=means, standard_deviations=deviations,
                mean=float(mean), variance=float(variance), kl=float(integral(term)))


def cases():
    two = ([0.3, 0.7], [-1.0, 1.5], [0.2, 0.4])
    for beta in (1e-8, 1e-6, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9):
        for xt in (-1.0, 0.25, 3.0):
            yield (beta, xt, *two)
    # Far in the tail, needles beside hills, equal parts, symmetric ones, and one alone.
    yield 0.2, 40.0, *two
    yield 0.3, 0.1, [1.0, 1.0], [0.0, 0.5], [1e-4, 2.0]
    yield 1e-3, 0.0, [1e-9, 1.0], [0.0, 0.2], [0.01, 1.0]
    yield 1e-5, 0.0, [1.0, 1.0], [-1.0, 1.0], [0.5, 0.5]
    yield 0.9, 0.0, [1.0, 1.0], [-3.0, 3.0], [0.3, 0.3]
    yield 0.05, 0.7, [2.0], [0.5], [0.8]
    drawn = random.Random(4)
    for _ in range(24):
        n = drawn.randint(2, 4)
        yield (10 ** drawn.uniform(-5, -0.02), drawn.uniform(-3, 3),
               [drawn.uniform(0.05, 1) for _ in range(n)], [drawn.uniform(-3, 3) for _ in range(n)],
               [10 ** drawn.uniform(-1.5, 0.3) for _ in range(n)])


if __name__ == "__main__":
    rows = [kernel(*case) for case in cases()]
    text = "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"
    (HERE / "kernel.json").write_text(text)
