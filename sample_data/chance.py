"""Random numbers that are the same on every machine and in every version of Python."""

from __future__ import annotations

import math
import random
from statistics import NormalDist


class Chance:
    """One stream of random numbers, named by what it is for: a new employee then changes nobody else's numbers."""

    def __init__(self, *name: object) -> None:
        # Only random() is promised to give the same sequence in later versions; gauss() and shuffle() are not.
        self._random = random.Random(" ".join(map(str, name)))

    def happens(self, probability: float) -> bool:
        """True with this probability."""
        return self._random.random() < probability

    def around_one(self, spread: float) -> float:
        """A log-normal factor with mean 1; ``spread`` is the standard deviation of its logarithm."""
        normal = NormalDist().inv_cdf(1 - self._random.random())
        return math.exp(spread * normal - spread**2 / 2)

    def number(self, mean: float) -> int:
        """A Poisson number."""
        left = self._random.random()
        count, probability = 0, math.exp(-mean)
        while left > probability:
            left -= probability
            count += 1
            probability *= mean / count
        return count
