#!/usr/bin/env python3
"""Numbers for the tests of lesson 07, independent of the program: mpmath with 50 digits.

Usage: python3 make_ddpm.py      needs: pip install mpmath

A sampler of data N(m, v) with the exact noise prediction maps a normal law onto a normal law at each
step. The moments follow from DDPM's Algorithm 2 and the prediction
sqrt(1 - abar) (x - sqrt(abar) m) / (abar v + 1 - abar), written out anew here.
"""
from mpmath import mp, mpf, sqrt, log

mp.dps = 50


def linear(steps, first="1e-4", last="0.02", stretch=1):
    first, last = mpf(first) * stretch, mpf(last) * stretch
    return [first + (last - first) * t / (steps - 1) for t in range(steps)]


def cosine(steps):
    f = lambda s: mp.cos((mpf(s) / steps + mpf("0.008")) / mpf("1.008") * mp.pi / 2) ** 2
    return [min(1 - f(t) / f(t - 1), mpf("0.999")) for t in range(1, steps + 1)]


def bars(betas):
    result = [mpf(1)]
    for beta in betas:
        result.append(result[-1] * (1 - beta))
    return result


def end(betas, m, v, noise):
    m, v, abar = mpf(m), mpf(v), bars(betas)
    mean, variance = mpf(0), mpf(1)
    for t in range(len(betas), 0, -1):
        beta = betas[t - 1]
        posterior = (1 - abar[t - 1]) / (1 - abar[t]) * beta
        slope = sqrt(1 - abar[t]) / (abar[t] * v + 1 - abar[t])
        pull = beta / sqrt(1 - abar[t])
        factor = (1 - pull * slope) / sqrt(1 - beta)
        shift = pull * slope * sqrt(abar[t]) * m / sqrt(1 - beta)
        fresh = {"beta": beta, "posterior": posterior, "posterior-unrooted": posterior**2}[noise]
        mean = factor * mean + shift
        variance = factor**2 * variance + (fresh if t > 1 else 0)
    return mean, variance


def w2(law, m, v):
    return sqrt((law[0] - mpf(m)) ** 2 + (sqrt(law[1]) - sqrt(mpf(v))) ** 2)


def costs(betas, v):
    v, abar = mpf(v), bars(betas)
    totals = [mpf(0), mpf(0)]
    for t in range(2, len(betas) + 1):
        beta, before = betas[t - 1], abar[t - 1] * v + 1 - abar[t - 1]
        true = 1 / (1 / before + (1 - beta) / beta)
        for index, chosen in enumerate([beta, (1 - abar[t - 1]) / (1 - abar[t]) * beta]):
            ratio = true / chosen
            totals[index] += (ratio - 1 - log(ratio)) / 2
    return totals


if __name__ == "__main__":
    thousand = linear(1000)
    for name, betas in [("linear 1000", thousand), ("cosine 100", cosine(100)),
                        ("custom", [mpf("0.1"), mpf("0.2"), mpf("0.5")])]:
        for m, v in [("0", "1"), ("1", "0.25"), ("-2", "0.001"), ("0.5", "9")]:
            for noise in ["beta", "posterior", "posterior-unrooted"]:
                law = end(betas, m, v, noise)
                print(name, m, v, noise, float(law[0]), float(law[1]))
    print("prior")
    for steps in [5, 10, 25, 50, 100, 250, 500, 1000]:
        law = end(linear(steps), "1", "0.25", "posterior")
        stretched = linear(steps, stretch=mpf(1000) / steps)
        other = end(stretched, "1", "0.25", "posterior") if max(stretched) < 1 else None
        print(steps, float(bars(linear(steps))[-1]), float(law[0]), float(w2(law, "1", "0.25")),
              float(w2(other, "1", "0.25")) if other else None)
    print("costs")
    for v in ["0", "1e-4", "0.01", "1", "10"]:
        print(v, *[float(cost) for cost in costs(thousand, v)])
