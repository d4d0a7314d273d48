# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 6: Approximation by hand

**100 minutes, 20 points.** Work through notebook 06 first.

You will be able to

- build a curve from half-open bumps;
- build a ReLU network through given points, without training;
- measure how far two curves are apart;
- read an exponent off a log-log line;
- count the linear pieces that depth makes.

The notes' section is *Representational power* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

Each exercise has your cell, a cell of examples, and a cell for grading, as in the assignments before. The grader calls each function alone, with *other* inputs. Each check that you pass earns its points.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there: you write their functions yourself.

Any style that gives the right numbers is right: a loop, a list, float32. Printing and warnings cost nothing. Every function keeps two promises:

- it takes lists as well as arrays of any kind, whole numbers too;
- it changes none of its arguments.

In grading, edges, knots and the points at which you evaluate bumps are fractions such as 3/16. Floats hold them exactly. So "on the edge" means on the edge, and `==` or `<=` can be trusted.

Some arguments are functions, such as `f`. Such a function takes **one number or an array**, and returns one number for each. It always gives the same answer to the same input.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: one bump (3 points)

A bump is 1 on its interval and 0 elsewhere:

$$\text{bump}(x) = \begin{cases} 1 & \text{if left} \le x < \text{right} \\ 0 & \text{otherwise} \end{cases}$$

Write `bump(x, left, right)`. The edges are numbers, with `left` smaller than `right`.

- `x` may be one number: return one number.
- `x` may be an array of any shape: return the same shape.
- Return the numbers 0 and 1, and not `False` and `True`.

One point is for places inside and outside, one for the edges, one for other shapes and lists.

Before you write: two bumps share the edge 1. What is their sum at $x = 1$ with two strict signs? And with two signs $\le$?

<details><summary>Compare with your guess</summary>

With two strict signs it is 0, since neither bump owns the edge. With two signs $\le$ it is 2.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: which part of x is inside?</summary>

Two conditions must hold at once. For an array, each entry needs its own decision.
</details>

<details><summary>Hint 2: Python's `and` complains about my array</summary>

`and` wants a single truth value. `&` works entry by entry, and each comparison beside it needs brackets.

A list can't be compared with a number. `np.asarray(x)` turns it into an array.
</details>

<details><summary>Hint 3: from truth to numbers</summary>

`np.where` chooses between two numbers, entry by entry. It can also be done by multiplication: `True * 1.0` is 1.0.
</details>
"""


# %% answer="bump"
def bump(x, left, right):
    """Return 1 where left <= x < right, and 0 elsewhere."""
    ### BEGIN SOLUTION
    x = np.asarray(x)
    return np.where((left <= x) & (x < right), 1.0, 0.0)
    ### END SOLUTION


# %% examples="bump"
checks.examples(
    bump,
    [
        ((0.5, 0.0, 1.0), 1.0),
        ((-0.5, 0.0, 1.0), 0.0),
        ((0.0, 0.0, 1.0), 1.0),
        ((1.0, 0.0, 1.0), 0.0),
        (([-3, -2, 0, 2, 3], -2, 2), [0, 1, 1, 0, 0]),
        ((np.array([[0.25], [0.5]]), 0.5, 0.75), [[0.0], [1.0]]),
    ],
    hints=[
        "0.5 lies inside, so the answer is 1.",
        "-0.5 lies to the left of the interval.",
        "The left edge belongs to the bump.",
        "The right edge does not: it is the left edge of the next bump.",
        "Each entry of a list needs its own decision.",
        "Two rows go in, so two rows come out.",
    ],
)

# %% tests="bump" points=3
# Grading: other intervals, other shapes, and the edges themselves. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "bump", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: how high? (2 points)

Cut an interval into bins. Bin $i$ goes from edge $e_i$ to edge $e_{i+1}$. Its bump is as high as the curve in the **middle** of the bin:

$$c_i = f\left(\frac{e_i + e_{i+1}}{2}\right)$$

Write `bump_heights(f, edges)`. `edges` has shape `(n_bins + 1,)`, with at least two edges in increasing order. The bins may have different widths. Return the heights, shape `(n_bins,)`.

Before you write: $f(x) = x^2$ and the edges are 0, 1 and 3. How many heights are there, and what are they?

<details><summary>Compare with your guess</summary>

Two: the middles are 0.5 and 2, so the heights are 0.25 and 4.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one number fewer</summary>

Between five fence posts there are four gaps. All edges but the last begin a bin, and all but the first end one.
</details>

<details><summary>Hint 2: all the middles at once</summary>

`edges[:-1]` holds the left edges, and `edges[1:]` the right ones. These are slices of an array. For lists, `+` means something else.
</details>

<details><summary>Hint 3: my heights are slightly off for whole numbers</summary>

The middle between 0 and 1 is 0.5. The division `//` rounds down, and an array of integers can't hold a half. And ask `f` in the middle; do not average its values at the edges.
</details>
"""


