"""The handwritten digits are those of scikit-learn, number by number."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sklearn.datasets

import course_utils.datasets
from course_utils.datasets import load_digits

DATA = Path(course_utils.datasets.__file__).parent / "data"


def test_every_number_is_that_of_scikit_learn() -> None:
    X, y = load_digits()
    theirs, labels = sklearn.datasets.load_digits(return_X_y=True)
    np.testing.assert_array_equal(X, theirs, strict=True)
    np.testing.assert_array_equal(y, labels)


def test_shapes_and_types() -> None:
    X, y = load_digits()
    assert [X.shape, y.shape] == [(1797, 64), (1797,)]
    assert X.dtype == np.float64
    assert y.dtype == np.intp


def test_images_are_a_view() -> None:
    X, _ = load_digits()
    images = X.reshape(-1, 8, 8)
    assert images.base is X
    assert (images == sklearn.datasets.load_digits().images).all()


def test_each_digit_is_there_as_often_as_documented() -> None:
    counts = np.bincount(load_digits()[1])
    assert (len(counts), counts.min(), counts.max()) == (10, 174, 183)


def test_whoever_loads_it_may_change_it() -> None:
    X, y = load_digits()
    X[:], y[:] = -1, -1
    assert load_digits()[0].min() == 0
    assert load_digits()[1].min() == 0


def test_the_file_is_small_and_holds_no_objects() -> None:
    file = DATA / "digits.npz"
    with np.load(file, allow_pickle=False) as stored:
        assert {name: stored[name].dtype for name in stored} == {"X": np.uint8, "y": np.uint8}
    assert file.stat().st_size < 60 * 1024


def test_the_file_says_where_it_comes_from() -> None:
    text = (DATA / "digits.txt").read_text(encoding="utf-8")
    for words in ("Alpaydin", "Kaynak", "UCI", "1998", "CC BY 4.0", "scikit-learn", "changed"):
        assert words in text
