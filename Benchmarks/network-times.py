"""Training steps and a sampling of tiny-diffusion's network, and training steps of the U-Net of lesson
09, in PyTorch. Does what it is told, a line each as the program NetworkTimes, and answers with the
seconds that it took: by the clock, and of the processor. The first argument is how many threads it has.

tiny-diffusion is done as its program does it (github.com/tanelp/tiny-diffusion, ddpm.py): a DataLoader
that shuffles, embeddings that compute their frequencies, the loss taken out of its tensor for a list
and a progress bar (which is left out), the posterior's mean by a predicted start. `lean` is the same
without the loader and the taking out, on batches that are drawn at once.
"""

import sys
import time

import torch
from torch.nn import functional

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(0)
STEPS = 50


def schedule(steps):
    betas = torch.linspace(1e-4, 0.02, steps)
    return betas, torch.cumprod(1 - betas, 0)


betas, bars = schedule(STEPS)
before = functional.pad(bars[:-1], (1, 0), value=1.0)


class Waves(torch.nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, x):
        rate = torch.exp(-torch.log(torch.tensor([10000.0])) / 63 * torch.arange(64))
        angles = (x * self.scale).unsqueeze(-1) * rate.unsqueeze(0)
        return torch.cat((torch.sin(angles), torch.cos(angles)), dim=-1)


class Shortcut(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer, self.gelu = torch.nn.Linear(128, 128), torch.nn.GELU()

    def forward(self, x):
        return x + self.gelu(self.layer(x))


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.x, self.y, self.time = Waves(25.0), Waves(25.0), Waves(1.0)
        self.layers = torch.nn.Sequential(
            torch.nn.Linear(384, 128), torch.nn.GELU(), Shortcut(), Shortcut(), Shortcut(),
            torch.nn.Linear(128, 2))

    def forward(self, x, t):
        return self.layers(torch.cat((self.x(x[:, 0]), self.y(x[:, 1]), self.time(t)), dim=-1))


def descend(model, optimizer, loss):
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()


class Training:
    def __init__(self, batch, lean):
        self.network = Network()
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=1e-3)
        self.data = torch.utils.data.TensorDataset(torch.randn(8000, 2))
        self.batch, self.lean, self.losses = batch, lean, []
        self.loader = torch.utils.data.DataLoader(
            self.data, batch_size=batch, shuffle=True, drop_last=True)
        self.batches = iter(())

    def next(self):
        if self.lean:
            return self.data.tensors[0][torch.randint(0, 8000, (self.batch,))]
        for batch in self.batches:
            return batch[0]
        self.batches = iter(self.loader)
        return next(self.batches)[0]

    def step(self):
        x = self.next()
        noise = torch.randn(x.shape)
        t = torch.randint(0, STEPS, (len(x),)).long()
        noisy = (bars**0.5)[t].reshape(-1, 1) * x + ((1 - bars) ** 0.5)[t].reshape(-1, 1) * noise
        loss = functional.mse_loss(self.network(noisy, t), noise)
        descend(self.network, self.optimizer, loss)
        if not self.lean:
            self.losses.append(loss.detach().item())


trainings = {(batch, lean): Training(batch, lean) for batch in (32, 256) for lean in (0, 1)}
trained = trainings[32, 0].network


def sample():
    x = torch.randn(1000, 2)
    for t in reversed(range(STEPS)):
        with torch.no_grad():
            noise = trained(x, torch.full((1000,), t))
        start = (x - (1 - bars[t]).sqrt() * noise) / bars[t].sqrt()
        mean = (before[t].sqrt() * betas[t] / (1 - bars[t]) * start
                + (1 - before[t]) * (1 - betas[t]).sqrt() / (1 - bars[t]) * x)
        deviation = (betas[t] * (1 - before[t]) / (1 - bars[t])).clip(1e-20).sqrt()
        x = mean + deviation * torch.randn_like(x) if t > 0 else mean