# %% answer="bump_heights"
def bump_heights(f, edges):
    """Return f in the middle of each bin."""
    ### BEGIN SOLUTION
    edges = np.asarray(edges, dtype=float)
    return f((edges[:-1] + edges[1:]) / 2)
    ### END SOLUTION


# %% examples="bump_heights"
checks.examples(
    bump_heights,
    [
        ((np.square, np.array([0.0, 1.0, 3.0])), [0.25, 4.0]),
        ((np.negative, np.array([-4.0, -2.0, 0.0, 2.0])), [3.0, 1.0, -1.0]),
        ((np.square, [3, 4]), [12.25]),
    ],
    hints=[
        "The middles are 0.5 and 2. Their squares are the heights.",
        "Four edges make three bins, with the middles -3, -1 and 1.",
        "One bin, given as a list of whole numbers. Its middle is 3.5.",
    ],
)

# %% tests="bump_heights" points=2
# Grading: other curves, bins of other widths, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "bump_heights", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: the sum of bumps (3 points)

Now put the bumps side by side. The edges are shared, and each bump has its own height:

$$g(x) = \sum_i c_i \, \text{bump}(x, e_i, e_{i+1})$$

Write `bump_sum(x, edges, heights)`. `edges` has shape `(n_bins + 1,)`, in increasing order, and `heights` has shape `(n_bins,)`. There is at least one bin. `x` may be one number or an array of any shape, and the result has that shape.

Every bin is half-open, the last one too. So at the last edge, and everywhere outside the bins, the sum is 0.

One point is for places inside the bins. One is for the edges and for places outside. The third is for other shapes and lists.

Before you write: edges 0, 1, 2 and heights 5, 7. What is the sum at 1, at 2, and at −1?

<details><summary>Compare with your guess</summary>

It is 7 at the inner edge, 0 at the last edge, and 0 outside.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: a sum of what?</summary>

Start from zeros in the shape of `x`. Then go from bin to bin and add what this bump gives: its height where `x` is inside, else 0.

`x`, `edges` and `heights` may be lists. `np.asarray` helps.
</details>

<details><summary>Hint 2: an edge gives 0, or both heights</summary>

Each edge belongs to one bin only, the one that begins there. Compare your signs with exercise 1.
</details>

<details><summary>Hint 3: I look the bin up instead of adding</summary>

