#!/usr/bin/env python3
"""Writes mixture.json: what x_t tells of the noise and of x_0, for mixtures, by numerical integration.

Usage: python3 make_mixture.py > mixture.json      needs: pip install mpmath

No closed form of a noisy mixture is used: the density of x_t is the integral over x_0 of
q(x_0) N(x_t; sqrt(abar) x_0, 1 - abar), and an expectation is that integral with a factor, in
25-digit arithmetic.
"""
import json
from mpmath import mp, mpf, sqrt, npdf, log, quad

mp.dps = 25


def alpha_bar(steps, t):
    product = mpf(1)
    first, last = mpf("1e-4"), mpf("0.02")
    for i in range(t):
        product *= 1 - (first + (last - first) * i / (steps - 1))
    return product


def row(parts, steps, t, x, reach=16):
    abar = alpha_bar(steps, t)
    start = lambda x0: sum(w * npdf(x0, m, s) for w, m, s in parts)
    kernel = lambda x0: npdf(x, sqrt(abar) * x0, sqrt(1 - abar))
    # Panels end at deviations of each component and of the kernel seen from x_0.
    width = sqrt((1 - abar) / abar)
    ends = {m + k * s for _, m, s in parts for k in range(-reach, reach + 1, 2)}
    ends |= {x / sqrt(abar) + k * width for k in range(-16, 17, 2)}
    low, high = min(m - reach * s for _, m, s in parts), max(m + reach * s for _, m, s in parts)
    ends = sorted(e for e in ends if low <= e <= high)
    # The quadrature stops at an absolute error, so far out the integrand is scaled up first.
    peak = max(start(e) * kernel(e) for e in ends)
    integral = lambda f: peak * quad(lambda x0: start(x0) * kernel(x0) / peak * f(x0), ends)
    density = integral(lambda x0: mpf(1))
    noise = integral(lambda x0: (x - sqrt(abar) * x0) / sqrt(1 - abar)) / density
    return dict(T=steps, t=t, x_t=float(x), weights=[float(w) for w, _, _ in parts],
                means=[float(m) for _, m, _ in parts], standard_deviations=[float(s) for _, _, s in parts],
                log_density=float(log(density)), score=float(-noise / sqrt(1 - abar)),
                expected_noise=float(noise), expected_x0=float(integral(lambda x0: x0) / density))


two = ((mpf("0.3"), mpf(-1), mpf("0.2")), (mpf("0.7"), mpf("1.5"), mpf("0.4")))
three = ((mpf("0.2"), mpf(-2), mpf("0.05")), (mpf("0.5"), mpf(0), mpf(1)), (mpf("0.3"), mpf("0.5"), mpf("0.1")))
rows = [row(two, 1000, t, mpf(x)) for t in (1, 10, 100, 300, 500, 1000) for x in ("-2", "-1", "0", "0.25", "1.5", "3")]
rows += [row(three, 50, t, mpf(x)) for t in (1, 25, 50) for x in ("-1.9", "0.45", "2")]
four = ((mpf("0.1"), mpf("-0.7"), mpf("0.01")), (mpf("0.4"), mpf("0.1"), mpf("0.3")),
        (mpf("0.3"), mpf("0.9"), mpf("0.02")), (mpf("0.2"), mpf("2.5"), mpf("0.6")))
rows += [row(two, 1000, t, mpf(x), reach=40) for t in (10, 300) for x in ("-6", "8")]
rows += [row(four, 200, t, mpf(x)) for t in (1, 60, 200) for x in ("-0.7", "0.3", "0.9", "5")]
print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
