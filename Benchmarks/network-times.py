"""Training steps and a sampling of tiny-diffusion's network and of the U-Net of lesson 09 in PyTorch,
on one thread, written as PyTorch's tutorials have it. Prints milliseconds of the processor as JSON."""

import json
import time

import torch

torch.set_num_threads(1)
torch.manual_seed(0)
STEPS = 50
betas = torch.linspace(1e-4, 0.02, STEPS)
alphas = 1 - betas
alpha_bars = torch.cumprod(alphas, 0)


class Waves(torch.nn.Module):
    def __init__(self, scale):
        super().__init__()
        rates = torch.exp(-torch.log(torch.tensor(10000.0)) * torch.arange(64) / 63)
        self.register_buffer("rates", scale * rates)

    def forward(self, x):
        angles = x[:, None] * self.rates
        return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.place, self.time = Waves(25.0), Waves(1.0)
        self.first = torch.nn.Linear(384, 128)
        self.blocks = torch.nn.ModuleList(torch.nn.Linear(128, 128) for _ in range(3))
        self.last = torch.nn.Linear(128, 2)
        self.gelu = torch.nn.GELU()

    def forward(self, x, t):
        h = self.first(
            torch.cat([self.place(x[:, 0]), self.place(x[:, 1]), self.time(t.float())], dim=1))
        for block in self.blocks:
            h = h + self.gelu(block(h))
        return self.last(self.gelu(h))


def milliseconds(runs, count, work):
    times = []
    for _ in range(runs):
        start = time.process_time()
        for _ in range(count):
            work()
        times.append(1000 * (time.process_time() - start) / count)
    return min(times)


network = Network()
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
data = torch.randn(8000, 2)


def step(batch):
    x = data[torch.randint(0, len(data), (batch,))]
    noise = torch.randn_like(x)
    t = torch.randint(0, STEPS, (batch,))
    kept = alpha_bars[t][:, None]
    loss = torch.nn.functional.mse_loss(network(kept.sqrt() * x + (1 - kept).sqrt() * noise, t), noise)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


@torch.no_grad()
def sample():
    x = torch.randn(1000, 2)
    for t in reversed(range(STEPS)):
        noise = network(x, torch.full((1000,), t))
        x = (x - betas[t] / (1 - alpha_bars[t]).sqrt() * noise) / alphas[t].sqrt()
        if t > 0:
            x += betas[t].sqrt() * torch.randn_like(x)


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
glyph_bars = torch.cumprod(1 - torch.linspace(1e-4, 0.02, 1000), 0)


def unet_step():
    picked = torch.randint(0, len(glyphs), (32,))
    x, noise = glyphs[picked], torch.randn(32, 1, 16, 16)
    t = torch.randint(0, 1000, (32,))
    kept = glyph_bars[t][:, None, None, None]
    noisy = kept.sqrt() * x + (1 - kept).sqrt() * noise
    loss = torch.nn.functional.mse_loss(unet(noisy, t, picked % 10), noise)
    unet_optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(unet.parameters(), 1.0)
    unet_optimizer.step()


square = torch.randn(1024, 1024)
print(json.dumps({
    "training_step_32": milliseconds(10, 50, lambda: step(32)),
    "training_step_256": milliseconds(10, 50, lambda: step(256)),
    "sampling_1000_points_50_steps": milliseconds(10, 1, sample),
    "unet_training_step_32": milliseconds(5, 4, unet_step),
    "product_gigaflops": 2 * 1024**3 / milliseconds(10, 1, lambda: square @ square.T) / 1e6,
}))
