# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 7: Capacity and regularisation

**90 minutes, 20 points.** Work through notebook 07 first.

You will be able to

- compute the penalty that weight decay adds to a loss;
- choose a strength without touching the test set;
- report a difference of two nets with its standard error;
- count decision regions, and read the gap between training and test accuracy;
- translate lambda from one convention to another.

The notes' section is *Setting number of layers and their sizes* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

Each exercise has the same three parts.

1. **Your cell.** Write your code there and delete the line that raises an error. Run your own cell first.
2. **Examples.** Then run the cell below yours. It compares your answer with a few numbers worked out by hand, and tells you at once.
3. **Grading.** Later the grader calls your function with *other* inputs. Each check that you pass earns its points, so a half-right answer is worth something.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there.

Any style that gives the right numbers is right: a loop, a formula over arrays, a list, float32. Printing is fine too. A warning from Python costs no points. Every function keeps two promises:

- it takes lists as well as arrays of any kind, and whole numbers as well as fractions;
- it changes none of its arguments.

No exercise needs another one: you can take them in any order.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: the penalty (3 points)

Weight decay adds a **penalty** to the loss, a cost for large weights:

$$\frac{\lambda}{2} \sum_{l} \lVert W_l \rVert^2$$

Here $\lVert W \rVert^2$ is the sum of the squares of *all* entries of $W$. The sum over $l$ runs over the layers.

Write `l2_penalty(Ws, weight_decay)`. It returns **one number**.

- `Ws` is a list of one or more matrices, the weights of each layer. Each has shape `(n_out, n_in)`, and the shapes differ from layer to layer.
- `weight_decay` is $\lambda$, a number of at least 0.

Biases cost nothing, so they are not handed over. Every number in `Ws` counts. Weights may be as large as 100,000.

One point is for a single layer, one for several. The third is for lists, whole numbers and large weights.

Before you write: every weight of a net is doubled. By which factor does the penalty grow?

<details><summary>Compare with your guess</summary>

By 4, for each weight is squared.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Begin with a single layer. Compute the sum of its squares by hand for `[[1, 2], [0, -1]]`, and then in code.
</details>

<details><summary>Hint 2: several layers</summary>

The matrices have different shapes, so they can't be stacked in one array. Take them one at a time, and keep a running total.
</details>

<details><summary>Hint 3: a factor is missing</summary>

Count the factors in the formula: there is $\lambda$, there is the sum, and there is a number below the line. `np.linalg.norm` takes a root at the end, which the formula takes back by its square.
</details>
"""


# %% answer="l2_penalty"
def l2_penalty(Ws, weight_decay):
    """Return the penalty on the weights of all layers."""
    ### BEGIN SOLUTION
    return 0.5 * weight_decay * sum(np.sum(np.square(W)) for W in Ws)
    ### END SOLUTION


# %% examples="l2_penalty"
checks.examples(
    l2_penalty,
    [
        (([[[3.0, -4.0]]], 0.02), 0.25),
        (([np.array([[1, 2], [0, -1]]), np.array([[3, 0]])], 0.1), 0.75),
        (([[[1.0], [1.0]], [[2.0, 2.0]], [[5.0]]], 2), 35.0),
        (([[[3.0, -4.0]]], 0.0), 0.0),
    ],
    hints=[
        "The squares add up to 9 + 16 = 25. What is still to be done with them?",
        "The first layer has 1 + 4 + 0 + 1 = 6, the second 9.",
        "Three layers: 2, then 8, then 25.",
        "A strength of 0 costs nothing.",
    ],
)

# %% tests="l2_penalty" points=3
# Grading: other layers, one and many, lists, large weights. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "l2_penalty", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: which strength? (3 points)

You trained one net with each of several strengths. Each net has three **scores**: on the training set, on the validation set and on the test set. A higher score is better.

Write `choose_weight_decay(values, train_scores, validation_scores, test_scores)`. It returns **one number**, the strength to use.

- All four arguments have shape `(n,)` with `n` of at least 1. Entry `i` of each belongs to the same net.
- `values` holds $n$ different strengths, in any order.
- Choose the way notebook 07 does, so that the test set stays a test.
- If several strengths share the best score, return the **largest** of them. Scores are shared if they are exactly equal.

A score may be any number. A score that is minus a loss, for example, is below zero.

One point is for the right set of scores, one for shared scores. The third is for lists, a single strength and scores below zero.

Before you write: suppose you choose by the test set. Is the test score of your choice too high or too low, on average?

<details><summary>Compare with your guess</summary>

Too high. You picked the net that was best on these very points, and a part of that was luck.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: which scores may I look at?</summary>

Two of the three score lists play no part in the choice. Which set does notebook 07 keep for choosing?
</details>

<details><summary>Hint 2: how do I deal with equal scores?</summary>

`np.argmax` takes the *first* of equal scores, wherever it stands. First find the best score. Then look at all strengths that reach it.
</details>

<details><summary>Hint 3: a loop instead</summary>

Remember the best score and its value so far. A net replaces them in two cases: its score is better, or its score is equal and its value larger. What must the memory hold at the start, if all scores may be negative?
</details>
"""


