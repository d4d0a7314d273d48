"""The demo of a bias of the wrong shape: what NumPy does, by hand."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils.demos.broadcasting import BIASES, DEMO, LAYER, W, X
from course_utils.demos.demo import Click
from course_utils.demos.marks import Points, Text
from course_utils.demos.picture import Picture


def shown(**changes: object) -> Picture:
    return DEMO.picture(DEMO.checked(DEMO.start, changes))


def words(picture: Picture, panel: int = 0) -> list[str]:
    return [mark.text for mark in picture.panels[panel].marks if isinstance(mark, Text)]


def n_marked(picture: Picture) -> int:
    return sum(len(m.x) for m in picture.panels[0].marks if isinstance(m, Points))


def test_start_is_silently_wrong() -> None:
    picture = shown()

    assert picture.panels[0].title == "No error, but 12 of 16 values are wrong"
    assert "12 of 16 values are wrong, by up to 30." in picture.status
    assert n_marked(picture) == 12
    # Neuron 1 sums up 1, 4, 2, 3 over the samples, and adds everybody's bias but its own.
    assert words(picture)[-16:-12] == ["11", "24", "32", "43"]


def test_single_column_grows_into_four() -> None:
    picture = shown(n_samples=1)

    assert picture.panels[0].title == "No error, but the shape is (4, 4), not (4, 1)"
    assert "of shape (4, 1) plus b of shape (4,) gives shape (4, 4)" in picture.status
    assert words(picture)[-16:-12] == ["11", "21", "31", "41"]


@pytest.mark.parametrize("n_samples", [2, 3, 5, 6])
def test_other_batches_are_refused_in_numpys_words(n_samples: int) -> None:
    picture = shown(n_samples=n_samples)
    with pytest.raises(ValueError, match="broadcast") as caught:
        W @ X[:n_samples].T + BIASES

    assert str(caught.value).strip() in picture.status
    assert f"ValueError: {caught.value}".strip() in " ".join(words(picture))
    assert {f"W @ x: (4, {n_samples})", "b: (4,) read as (1, 4)"} < set(words(picture))


@pytest.mark.parametrize("n_samples", range(1, 7))
@pytest.mark.parametrize(("dialect", "bias"), [("columns", "(4, 1)"), ("rows", "(4,)")])
def test_bias_of_its_own_dialect_is_always_right(
    dialect: str, bias: str, n_samples: int
) -> None:
    picture = shown(dialect=dialect, bias=bias, n_samples=n_samples)
    right = LAYER.forward(X[:n_samples])
    right = right.T if dialect == "columns" else right

    assert f"gives shape {right.shape} and {right.size} right values." in picture.status
    assert words(picture)[-right.size :] == [f"{value:g}" for value in right.ravel()]
    assert n_marked(picture) == 0
    assert picture.panels[1].title.endswith("is right for 6 of 6 batches")


def test_column_of_biases_is_the_trap_of_the_rows() -> None:
    outcomes = words(shown(dialect="rows", bias="(4, 1)"), panel=1)[1::2]

    error = "error"
    assert outcomes == ["shape (4, 4)", error, error, "12 values wrong", error, error]


def test_star_is_no_product_of_matrices() -> None:
    for dialect, shapes in (("columns", r"\(4,3\) \(3,4\)"), ("rows", r"\(4,3\) \(3,4\)")):
        picture = shown(product="*", dialect=dialect)
        assert re.search(shapes, picture.status)
        assert {"W: (4, 3)", "W.T: (3, 4)"} & set(words(picture))
        assert set(words(picture, panel=1)[1::2]) == {"error"}
        # W has 4 rows, so no batch of up to 6 samples gets as far as b.
        assert picture.panels[1].title == "* fails before any b is added, for all 6 batches"
        assert "A drawing of a product" in picture.alt
        assert "sum" not in picture.alt


def test_every_sum_of_products_has_one_digit() -> None:
    products = X @ W.T

    assert np.array_equal(products, products.round())
    assert products.min() >= 0
    assert products.max() < 10


def test_click_below_chooses_the_batch() -> None:
    assert DEMO.clicked(DEMO.start, Click("batch", 1.3, 0.5)).n_samples == 1
    assert DEMO.clicked(DEMO.start, Click("batch", 6.4, 0.5)).n_samples == 6