That works as well, but take care of three places. To the left of all edges an index of −1 means the *last* bin. Beyond the last edge there is no bin. And on an edge `np.searchsorted` has a choice: read about its `side`.
</details>
"""


# %% answer="bump_sum"
def bump_sum(x, edges, heights):
    """Return the sum of the bumps between neighbouring edges."""
    ### BEGIN SOLUTION
    x, total = np.asarray(x), np.zeros(np.shape(x))
    for left, right, height in zip(edges[:-1], edges[1:], heights, strict=True):
        total = total + height * ((left <= x) & (x < right))
    return total
    ### END SOLUTION


# %% examples="bump_sum"
checks.examples(
    bump_sum,
    [
        ((np.array([0.5, 1.5]), np.array([0.0, 1.0, 2.0]), np.array([5.0, 7.0])), [5.0, 7.0]),
        ((1.0, [0, 1, 2], [5, 7]), 7.0),
        ((0.0, [0, 1, 2], [5, 7]), 5.0),
        ((2.0, [0, 1, 2], [5, 7]), 0.0),
        (([-9, -1, 3], [0, 1, 2], [5, 7]), [0.0, 0.0, 0.0]),
        (([[4, 0], [-1, 2]], [-2, 0, 1, 8], [0.5, 3, -1]), [[-1.0, 3.0], [0.5, -1.0]]),
    ],
    hints=[
        "0.5 lies in the first bin, 1.5 in the second.",
        "The edge 1 belongs to the second bin alone: not 0, not 5, not 12.",
        "The first edge belongs to the first bin.",
        "The last bin is half-open too: at the last edge the sum is 0.",
        "Outside all bins nothing is added.",
        "The result has the shape of x, here (2, 2). The bins have different widths.",
    ],
)

# %% tests="bump_sum" points=3
# Grading: other bins and heights, edges, and places outside. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "bump_sum", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: a network through points (4 points)

Stairs are crude. A network of one hidden ReLU layer can run straight from point to point. With one input $x$ and $H$ hidden units it computes

$$g(x) = \sum_{j} w_{2,j} \, \max(0,\; w_{1,j}\, x + b_{1,j}) + b_2$$

Write `relu_interpolant(f, knots)`. `knots` has shape `(n_knots,)`: at least two numbers, in increasing order, perhaps unevenly spaced. Return the tuple `(w1, b1, w2, b2)`:

| part | shape | what it is |
| --- | --- | --- |
| `w1` | `(H,)` | weights of the hidden units |
| `b1` | `(H,)` | their biases |
| `w2` | `(H,)` | weights of the output |
| `b2` | one number | bias of the output |

Three things are asked of $g$:

- it equals $f$ at **every** knot;
- between neighbouring knots it is a straight line;
- it has at most `n_knots` units.

Left of the first knot and right of the last one, $g$ may do what it likes. Many different weights are right. The grader looks at what the network computes, and counts the units. So does the cell below yours, with the function `network`.

One point is for the values at the knots, one for straight lines between uneven knots, one for the number of units. The fourth is for lists and whole numbers.

Before you write: the knots are 0, 1, 2, and the values there 0, 1, 0. Which two ReLUs draw this tent, and with which weights?

<details><summary>Compare with your guess</summary>

One bends at 0 and has weight 1. The other bends at 1. There the slope must turn from 1 to −1 while the first one climbs on, so its weight is −2.
</details>
"""


# %% locked="network"
def network(x, w1, b1, w2, b2):
    """Return what the network computes for each entry of x."""
    hidden = np.maximum(0, np.outer(x, w1) + b1)  # (len(x), H)
    return hidden @ w2 + b2


# %% [markdown]
r"""
<details><summary>Hint 1: one ReLU</summary>

The unit $\max(0, x - k)$ is flat up to $k$ and rises with slope 1 from there. Which `w1` and `b1` does it have? How many such units must be awake between the second knot and the third?
</details>

<details><summary>Hint 2: which weights?</summary>

Behind the second knot *two* ramps add up: the first one goes on for ever. So what must the second one add, to get the slope that you want there? Work it out for the values 0, 1, 0.
</details>

<details><summary>Hint 3: all together</summary>

Put a unit at every knot but the last. The slope of a stretch is its rise divided by its own length. The first unit makes the first slope, and each later one makes the *change* from slope to slope. At the first knot all units are still 0, so `b2` is the height there.

`np.diff` subtracts neighbours, and it has an argument `prepend`.
</details>
"""


# %% answer="relu_interpolant"
def relu_interpolant(f, knots):
    """Return (w1, b1, w2, b2) of a ReLU network that equals f at the knots."""
    ### BEGIN SOLUTION
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)
    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0), values[0]
    ### END SOLUTION