class Block(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.norm0, self.norm1 = torch.nn.GroupNorm(8, inputs), torch.nn.GroupNorm(8, outputs)
        self.conv0 = torch.nn.Conv2d(inputs, outputs, 3, padding=1)
        self.conv1 = torch.nn.Conv2d(outputs, outputs, 3, padding=1)
        self.told = torch.nn.Linear(96, outputs)
        self.shortcut = (
            torch.nn.Identity() if inputs == outputs else torch.nn.Conv2d(inputs, outputs, 1))

    def forward(self, x, told):
        silu = torch.nn.functional.silu
        h = self.conv0(silu(self.norm0(x))) + self.told(told)[:, :, None, None]
        return self.shortcut(x) + self.conv1(silu(self.norm1(h)))


class Attention(torch.nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.norm = torch.nn.GroupNorm(8, channels)
        self.asked = torch.nn.Conv2d(channels, 3 * channels, 1)
        self.out = torch.nn.Conv2d(channels, channels, 1)

    def forward(self, x):
        n, c, h, w = x.shape
        queries, keys, values = self.asked(self.norm(x)).reshape(n, 3, c, h * w).unbind(1)
        weights = torch.softmax(queries.transpose(1, 2) @ keys / c**0.5, dim=-1)
        return x + self.out((values @ weights.transpose(1, 2)).reshape(n, c, h, w))


class UNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        rates = torch.exp(-torch.log(torch.tensor(10000.0)) * torch.arange(32) / 31)
        self.register_buffer("rates", rates)
        self.time = torch.nn.Sequential(
            torch.nn.Linear(64, 96), torch.nn.SiLU(), torch.nn.Linear(96, 96))
        self.label = torch.nn.Embedding(11, 96)
        self.first = torch.nn.Conv2d(1, 24, 3, padding=1)
        self.large, self.medium, self.small = Block(24, 24), Block(24, 48), Block(48, 64)
        self.medium_up, self.large_up = Block(112, 48), Block(72, 24)
        self.medium_attention, self.small_attention = Attention(48), Attention(64)
        self.last = torch.nn.Sequential(
            torch.nn.GroupNorm(8, 24), torch.nn.SiLU(), torch.nn.Conv2d(24, 1, 3, padding=1))

    def forward(self, x, t, label):
        halved, doubled = torch.nn.AvgPool2d(2), torch.nn.Upsample(scale_factor=2)
        angles = t.float()[:, None] * self.rates
        told = torch.nn.functional.silu(
            self.time(torch.cat([angles.sin(), angles.cos()], dim=1)) + self.label(label))
        large = self.large(self.first(x), told)
        medium = self.medium_attention(self.medium(halved(large), told))
        small = self.small_attention(self.small(halved(medium), told))
        up = self.medium_up(torch.cat([doubled(small), medium], dim=1), told)
        return self.last(self.large_up(torch.cat([doubled(up), large], dim=1), told))


unet = UNet()
unet_optimizer = torch.optim.AdamW(unet.parameters(), lr=1e-3)
glyphs = torch.rand(20000, 1, 16, 16) * 2 - 1
glyph_bars = schedule(1000)[1]


def unet_step():
    picked = torch.randint(0, len(glyphs), (32,))
    x, noise = glyphs[picked], torch.randn(32, 1, 16, 16)
    t = torch.randint(0, 1000, (32,))
    kept = glyph_bars[t][:, None, None, None]
    noisy = kept.sqrt() * x + (1 - kept).sqrt() * noise
    descend(unet, unet_optimizer, functional.mse_loss(unet(noisy, t, picked % 10), noise))


square = torch.randn(1024, 1024)
works = {"step": lambda batch: trainings[batch, 0].step(),
         "lean-step": lambda batch: trainings[batch, 1].step(),
         "sampling": sample, "unet": unet_step, "product": lambda: square @ square.T}

for line in sys.stdin:
    name, *numbers, count = line.split()
    numbers = [int(number) for number in numbers]
    start, used = time.perf_counter(), time.process_time()
    for _ in range(int(count)):
        works[name](*numbers)
    print(time.perf_counter() - start, time.process_time() - used, flush=True)
