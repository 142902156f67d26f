#!/usr/bin/env python3
"""Numbers for the tests of samplers without fresh noise, independent of the program: numpy and scipy.

Usage: python3 make_ddim.py        prints, for the linear schedule of a thousand steps, visited leading:
  - the Wasserstein distance of samplers at eta 0 for 0.3 N(-1, 0.01) + 0.7 N(1, 0.01), scaled to mean 0
    and variance 1: quantiles of the start are carried one by one
  - the mean squared error of encoding and decoding 0.3 N(-1, 0.04) + 0.7 N(1.5, 0.16): a sum over
    evenly spaced numbers of each part, 500 to a deviation
"""
import numpy as np
from scipy.special import ndtr, ndtri

T = 1000
abar = np.concatenate([[1.0], np.cumprod(1 - np.linspace(1e-4, 0.02, T))])
weight = np.array([0.3, 0.7])
mean = np.array([-1.0, 1.0])
deviation = np.array([0.1, 0.1])
centre = (weight * mean).sum()
scale = np.sqrt((weight * (deviation**2 + mean**2)).sum() - centre**2)
mean, deviation = (mean - centre) / scale, deviation / scale


def noise(x, t):
    variance = abar[t] * deviation**2 + 1 - abar[t]
    offset = x[:, None] - np.sqrt(abar[t]) * mean
    exponent = -offset**2 / (2 * variance) - np.log(variance) / 2 + np.log(weight)
    share = np.exp(exponent - exponent.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    return np.sqrt(1 - abar[t]) * (share * offset / variance).sum(1)


def moved(x, t, p, e):
    x0 = (x - np.sqrt(1 - abar[t]) * e) / np.sqrt(abar[t])
    return np.sqrt(abar[p]) * x0 + np.sqrt(1 - abar[p]) * e


def decoded(x, steps):
    for t, p in zip(steps[::-1], [*steps[-2::-1], 0]):
        x = moved(x, t, p, noise(x, t))
    return x


def encoded(x, steps):
    for p, t in zip([0, *steps[:-1]], steps):
        x = moved(x, p, t, noise(x, max(p, 1)))
    return x


def leading(count):
    return [1 + i * (T // count) for i in range(count)]


places = np.linspace(-6, 6, 2_000_001)
exact = (weight * ndtr((places[:, None] - mean) / deviation)).sum(1)
n = 200_000
starts = ndtri((np.arange(n) + 0.5) / n)
for count in (100, 1000):
    ends = decoded(starts, leading(count))
    reached = np.searchsorted(ends, places) / n
    print("distance", count, np.abs(reached - exact).sum() * (places[1] - places[0]))

mean, deviation = np.array([-1.0, 1.5]), np.array([0.2, 0.4])
z = np.arange(-4000, 4001) / 500
share = np.exp(-z * z / 2) / np.sqrt(2 * np.pi) / 500
for count in (10, 20, 50, 100, 200, 500, 1000):
    steps = leading(count)
    error = 0
    for part in (0, 1):
        data = mean[part] + deviation[part] * z
        back = decoded(encoded(data, steps), steps)
        error += weight[part] * (share * (back - data) ** 2).sum()
    print("error", count, error)
