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


def noise(tensors, points, t, label=None):
    """Of a network that is told of classes, the answer for a label; the last row is for none."""
    def layer(name, x):
        return x @ tensors[f"{name}.weight"].T.astype(float) + tensors[f"{name}.bias"]

    time = numpy.full(len(points), float(t))
    h = layer("first", numpy.concatenate(
        [waves(points[:, 0], 25), waves(points[:, 1], 25), waves(time, 1)], axis=1))
    if label is not None:
        h = h + tensors["labels.weight"][label].astype(float)
    for block in range(3):
        h = h + gelu(layer(f"blocks.{block}", h))
    # A guess of x_0 beyond 4 is taken back to it.
    left = numpy.prod(1 - numpy.linspace(1e-4, 0.02, 1000)[:t])
    noise = layer("last", gelu(h))
    start = numpy.clip((points - numpy.sqrt(1 - left) * noise) / numpy.sqrt(left), -4, 4)
    return (points - numpy.sqrt(left) * start) / numpy.sqrt(1 - left)


def silu(x):
    return x / (1 + numpy.exp(-x))


def convolved(tensors, name, x):
    """3 by 3 pixels, zeros beyond the border, one shift of the picture after the other."""
    weight = tensors[f"{name}.weight"].astype(float)
    n, h, w, _ = x.shape
    padded = numpy.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    return tensors[f"{name}.bias"].astype(float) + sum(
        padded[:, dy:dy + h, dx:dx + w] @ weight[:, dy, dx].T
        for dy in range(3) for dx in range(3))


def linear(tensors, name, x):
    return x @ tensors[f"{name}.weight"].T.astype(float) + tensors[f"{name}.bias"]