# %% answer="choose_weight_decay"
def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    """Return the strength to use."""
    ### BEGIN SOLUTION
    del train_scores, test_scores  # neither has a say
    return max(zip(validation_scores, values, strict=True))[1]
    ### END SOLUTION


# %% examples="choose_weight_decay"
checks.examples(
    choose_weight_decay,
    [
        (
            (
                [0.001, 0.01, 0.1],
                [0.98, 0.95, 0.80],
                [0.85, 0.90, 0.70],
                [0.88, 0.86, 0.91],
            ),
            0.01,
        ),
        (
            (
                np.array([0.1, 0.001, 0.01]),
                np.array([0.7, 0.98, 0.95]),
                np.array([0.7, 0.9, 0.9]),
                np.array([0.7, 0.92, 0.85]),
            ),
            0.01,
        ),
        (([1, 0], [-0.7, -0.1], [-0.6, -0.8], [-0.65, -0.9]), 1),
        (([0.3], [0.9], [0.8], [0.85]), 0.3),
    ],
    atol=1e-9,
    hints=[
        "Training prefers 0.001, the test 0.1. Neither has a say.",
        "0.001 and 0.01 share the best score. Which of the two does the text ask for?",
        "These scores are below zero. The better of two is nearer to zero.",
        "With one strength there is no choice.",
    ],
)

# %% tests="choose_weight_decay" points=3
# Grading: other scores in other orders, equal scores. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "choose_weight_decay", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: a paired difference (3 points)

Two nets, A and B, are trained on the same $n$ squares. Square $i$ gives them the accuracies $a_i$ and $b_i$, and so one **paired difference** $d_i = a_i - b_i$. Its mean is $\bar d$, and

$$\text{s.e.} = \frac{s_d}{\sqrt{n}}, \qquad s_d^2 = \frac{1}{n - 1} \sum_i (d_i - \bar d)^2$$

Write `paired_difference(a, b)`. It returns a pair of numbers, `(mean, standard_error)`, in this order: first $\bar d$, then its standard error.

- `a` and `b` have the same shape `(n,)`, with `n` of at least 2.
- Entry `i` of both belongs to the same square.

One point is for the mean, one for its error. The third is for the pair: lists, whole numbers, and equal differences.

Before you write: on every square A is better by exactly 3 points, but the squares differ widely. How large is the standard error?

<details><summary>Compare with your guess</summary>

It is 0. All differences are 3, so nothing is unsure about their mean.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Make the list of differences first. From then on you need neither `a` nor `b`.

A list has no minus sign. `np.asarray(a)` turns a list into an array.
</details>

<details><summary>Hint 2: my error is a little too small</summary>

`np.std` divides by $n$. The formula divides by $n - 1$. The keyword `ddof` changes that.
</details>

<details><summary>Hint 3: my error is far too large</summary>

