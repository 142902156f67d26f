"""The answers of the networks that come with the program, by other means: the files are read by the
safetensors library, and the network is written down once more in numpy, in double precision.

    pip install numpy safetensors
    python3 Tests/TrainingTests/Reference/answers.py > Tests/TrainingTests/Reference/answers.json
"""

import json
import pathlib

import numpy
from safetensors.numpy import load_file

weights = pathlib.Path(__file__).parents[3] / "Sources/CWeights/weights"


def waves(numbers, scale):
    angles = scale * numbers[:, None] * numpy.exp(-numpy.log(10000) * numpy.arange(64) / 63)
    return numpy.concatenate([numpy.sin(angles), numpy.cos(angles)], axis=1)


def gelu(x):
    return 0.5 * x * (1 + numpy.tanh(numpy.sqrt(2 / numpy.pi) * (x + 0.044715 * x**3)))


def noise(tensors, points, t):
    def layer(name, x):
        return x @ tensors[f"{name}.weight"].T.astype(float) + tensors[f"{name}.bias"]

    time = numpy.full(len(points), float(t))
    h = layer("first", numpy.concatenate(
        [waves(points[:, 0], 25), waves(points[:, 1], 25), waves(time, 1)], axis=1))
    for block in range(3):
        h = h + gelu(layer(f"blocks.{block}", h))
    return layer("last", gelu(h))


points = numpy.random.default_rng(0).normal(size=(6, 2)).round(3)
answers = {
    path.stem: {str(t): noise(load_file(path), points, t).tolist() for t in (1, 150, 1000)}
    for path in sorted(weights.glob("*.safetensors"))
}
print(json.dumps({"points": points.tolist(), "answers": answers}, indent=1))
