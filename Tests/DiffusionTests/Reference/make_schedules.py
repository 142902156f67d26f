#!/usr/bin/env python3
"""Writes schedules.json: noise schedules in 50-digit arithmetic, each number rounded once to a double.

Usage: python3 make_schedules.py > schedules.json      needs: pip install mpmath
"""
import json
from mpmath import mp, mpf, sqrt, cos, pi

mp.dps = 50


def betas(kind, steps, first, last):
    if kind == "cosine":  # Nichol and Dhariwal 2021, equation 17
        s = mpf("0.008")
        f = lambda t: cos((mpf(t) / steps + s) / (1 + s) * pi / 2) ** 2
        return [min(1 - f(t) / f(t - 1), mpf("0.999")) for t in range(1, steps + 1)]
    if steps == 1:
        return [first]
    if kind == "linear":
        return [first + (last - first) * i / (steps - 1) for i in range(steps)]
    a, b = sqrt(first), sqrt(last)
    return [(a + (b - a) * i / (steps - 1)) ** 2 for i in range(steps)]


def rows(kind, steps, first=None, last=None):
    ends = (mpf("1e-4"), mpf("0.02")) if first is None else (mpf(first), mpf(last))
    beta = betas(kind, steps, *ends)
    product = mpf(1)
    picks = {1, 2, 3, steps // 4, steps // 3, steps // 2, 3 * steps // 4, steps - 1, steps}
    for t in range(1, steps + 1):
        product *= 1 - beta[t - 1]
        if t in picks:
            row = dict(schedule=kind, T=steps, t=t, beta=float(beta[t - 1]), alpha=float(1 - beta[t - 1]),
                       alpha_bar=float(product), snr=float(product / (1 - product)))
            if first is not None:
                row.update(beta_start=first, beta_end=last)
            yield row


if __name__ == "__main__":
    table = []
    for kind in ("linear", "scaled-linear", "cosine"):
        for steps in (1, 2, 3, 7, 10, 50, 1000, 4000, 10000):
            table += rows(kind, steps)
    for kind in ("linear", "scaled-linear"):
        for first, last in ((1e-9, 0.5), (0.9, 1e-8), (0.3, 0.9999), (1e-12, 1e-12)):
            table += rows(kind, 37, first, last)
    print("[\n" + ",\n".join(json.dumps(row) for row in table) + "\n]")