def normed(tensors, name, x, groups=8):
    shape = x.shape
    x = x.reshape(shape[0], -1, groups, shape[-1] // groups)
    x = (x - x.mean((1, 3), keepdims=True)) / numpy.sqrt(x.var((1, 3), keepdims=True) + 1e-5)
    return x.reshape(shape) * tensors[f"{name}.weight"] + tensors[f"{name}.bias"]


def halved(x):
    n, h, w, c = x.shape
    return x.reshape(n, h // 2, 2, w // 2, 2, c).mean((2, 4))


def doubled(x):
    return x.repeat(2, 1).repeat(2, 2)


def block(tensors, name, x, told):
    h = convolved(tensors, f"{name}.conv.0", silu(normed(tensors, f"{name}.norm.0", x)))
    h = h + linear(tensors, f"{name}.told", told)[:, None, None]
    h = convolved(tensors, f"{name}.conv.1", silu(normed(tensors, f"{name}.norm.1", h)))
    return h + (linear(tensors, f"{name}.shortcut", x) if f"{name}.shortcut.weight" in tensors else x)


def attended(tensors, name, x):
    n, h, w, c = x.shape
    places = normed(tensors, f"{name}.norm", x.reshape(n, h * w, c))
    queries, keys, values = (
        linear(tensors, f"{name}.{part}", places) for part in ("queries", "keys", "values"))
    scores = numpy.exp(queries @ keys.transpose(0, 2, 1) / numpy.sqrt(c))
    gathered = scores / scores.sum(-1, keepdims=True) @ values
    return x + linear(tensors, f"{name}.out", gathered).reshape(x.shape)


def glyph_noise(tensors, images, t, label):
    angles = t * numpy.exp(-numpy.log(10000) * numpy.arange(32) / 31)
    time = numpy.concatenate([numpy.sin(angles), numpy.cos(angles)])[None]
    time = linear(tensors, "time.1", silu(linear(tensors, "time.0", time)))
    told = silu(time + tensors["label.weight"][label].astype(float))
    large = block(tensors, "large", convolved(tensors, "first", images), told)
    medium = attended(
        tensors, "medium.attention", block(tensors, "medium", halved(large), told))
    small = attended(tensors, "small.attention", block(tensors, "small", halved(medium), told))
    up = block(tensors, "medium.up", numpy.concatenate([doubled(small), medium], -1), told)
    up = block(tensors, "large.up", numpy.concatenate([doubled(up), large], -1), told)
    return convolved(tensors, "last", silu(normed(tensors, "last.norm", up)))


def glyph_scores(tensors, images):
    x = halved(silu(convolved(tensors, "conv.0", images)))
    x = halved(silu(convolved(tensors, "conv.1", x)))
    x = silu(convolved(tensors, "conv.2", x)).reshape(len(x), -1)
    return linear(tensors, "last", gelu(linear(tensors, "features", x)))


def latent(tensors, images):
    x = silu(convolved(tensors, "encoder.1", silu(convolved(tensors, "encoder.0", images))))
    x = halved(silu(convolved(tensors, "encoder.2", halved(x))))
    return linear(tensors, "latent", silu(convolved(tensors, "encoder.3", x)))


def codes(tensors, latents):
    differences = latents[..., None, :] - tensors["codebook"].astype(float)
    return (differences**2).sum(-1).argmin(-1)


def decoded(tensors, latents):
    x = tensors["codebook"].astype(float)[codes(tensors, latents)]
    x = silu(convolved(tensors, "decoder.1", silu(convolved(tensors, "decoder.0", x))))
    x = silu(convolved(tensors, "decoder.2", doubled(x)))
    x = silu(convolved(tensors, "decoder.3", doubled(x)))
    return convolved(tensors, "decoder.4", x)


def softmax(scores):
    return numpy.exp(scores) / numpy.exp(scores).sum(-1, keepdims=True)


def noisy_glyph_logs(tensors, images, t):
    """The log probability of each digit, by a classifier that hears the time."""
    angles = t * numpy.exp(-numpy.log(10000) * numpy.arange(32) / 31)
    told = numpy.concatenate([numpy.sin(angles), numpy.cos(angles)])[None]
    for part in (0, 1):
        told = silu(linear(tensors, f"time.{part}", told))

    def convolution(level, x):
        heard = linear(tensors, f"conv.{level}.told", told)[:, None, None]
        return silu(convolved(tensors, f"conv.{level}", x) + heard)

    x = convolution(2, halved(convolution(1, halved(convolution(0, images))))).reshape(
        len(images), -1)
    scores = linear(tensors, "last", gelu(linear(tensors, "features", x)))
    return numpy.log(softmax(scores))


def slope(logs, images, label, step=1e-4):
    """By differences, pixel by pixel: no derivative is written down here."""
    shifts = step * numpy.eye(256).reshape(256, 16, 16, 1)
    return (logs(images + shifts) - logs(images - shifts))[:, label] / (2 * step)


points = numpy.random.default_rng(0).normal(size=(6, 2)).round(3)
of_glyphs = {
    "unet-glyphs", "glyph-classifier", "noisy-glyph-classifier", "vq-vae", "latent-unet"}
of_points = [path for path in sorted(weights.glob("*.safetensors")) if path.stem not in of_glyphs]
answers = {
    path.stem: {str(t): noise(load_file(path), points, t).tolist() for t in (1, 150, 1000)}
    for path in of_points if not path.stem.endswith("-labelled")
}
# Of class 0, of class 1, and of none.
labelled = {
    path.stem: {
        f"{t} {label}": noise(load_file(path), points, t, label).tolist()
        for t, label in ((1, 0), (150, 1), (700, -1))
    }
    for path in of_points if path.stem.endswith("-labelled")
}
image = numpy.random.default_rng(1).normal(size=(16, 16)).round(3)
small = numpy.random.default_rng(2).normal(size=(4, 4, 4)).round(3)
unet, classifier, noisy, coder, latent_unet = (
    load_file(weights / f"{name}.safetensors")
    for name in (
        "unet-glyphs", "glyph-classifier", "noisy-glyph-classifier", "vq-vae", "latent-unet"))
encoded = latent(coder, image[None, :, :, None])
glyphs = {
    "image": image.ravel().tolist(),
    # Label 10 is none.
    "noise": {
        f"{t} {label}": glyph_noise(unet, image[None, :, :, None], t, label).ravel().tolist()
        for t, label in ((1, 3), (400, 8), (1000, 10))
    },
    "scores": glyph_scores(classifier, image[None, :, :, None]).ravel().tolist(),
    # d/dx of log p(label given x_t).
    "slopes": {
        f"{t} {label}": slope(
            lambda images: noisy_glyph_logs(noisy, images, t), image[None, :, :, None], label
        ).tolist()
        for t, label in ((50, 3), (500, 8))
    },
    "clean slope of 3": slope(
        lambda images: numpy.log(softmax(glyph_scores(classifier, images))),
        image[None, :, :, None], 3
    ).tolist(),
}
latents = {
    "latent": encoded.ravel().tolist(),
    "codes": codes(coder, encoded).ravel().tolist(),
    "decoded": decoded(coder, encoded).ravel().tolist(),
    "small": small.ravel().tolist(),
    "noise": {
        f"{t} {label}": glyph_noise(latent_unet, small[None], t, label).ravel().tolist()
        for t, label in ((1, 3), (400, 8), (1000, 10))
    },
}
everything = {
    "points": points.tolist(), "answers": answers, "labelled": labelled, "glyphs": glyphs,
    "latents": latents}
print(json.dumps(everything, indent=1))
