"""Contrastive training of the table: InfoNCE in both directions, with group masks and nested dimensions."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import embedding_bag, normalize

from tools.train_embedding.batches import Batch, Sampler, Side
from tools.train_embedding.start import Table


@dataclass(frozen=True, slots=True)
class Recipe:
    """`nested`: the leading dimensions that must also work alone (Matryoshka, arXiv:2205.13147), all of them
    first."""

    steps: int = 2500
    learning_rate: float = 0.01
    scale: float = 20.0
    nested: tuple[int, ...] = (384, 256, 128, 64)
    warm_up: float = 0.05


def _vectors(table: nn.Parameter, side: Side) -> Tensor:
    ids = torch.from_numpy(side.ids.astype(np.int64))
    return embedding_bag(ids, table, torch.from_numpy(side.offsets), mode="mean")


def batch_loss(table: nn.Parameter, batch: Batch, dimensions: tuple[int, ...], scale: float) -> Tensor:
    """Mean over `dimensions` (leading parts of the vectors) of the InfoNCE loss in both directions.

    Cosines are at most 1, so exp(scale * (cosine - 1)) cannot overflow and serves rows and columns alike:
    one exponential of the batch's matrix, which is what a step's time goes to, and not two softmaxes.
    """
    anchors, passages = _vectors(table, batch.anchors), _vectors(table, batch.passages)
    groups = torch.from_numpy(batch.groups)
    negative = groups[:, None] != groups[None, :]
    counted = negative.fill_diagonal_(True).float()
    losses = []
    for dimension in dimensions:
        asked, found = normalize(anchors[:, :dimension]), normalize(passages[:, :dimension])
        against = ((asked @ found.T - 1) * scale).exp() * counted
        right = ((asked * found).sum(1) - 1) * scale
        losses.append((against.sum(1).log() / 2 + against.sum(0).log() / 2 - right).mean())
    return torch.stack(losses).mean()


def dimensions_at(step: int, nested: tuple[int, ...], every: int = 4) -> tuple[int, ...]:
    """All dimensions at every step; at one step in `every` one of the nested parts too, in turn."""
    full, *parts = nested
    if parts and step % every == 0:
        return (full, parts[step // every % len(parts)])
    return (full,)


def _rate(step: int, recipe: Recipe) -> float:
    """Linear warm-up, then a cosine to zero."""
    warm = max(1, int(recipe.steps * recipe.warm_up))
    if step < warm:
        return recipe.learning_rate * (step + 1) / warm
    return recipe.learning_rate * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, recipe.steps - warm)))


def train(start: Table, sampler: Sampler, recipe: Recipe, report_every: int = 100) -> Table:
    """The trained table, same shape as `start`. Deterministic for one seed and number of threads."""
    table = nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.Adam([table], lr=recipe.learning_rate, fused=True)
    began, recent = time.monotonic(), 0.0
    for step, batch in enumerate(sampler.batches(recipe.steps)):
        for settings in optimizer.param_groups:
            settings["lr"] = _rate(step, recipe)
        loss = batch_loss(table, batch, dimensions_at(step, recipe.nested), recipe.scale)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        recent += loss.item()
        if (step + 1) % report_every == 0:
            seconds = time.monotonic() - began
            print(f"step {step + 1}/{recipe.steps}  loss {recent / report_every:.3f}  {seconds:.0f} s", flush=True)
            recent = 0.0
    return table.detach().numpy()


def steps_within(minutes: float, start: Table, sampler: Sampler, recipe: Recipe, tried: int = 10) -> int:
    """How many steps fit in so many minutes on this machine, from the time that `tried` steps take."""
    began = time.monotonic()
    train(start, sampler, replace(recipe, steps=tried), report_every=tried)
    return max(1, int(minutes * 60 / ((time.monotonic() - began) / tried)))