There are two usual reasons. Either the root of $n$ is missing, or you took the spreads of `a` and of `b` one by one. Their common ups and downs only drop out of the differences.
</details>
"""


# %% answer="paired_difference"
def paired_difference(a, b):
    """Return the mean of a - b, and its standard error."""
    ### BEGIN SOLUTION
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), d.std(ddof=1) / np.sqrt(d.size)
    ### END SOLUTION


# %% examples="paired_difference"
checks.examples(
    paired_difference,
    [
        (([3, 5], [1, 1]), (3.0, 1.0)),
        ((np.array([90.0, 80.0, 70.0]), np.array([89.0, 78.0, 67.0])), (2.0, np.sqrt(1 / 3))),
        (([60, 90, 75], [57, 87, 72]), (3.0, 0.0)),
        ((np.array([1, 4]), np.array([4, 1])), (0.0, 3.0)),
    ],
    hints=[
        "The differences are 2 and 4: mean 3, spread the root of 2, error 1.",
        "The differences are 1, 2 and 3: mean 2, spread 1, three squares.",
        "All differences are 3, so nothing is unsure about their mean.",
        "Arrays of whole numbers. The differences -3 and 3 have spread 3 times the root of 2.",
    ],
)

# %% tests="paired_difference" points=3
# Grading: other accuracies, for few squares and for many. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "paired_difference", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: how many regions? (4 points)

Notebook 07 counted decision regions with a function from the course. Now you write your own.

A picture of a net is a **grid**: `grid[i, j]` is the class that the net says at one point of the plane. Two cells are neighbours if one is directly left, right, above or below the other. A corner is not enough. Nor is the left edge a neighbour of the right one, or the top of the bottom.

A **region** holds all cells that can be reached from one of them by steps between neighbours with equal classes.

Write `count_regions(grid)`. It returns how many regions there are, over all classes together, as **one whole number**.

- `grid` has shape `(n_rows, n_columns)`. Both are at least 1 and at most 60.
- Its entries are whole numbers. Each different number is a class of its own, and so are 0, $-1$ and 1000.

One point is for stripes and islands, one for corners, one for winding and for large regions. The fourth is for lists, single rows and all kinds of classes.

Before you write: count the regions of `[[0, 0, 1], [1, 0, 1], [1, 1, 0]]` on paper. Does one corner make a difference?

<details><summary>Compare with your guess</summary>

Four. The 0 in the last corner touches the others at a corner only, so it is a region of its own. If corners counted, there would be two.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: how would I do it by hand?</summary>

Take a pencil and colour one region completely. Then look for a cell without colour, and colour its region. How often did you begin anew?
</details>

<details><summary>Hint 2: how do I colour a region in code?</summary>

Keep a list of cells still to be looked at, at first with one cell. Take a cell off the list, and put those of its four neighbours on it that belong to the region. Stop when the list is empty. A function that calls itself once for each cell stops too early. Python allows 1,000 calls inside each other, or 3,000 in some notebooks.
</details>

<details><summary>Hint 3: what must I remember, and what can go wrong?</summary>

Remember which cells have their colour, in an array of truth values or in a set. Don't write marks into `grid`: it belongs to the caller. At the edge a neighbour may not exist, and `grid[-1]` is no error in Python but the *last* row.
</details>
"""


# %% answer="count_regions"
def count_regions(grid):
    """Return the number of connected regions of equal class."""
    ### BEGIN SOLUTION
    grid = np.asarray(grid)
    n_rows, n_columns = grid.shape
    seen = np.zeros(grid.shape, dtype=bool)
    n_regions = 0
    for first in np.ndindex(n_rows, n_columns):
        if seen[first]:
            continue
        n_regions += 1
        seen[first] = True
        waiting = [first]
        while waiting:
            i, j = waiting.pop()
            for k, m in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                inside = 0 <= k < n_rows and 0 <= m < n_columns
                if inside and not seen[k, m] and grid[k, m] == grid[i, j]:
                    seen[k, m] = True
                    waiting.append((k, m))
    return n_regions
    ### END SOLUTION


# %% examples="count_regions"
checks.examples(
    count_regions,
    [
        (([[0, 0, 1], [1, 0, 1], [1, 1, 0]],), 4),
        (([[1, 0], [0, 1]],), 4),
        ((np.array([[2, -1, 2]]),), 3),
        ((np.array([[1, 0, 1], [1, 0, 1], [1, 1, 1]]),), 2),
        ((np.array([[1, 1, 1], [1, 0, 1], [1, 0, 1]]),), 2),
        ((np.zeros((60, 60), dtype=int),), 1),
    ],
    hints=[
        "The 0 in the last row touches the other 0s at a corner only.",
        "No two cells with the same class share an edge.",
        "Any numbers can be classes, and a grid may have a single row.",
        "The two arms of the U meet in the last row: one region, and one inside it.",
        "The same U upside down: its arms meet in the first row.",
        "One region of 3,600 cells. Read hint 2 if Python speaks of recursion.",
    ],
)

# %% tests="count_regions" points=4
# Grading: other grids, with stripes, corners, winding regions. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "count_regions", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: the same number, another meaning (2 points)

The notes link to ConvNetJS, a demo of 2014. Its $\lambda$ is not ours. Take a batch of $n$ points with loss gradients $g_1, \dots, g_n$, and a learning rate $\eta$ (eta). In one step the demo moves a weight $w$ like this:

$$w \leftarrow w - \eta \, \frac{g_1 + \dots + g_n + \lambda_\text{demo}\, w}{n}$$

Our step, for the mean loss plus the penalty of exercise 1, is

$$w \leftarrow w - \eta \left( \frac{g_1 + \dots + g_n}{n} + \lambda\, w \right)$$

Write `convert_weight_decay(value, batch_size)`. The `value` is the demo's $\lambda_\text{demo}$. Return the $\lambda$ with which *our* step does exactly the same.

- `value` is a number of at least 0, `batch_size` a whole number $n$ of at least 1.
- The answer is **one number**.

Before you write: someone copies 0.01 from the demo into our code, unchanged. Are the weights braked too much or too little?

<details><summary>Compare with your guess</summary>

Too much: our rule does not divide by $n$, so the brake is $n$ times as strong.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Set all $g_i$ to zero. Each rule then only shrinks $w$. By how much does each of them?
</details>