# %% examples="relu_interpolant"
def network_at(f, knots, x):
    parts = relu_interpolant(f, knots)
    if np.size(parts[0]) > len(knots):
        raise ValueError(f"{np.size(parts[0])} units for {len(knots)} knots are too many")
    return network(x, *parts)


checks.examples(
    network_at,
    [
        ((np.abs, np.array([1.0, 3.0]), [1.0, 2.0, 3.0]), [1.0, 2.0, 3.0]),
        ((np.abs, np.array([-1.0, 0.0, 1.0]), [-1.0, 0.0, 1.0]), [1.0, 0.0, 1.0]),
        ((np.square, np.array([0.0, 1.0, 3.0]), [0.0, 1.0, 2.0, 3.0]), [0.0, 1.0, 5.0, 9.0]),
        ((np.negative, [-4, -2, 0], [-4, -3, -2, -1, 0]), [4.0, 3.0, 2.0, 1.0, 0.0]),
        ((np.square, [-2, -1, 1, 2], [-2, -1, 0, 1, 1.5, 2]), [4.0, 1.0, 1.0, 1.0, 2.5, 4.0]),
    ],
    hints=[
        "Two knots: one stretch with slope 1. It begins at height 1.",
        "The slopes are -1 and 1. By how much does the slope change at 0?",
        "The slopes are 1 and (9 - 1) / (3 - 1) = 4.",
        "A list of whole numbers. The slope stays -1: what does the second unit add?",
        "The slopes are -3, 0 and 3. Between the knots the line is straight.",
    ],
)

# %% tests="relu_interpolant" points=4
# Grading: other curves and knots; the units are counted. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "relu_interpolant", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: the worst place (2 points)

How good is an approximation? We judge it by its worst place:

$$\sup_x |f(x) - g(x)|$$

A computer can't try all $x$. So look at $n$ points: evenly spaced, with both ends of the interval among them.

Write `sup_error(f, g, interval, n=10001)`. `interval` holds the two ends, `(low, high)` with `low` smaller than `high`, and `n` is at least 2. Return one number, the largest distance on these points.

`f` and `g` take a whole array at once, and that is fast. Asking them point by point is right too, but takes seconds. In grading one call of your function may take 20 seconds.

Before you write: $f(x) = x$ and $g(x) = x^2$ on the interval from 0 to 1. Where are they farthest apart?

<details><summary>Compare with your guess</summary>

At $x = 0.5$, where they are 0.25 apart. At both ends they meet.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: the points</summary>

`np.linspace` makes evenly spaced points, both ends included. How many does it make by default, and how many do you want?
</details>

<details><summary>Hint 2: distance</summary>

A distance is never negative. If $g$ is far above $f$, the difference is far *below* zero.
</details>

<details><summary>Hint 3: in which order?</summary>

