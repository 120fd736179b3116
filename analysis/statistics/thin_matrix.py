"""Square matrices over employees that are little more than a diagonal: hundreds of employees cost no time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.columns import FloatArray, IndexArray


@dataclass(frozen=True, slots=True, eq=False)
class ThinMatrix:
    """``diag(diagonal) + left @ right.T``, where ``left`` and ``right`` have few columns."""

    diagonal: FloatArray
    left: FloatArray
    right: FloatArray

    def scaled(self, rows: FloatArray, columns: FloatArray) -> ThinMatrix:
        """``diag(rows) @ self @ diag(columns)``."""
        return ThinMatrix(rows * self.diagonal * columns, rows[:, None] * self.left, columns[:, None] * self.right)

    def centred(self, member: FloatArray) -> ThinMatrix:
        """Each column minus its mean over the rows of the same group; ``member`` has one column of 0 and 1 a group."""
        mean = member / member.sum(axis=0)
        return ThinMatrix(
            self.diagonal,
            np.hstack([self.left - member @ (mean.T @ self.left), -member]),
            np.hstack([self.right, self.diagonal[:, None] * mean]),
        )

    def placed(self, places: IndexArray, size: int) -> ThinMatrix:
        """The same rows and columns at their places in a larger matrix of zeros."""
        diagonal = np.zeros(size)
        left, right = np.zeros((size, self.left.shape[1])), np.zeros((size, self.right.shape[1]))
        diagonal[places], left[places], right[places] = self.diagonal, self.left, self.right
        return ThinMatrix(diagonal, left, right)

    def minus(self, other: ThinMatrix) -> ThinMatrix:
        return ThinMatrix(
            self.diagonal - other.diagonal,
            np.hstack([self.left, -other.left]),
            np.hstack([self.right, other.right]),
        )


def diagonal_matrix(diagonal: FloatArray) -> ThinMatrix:
    """Nothing beside the diagonal."""
    nothing = np.zeros((len(diagonal), 0))
    return ThinMatrix(diagonal, nothing, nothing)


@dataclass(frozen=True, slots=True)
class Traces:
    """tr(M) and tr(M M) of a symmetric matrix M."""

    first: float
    second: float


def traces_of_gram(roots: tuple[ThinMatrix, ...]) -> Traces:
    """Those of the sum of K @ K.T over ``roots`` of one size, without ever forming it.

    K @ K.T is a diagonal too, plus ``thin @ core @ thin.T``.

    >>> root = ThinMatrix(np.ones(3), np.full((3, 1), -1 / 3), np.ones((3, 1)))
    >>> traces_of_gram((root,)), traces_of_gram((root, root))
    (Traces(first=2.0, second=2.0), Traces(first=4.0, second=8.0))
    """
    diagonal = np.sum([root.diagonal**2 for root in roots], axis=0)
    thin = np.hstack([np.hstack([root.diagonal[:, None] * root.right, root.left]) for root in roots])
    core = np.zeros((thin.shape[1],) * 2)
    end = 0
    for root in roots:
        columns = root.left.shape[1]
        start, middle, end = end, end + columns, end + 2 * columns
        core[start:middle, middle:end] = core[middle:end, start:middle] = np.eye(columns)
        core[middle:end, middle:end] = root.right.T @ root.right
    product = core @ (thin.T @ thin)
    between = float((diagonal @ ((thin @ core) * thin)).sum())
    return Traces(
        float(diagonal.sum() + np.trace(product)),
        float((diagonal**2).sum() + 2 * between + (product * product.T).sum()),
    )