<details><summary>Hint 2: which way round?</summary>

Put $n = 2$, $w = 1$ and $\lambda_\text{demo} = 1$ into the first rule. Which $\lambda$ gives the same step in the second?
</details>

<details><summary>Hint 3: in general</summary>

Both steps must be the same for every $w$, so the factors in front of $w$ must be equal. Compare them. $\eta$ stands in both, and drops out.
</details>
"""


# %% answer="convert_weight_decay"
def convert_weight_decay(value, batch_size):
    """Return our lambda for the demo's."""
    ### BEGIN SOLUTION
    return value / batch_size
    ### END SOLUTION


# %% examples="convert_weight_decay"
checks.examples(
    convert_weight_decay,
    [
        ((0.01, 10), 0.001),
        ((0.02, 1), 0.02),
        ((5, 2), 2.5),
    ],
    atol=1e-9,
    hints=[
        "The demo shrinks w by 0.01 w / 10 in one step, times eta.",
        "In a batch of one point, the two rules are the same.",
        "Whole numbers go in, a fraction comes out.",
    ],
)

# %% tests="convert_weight_decay" points=2
# Grading: other strengths and batches. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "convert_weight_decay", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: the gap (3 points)

You trained nets of several sizes. For each size you know the training accuracy and the test accuracy. The **gap** is training accuracy minus test accuracy. A large gap is the mark of overfitting.

Write `overfit_gap(train_accuracy, test_accuracy)`. It returns a pair `(gap, best)`.

- Both arguments have the same shape `(n_sizes,)`, with at least one size. Entry `i` of both belongs to the same size.
- `gap` has shape `(n_sizes,)`, one gap for each size. A net that is better on the test than in training has a gap below zero.
- `best` is the index of the size with the highest test accuracy, a whole number that counts from 0. If several share it exactly, return the first of them.

One point is for the gaps, one for the best size. The third is for lists and for shared accuracies.

Before you write: can the best size have a larger gap than another one?

<details><summary>Compare with your guess</summary>

Yes. Accuracies of 0.9 and 0.8 have a gap of 0.1, and 0.6 and 0.6 have none. The first size is better on new points.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: the gap</summary>

Subtract entry by entry. The result is as long as the arguments. Which of the two stands first?
</details>

<details><summary>Hint 2: the best size</summary>

We want to be right on new points. Which of the two arguments speaks of those? The gap has no say.
</details>

<details><summary>Hint 3: an index</summary>

`np.max` gives the largest number, and `np.argmax` the place where it stands. Of equal numbers it takes the first.
</details>
"""


# %% answer="overfit_gap"
def overfit_gap(train_accuracy, test_accuracy):
    """Return the gap of each size, and the index of the best size by test."""
    ### BEGIN SOLUTION
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap, np.argmax(test_accuracy)
    ### END SOLUTION


# %% examples="overfit_gap"
checks.examples(
    overfit_gap,
    [
        (([0.8, 0.9, 1.0], [0.7, 0.8, 0.6]), ([0.1, 0.1, 0.4], 1)),
        ((np.array([0.5, 0.75]), np.array([0.75, 0.75])), ([-0.25, 0.0], 0)),
        (([1, 1], [0, 1]), ([1, 0], 1)),
    ],
    hints=[
        "The third net knows all training points, but the second does best on new ones.",
        "The first gap is below zero. Both sizes do equally well on the test: take the first.",
        "Whole numbers are fine too.",
    ],
)

# %% tests="overfit_gap" points=3
# Grading: other accuracies over other sizes. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a7_capacity", "overfit_gap", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 7: one seed (2 points, in words)

A friend draws one noisy square, with seed 13. She trains a net of 20 units on it, and a net of 100, without lambda. The test accuracies are 0.764 and 0.788. "So 100 units are better", she says, "and it is fair, for both got the same square."

A person will read this answer. Explain two things to her.

- Why does this one run not show that 100 units are better? Say **what** is random in it, and how that compares with the difference she saw. Notebook 07 prints the spread.
- Which comparison would show it? Say what is repeated, what stays the same for both nets, what she should report, and how she decides.

About 80 words are enough.
"""

# %% [markdown] manual="one_seed" points=2
r"""
The seed decides which points are drawn, which labels are wrong, and where the weights start. In notebook 07 the accuracy of one size has a spread of about 5 points over the squares. The difference of two sizes has one of about 4. So 2.4 points may well turn round with the next seed.

Draw 60 squares instead. Train both nets on each, and change nothing but the size. Report the mean of the 60 differences with its standard error. If the mean lies within two standard errors of 0, it could be luck.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All six example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now price weights, choose a strength, and compare two nets without fooling yourself. Next comes notebook 08, where the data and the first weights get their turn.
"""
