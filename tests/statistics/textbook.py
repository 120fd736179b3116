"""The estimator a second time, in loops after oracle.R and not after the product, to compare random rounds with.

It takes rows, not sums: (target group, employee, day, minutes, items), every row with a day or none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, log, sqrt

import numpy as np

Rows = list[tuple[str, str, str, float, float]]


@dataclass
class Settings:
    mode: str
    populations: tuple[dict[str, int], dict[str, int]] | None
    fpc: bool
    matched: bool
    volumes: dict[str, float]
    known: tuple[float, float]


class Wave:
    def __init__(self, rows: Rows, number: int, settings: Settings) -> None:
        self.settings, self.known = settings, settings.known[number]
        self.groups = sorted({row[0] for row in rows})
        self.keys = sorted({row[:2] for row in rows})
        self.y = np.array([sum(r[3] for r in rows if r[:2] == key) for key in self.keys])
        self.x = np.array([sum(r[4] for r in rows if r[:2] == key) for key in self.keys])
        self.of = {h: [i for i, key in enumerate(self.keys) if key[0] == h] for h in self.groups}
        sizes = settings.populations[number] if settings.populations else None
        self.w = np.array([sizes[h] / len(self.of[h]) if sizes else 1.0 for h, _ in self.keys])
        total = sum(settings.volumes.values()) or 1.0
        self.p = {h: settings.volumes.get(h, 0.0) / total for h in self.groups}
        self.units = [self._units(rows, key) for key in self.keys]
        self.days = len({row[2] for row in rows}) if rows[0][2] else inf
        self.ratio = self.ratio_of(self.w)

    def _units(self, rows: Rows, key: tuple[str, str]) -> list[tuple[float, float]]:
        own = [row for row in rows if row[:2] == key]
        if not own[0][2]:
            return [(row[3], row[4]) for row in own]
        dates = sorted({row[2] for row in own})
        return [(sum(r[3] for r in own if r[2] == d), sum(r[4] for r in own if r[2] == d)) for d in dates]

    def ratio_of(self, w: np.ndarray) -> float:
        if self.settings.mode == "combined":
            return float((w * self.y).sum() / (w * self.x).sum())
        if self.settings.mode == "expansion":
            return float((w * self.y).sum() / self.known)
        return sum(self.p[h] * (w[j] * self.y[j]).sum() / (w[j] * self.x[j]).sum() for h, j in self.of.items())

    def jackknife(self, change: Callable[[float], float]) -> np.ndarray:
        a = np.zeros(len(self.keys))
        for own in self.of.values():
            n = len(own)
            for i in own:
                w = self.w.copy()
                w[own] *= n / (n - 1)
                w[i] = 0
                a[i] = -sqrt((n - 1) / n) * change(self.ratio_of(w))
        return a

    def within(self) -> np.ndarray:
        b = np.zeros(len(self.keys))
        for i, (h, _) in enumerate(self.keys):
            own = self.of[h]
            slope, scale = self.ratio, self.w[i] / (self.w * self.y).sum()
            if self.settings.mode == "standardised":
                slope = self.y[own].sum() / self.x[own].sum()
                scale = self.p[h] / (self.ratio * self.x[own].sum())
            if self.settings.mode == "expansion":
                slope = 0.0
            e = [y - slope * x for y, x in self.units[i]]
            if 1 < self.days < inf:
                padded = e + [0.0] * (int(self.days) - len(e))
                b[i] = scale**2 * self.days * np.var(padded, ddof=1)
            else:
                b[i] = scale**2 * sum(v * v for v in e)
        return b

    def root(self) -> np.ndarray:
        """K: rows are employees deleted, columns residuals under the working model."""
        n, x = len(self.keys), self.x
        leverage = np.zeros(n)
        if self.settings.mode == "combined":
            items = (self.w * x).sum()
            spread = (np.diag(self.w) - np.outer(self.w * x, self.w) / items) / items
            load, part = x, self.w * x / items
        elif self.settings.mode == "expansion":
            spread, load, part = np.diag(self.w) / self.w.sum(), np.ones(n), np.zeros(n)
        else:
            spread, load, part = np.zeros((n, n)), x, np.zeros(n)
            for h, j in self.of.items():
                items = x[j].sum()
                level = self.p[h] * self.y[j].sum() / items / (self.ratio * items)
                spread[np.ix_(j, j)] = level * (np.eye(len(j)) - np.outer(x[j], np.ones(len(j))) / items)
                part[j] = x[j] / items
        k = spread @ np.diag(np.sqrt(load))
        for j in self.of.values():
            n_h = len(j)
            k[j] = sqrt(n_h / (n_h - 1)) * (k[j] - k[j].mean(axis=0))
            leverage[j] = n_h / (n_h - 1) * (part[j] - part[j].mean())
        return k / (1 - leverage)[:, None]


@dataclass
class Answer:
    log_ratio: float
    between: float
    within: float
    df_between: float | None
    df: float


def contrast(rows: tuple[Rows, Rows], settings: Settings) -> Answer:
    first, second = (Wave(rows[number], number, settings) for number in (0, 1))
    a1, a2 = (wave.jackknife(lambda r, full=wave.ratio: log(r) - log(full)) for wave in (first, second))
    b1, b2 = first.within(), second.within()
    both = [key for key in first.keys if key in second.keys] if settings.matched else []
    union = [("1", *key) if key not in both else ("", *key) for key in first.keys]
    union += [("2", *key) for key in second.keys if key not in both]
    one_unit = any(max(len(units) for units in wave.units) == 1 for wave in (first, second))
    corrected = settings.fpc and settings.populations is not None and not one_unit
    phi = dict.fromkeys(union, 1.0)
    between = within = squares = 0.0
    for h in first.groups:
        i, j = first.of[h], second.of[h]
        n1, n2, shared = len(i), len(j), [key for key in both if key[0] == h]
        inverse = 1 / max(sizes[h] for sizes in settings.populations) if corrected else 0.0
        s11, s22 = n1 * (a1[i] ** 2).sum(), n2 * (a2[j] ** 2).sum()
        bound = sqrt(s11 * s22)
        products = sum(a1[first.keys.index(key)] * a2[second.keys.index(key)] for key in shared)
        s12 = min(max(n1 * n2 / len(shared) * products, -bound), bound) if shared else 0.0
        c = len(shared) / (n1 * n2) - inverse
        s12 = bound if c < -1e-12 else s12
        between += max(0.0, s11 * (1 / n1 - inverse) + s22 * (1 / n2 - inverse) - 2 * c * s12)
        terms = inverse * np.concatenate([n1 * b1[i], n2 * b2[j]])
        within, squares = within + terms.sum(), squares + (terms**2).sum()
        if c >= -1e-12 and shared:
            for key in phi:
                if key[1] == h:
                    phi[key] = 1 - min(n1, n2) * inverse
    m = np.zeros((len(union), len(union)))
    for number, wave in enumerate((first, second), 1):
        place = [union.index(("", *key) if key in both else (str(number), *key)) for key in wave.keys]
        g = np.sqrt([max(phi[union[p]], 0.0) for p in place])[:, None] * wave.root()
        m[np.ix_(place, place)] += g @ g.T
    df_between = np.trace(m) ** 2 / (m**2).sum() if (m**2).sum() > 1e-24 else None
    spread = (between**2 / df_between if df_between else 0.0) + squares
    cap = len(union) - len(first.groups)
    df = max(1.0, min((between + within) ** 2 / spread if spread > 0 else cap, cap))
    return Answer(log(second.ratio / first.ratio), between, within, df_between, df)