Subtract first, then remove the sign, then take the largest. Any other order measures something else: two curves can have the same highest point and still be far apart.
</details>
"""


# %% answer="sup_error"
def sup_error(f, g, interval, n=10001):
    """Return the largest distance between f and g on n points of the interval."""
    ### BEGIN SOLUTION
    x = np.linspace(interval[0], interval[1], n)
    return np.max(np.abs(f(x) - g(x)))
    ### END SOLUTION


# %% examples="sup_error"
checks.examples(
    sup_error,
    [
        ((np.abs, np.square, (0.0, 1.0)), 0.25),
        ((np.square, np.abs, (0.0, 1.0)), 0.25),
        ((np.abs, np.square, (0.0, 1.0), 4), 2 / 9),
        ((np.negative, np.abs, (0, 3), 2), 6.0),
        ((np.square, np.zeros_like, [-2.0, 1.0], 5), 4.0),
    ],
    hints=[
        "The largest distance is at x = 0.5: 0.5 - 0.25.",
        "The same distance, with the other curve above.",
        "Four points: 0, 1/3, 2/3, 1. The largest distance on them is 2/3 - 4/9.",
        "Two points, both ends: -3 and 3 are 6 apart.",
        "The left end counts as well.",
    ],
)

# %% tests="sup_error" points=2
# Grading: other pairs of functions, other grids. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "sup_error", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: read the exponent (2 points)

Often an error follows a law $\text{error} \approx C\,n^p$, where $n$ counts units or bins. On two logarithmic axes this law is a straight line with slope $p$:

$$\log \text{error} \approx \log C + p \log n$$

Measured points scatter around such a line. The usual choice is the line of **least squares**: it makes the sum of the squared vertical gaps as small as possible. Here the gaps are those of $\log$ error.

Write `error_slope(n_units, errors)`. Both have shape `(n_sizes,)` and hold positive numbers. There are at least two sizes, all different, in any order. Return one number: the slope $p$ of the line of least squares. All points count alike.

Before you write: twice as many bins halve an error. What is $p$? And if they quarter it?

<details><summary>Compare with your guess</summary>

−1 for half of the error, −2 for a quarter.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what is on the axes?</summary>

The logarithm of the size is on the horizontal axis, that of the error on the vertical one. Which logarithm you take makes no difference, as long as both are the same.
</details>

<details><summary>Hint 2: the sign</summary>

More units and less error: the line falls, and a falling line has a negative slope.
</details>

<details><summary>Hint 3: the line through many points</summary>

`np.polyfit` with degree 1 fits it. Look up in which order it returns slope and height. By hand: subtract the means. Then divide the sum of the products by the sum of the squares of the horizontal part.
</details>
"""


# %% answer="error_slope"
def error_slope(n_units, errors):
    """Return the slope of the line of least squares through the logarithms."""
    ### BEGIN SOLUTION
    return np.polyfit(np.log(n_units), np.log(errors), 1)[0]
    ### END SOLUTION


# %% examples="error_slope"
checks.examples(
    error_slope,
    [
        (([10, 20, 40], [0.8, 0.4, 0.2]), -1.0),
        (([40, 10, 20], [0.01, 0.16, 0.04]), -2.0),
        ((np.array([1.0, 100.0]), np.array([5.0, 50.0])), 0.5),
        (([1, 10, 100], [1.0, 0.001, 0.01]), -1.0),
    ],
    hints=[
        "Twice the units, half the error: the exponent is -1.",
        "Twice the units, a quarter of the error. The order of the points does not matter.",
        "100 times the units and 10 times the error: 100 to the power 0.5 is 10.",
        "In powers of ten: errors 0, -3, -2 for sizes 0, 1, 2. The best line falls by 1 a step.",
    ],
)

# %% tests="error_slope" points=2
# Grading: other exponents, and points that scatter. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "error_slope", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 7: fold and fold again (3 points)

The tent map rises from 0 to 1 on the first half of the interval, and falls back to 0 on the second half:

$$t(x) = \begin{cases} 2x & \text{if } x \le 0.5 \\ 2 - 2x & \text{if } x > 0.5 \end{cases}$$

A deep network feeds one tent into the next: $t(t(x))$, then $t(t(t(x)))$. The number of tents is the `depth`.

Write `tent(x, depth)`. `x` is one number from 0 to 1, or an array of any shape that holds such numbers. The result has the shape of `x`. `depth` is a whole number, 0 or more. With depth 0 there is no fold, and the result is `x` itself.

One point is for one fold, one for several and for none. The third is for other shapes and lists.

Before you write: where does $t(t(x))$ reach 1?

<details><summary>Compare with your guess</summary>

Where the inner tent gives 0.5: at 0.25 and at 0.75.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one fold first</summary>

Write it for depth 1. `np.where` or `np.minimum` decides for each entry. An `if` decides once for all of them.

`np.asarray(x)` turns a list into an array.
</details>

<details><summary>Hint 2: from one to many</summary>

The second tent does not see $x$ any more. It sees what came out of the first. Which variable must change in your loop?
</details>

<details><summary>Hint 3: my array has changed afterwards</summary>

