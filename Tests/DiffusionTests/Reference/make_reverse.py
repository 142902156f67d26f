#!/usr/bin/env python3
"""Writes reverse.json: posteriors and reverse steps of pairs (t, previous) in 50-digit arithmetic.

Usage: python3 make_reverse.py > reverse.json      needs: pip install mpmath

Each number is the exact value of the papers' formulas, rounded once to a double: DDPM, equations
6, 7 and 11; DDIM, equations 9, 12 and 16.
"""
import json
from mpmath import mp, mpf, sqrt
from make_schedules import betas

mp.dps = 50


def row(kind, steps, t, previous, eta, xt, noise, bars):
    bar, earlier = bars[t], bars[previous]
    alpha = bar / earlier
    beta = 1 - alpha
    variance = (1 - earlier) / (1 - bar) * beta
    sigma = mpf(eta) * sqrt(variance)
    x0 = (mpf(xt) - sqrt(1 - bar) * mpf(noise)) / sqrt(bar)
    mean = sqrt(earlier) * x0 + sqrt(max(1 - earlier - sigma**2, 0)) * mpf(noise)
    return {
        "schedule": kind, "steps": steps, "t": t, "previous": previous,
        "eta": float(eta), "xt": float(xt), "noise": float(noise),
        "variance": float(variance),
        "coefficient_x0": float(sqrt(earlier) * beta / (1 - bar)),
        "coefficient_xt": float(sqrt(alpha) * (1 - earlier) / (1 - bar)),
        "scale_xt": float(1 / sqrt(alpha)),
        "scale_noise": float(beta / (sqrt(alpha) * sqrt(1 - bar))),
        "sigma": float(sigma), "predicted_x0": float(x0), "mean": float(mean),
        "eta_bound": float(sqrt((1 - bar) / beta)),
    }


def main():
    rows = []
    for kind, steps in [("linear", 10), ("linear", 1000), ("linear", 4000),
                        ("scaled-linear", 100), ("cosine", 10), ("cosine", 1000)]:
        bars = [mpf(1)]
        for beta in betas(kind, steps, mpf("1e-4"), mpf("0.02")):
            bars.append(bars[-1] * (1 - beta))
        pairs = {(1, 0), (2, 1), (3, 2), (steps // 2, steps // 2 - 1), (steps, steps - 1),
                 (steps, steps * 9 // 10), (steps // 2, steps * 9 // 20), (steps // 5, 0)}
        for index, (t, previous) in enumerate(sorted(pairs)):
            for eta in ("0", "0.2", "0.5", "1"):
                xt, noise = [("0.7", "-1.3"), ("-2.25", "0.5"), ("0.01", "1.75")][index % 3]
                rows.append(row(kind, steps, t, previous, eta, xt, noise, bars))
    print("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]")


main()