`x[x > 0.5] = ...` and `x *= 2` write into the caller's array. `x = 2 * x` makes a new one.
</details>
"""


# %% answer="tent"
def tent(x, depth):
    """Return the tent map of x, applied depth times."""
    ### BEGIN SOLUTION
    x = np.asarray(x)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 2 - 2 * x)
    return x
    ### END SOLUTION


# %% examples="tent"
checks.examples(
    tent,
    [
        ((0.25, 1), 0.5),
        ((0.75, 1), 0.5),
        ((np.array([0.0, 0.5, 1.0]), 1), [0.0, 1.0, 0.0]),
        ((0.75, 2), 1.0),
        (([0, 0.125, 0.25, 0.375, 0.5], 2), [0.0, 0.5, 1.0, 0.5, 0.0]),
        (([[0.3125], [0.7]], 0), [[0.3125], [0.7]]),
        ((0.3125, 3), 0.5),
    ],
    hints=[
        "On the first half the line rises with slope 2.",
        "On the second half it falls: 2 - 1.5.",
        "0 at both ends, 1 in the middle.",
        "One fold takes 0.75 to 0.5. What does the next one make of 0.5?",
        "Two folds have two tops, at 0.25 and at 0.75.",
        "No fold: x comes back as it is.",
        "0.3125 goes to 0.625, then to 0.75, then to 0.5.",
    ],
)

# %% tests="tent" points=3
# Grading: other places and depths, other shapes. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "tent", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 8: count the pieces (1 point)

How many linear pieces, straight stretches from bend to bend, has the tent map between 0 and 1?

Write `n_linear_pieces(depth)`. It returns a whole number: the pieces after `depth` folds. `depth` is a whole number from 0 to 50. Without a fold the line is one piece. A drawing, or a grid of points, won't do for 50 folds. The time for one call is limited, too.

Before you write: draw one, two and three folds on paper and count. Do you add pieces from fold to fold, or multiply them?

<details><summary>Compare with your guess</summary>

2, 4 and 8. You multiply: the next fold runs through the whole picture twice.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what does a fold do?</summary>

One more fold runs through the whole of the earlier picture *twice*: once on the way up, and once on the way down.
</details>

<details><summary>Hint 2: small numbers mislead</summary>

After one fold and after two folds, several formulas agree. Count the pieces of three folds before you choose.
</details>

<details><summary>Hint 3: how fast does it grow?</summary>

Each fold multiplies the pieces by the same number. Start from the one piece of depth 0.
</details>
"""


# %% answer="n_linear_pieces"
def n_linear_pieces(depth):
    """Return how many straight pieces the tent map has after depth folds."""
    ### BEGIN SOLUTION
    return 2**depth
    ### END SOLUTION


# %% examples="n_linear_pieces"
checks.examples(
    n_linear_pieces,
    [((1,), 2), ((3,), 8), ((0,), 1), ((20,), 1_048_576)],
    hints=[
        "One fold: up, then down.",
        "Three folds: four tents side by side.",
        "Without a fold there is one straight line.",
        "A thousand times a thousand, and a bit more.",
    ],
)

# %% tests="n_linear_pieces" points=1
# Grading: other depths, small and large. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a6_approximation", "n_linear_pieces", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All eight example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

Your functions fit together. For fun, paste this into a new cell at the end:

```python
sizes, stairs, lines = [16, 32, 64, 128], [], []
for n in sizes:
    edges = np.linspace(0, 3, n + 1)
    heights, parts = bump_heights(np.sin, edges), relu_interpolant(np.sin, edges)
    stairs.append(sup_error(np.sin, lambda x: bump_sum(x, edges, heights), (0, 2.999)))
    lines.append(sup_error(np.sin, lambda x: network(x, *parts), (0, 3)))
print(error_slope(sizes, stairs), error_slope(sizes, lines))
```

Which two numbers do you expect? And what happens to the first one if you replace 2.999 by 3?

You can now build networks whose weights nobody trained. In notebook 07, too much freedom meets too few samples.
"""
