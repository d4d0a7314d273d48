# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 3: Activations

**90 minutes, 20 points.** Work through notebook 03 first.

You will be able to

- write five activation functions that no number breaks;
- write their slopes, with one rule for the kink at 0;
- measure which share of a layer is saturated;
- write a maxout layer, and build ReLU and leaky ReLU from it;
- say where the sigmoid is still the right choice.

The notes' section is *Commonly used activation functions* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

There are twelve short functions and one question to answer in words. Each function has the same three parts.

1. **Your cell.** Write your code there and delete the line that raises an error. Run your own cell first.
2. **Examples.** Then run the cell below yours. It compares your answer with numbers worked out by hand, and tells you at once.
3. **Grading.** Later the grader calls your function with *other* inputs. Each check that you pass earns its points, so a half-right answer is worth something. Most checks are worth half a point.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there.

You may call one of your functions from another. But then a mistake in the first one is a mistake in both.
"""

# %% [markdown]
r"""
### What holds for every exercise

- **z** is the weighted sum of a neuron. It comes as one number, as a list (also a list of lists), or as an array of any shape. It holds at least one number.
- **The result has the shape of z**: one number for one number, an array or a list for the others. Exercises 5, 10, 11 and 12 name their own shapes.
- Arrays may hold whole numbers or float32. The result is still right to four digits, with its fractions.
- Results are numbers. `True` and `False` are not.
- Numbers may be as large as 10,000, to both sides. No result is `nan`, and no call stops with an error.
- No function changes its arguments.

A loop is as right as a formula for arrays. Printing and warnings from Python cost no points.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercises 1 and 2: two S-shaped curves (2 points)

The sigmoid squashes any number into the interval from 0 to 1:

$$\sigma(z) = \frac{1}{1 + e^{-z}}$$

**Exercise 1.** Write `sigmoid(z)` for numbers, lists and arrays. (1 point)

Before you write: what is $\sigma(\ln 3)$ as a fraction? And what happens to your formula at $z = -1000$?

<details><summary>Compare with your guess</summary>

It is 3/4. At −1000 the formula asks for $e^{1000}$, which no float can hold. NumPy takes it for infinity, warns, and arrives at 0. `math.exp` stops with an error.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: lists and arrays</summary>

A list has no minus sign: `-[1, 2]` is an error. `np.asarray(z)` turns a list into an array, and leaves an array as it is.
</details>

<details><summary>Hint 2: nan, or an error, for large numbers</summary>

Two exponentials in one fraction can both be infinite, and their ratio is `nan`. `math.exp(1000)` stops with an error.
</details>

<details><summary>Hint 3: a form that is always safe</summary>

Notebook 03 has a rule: take exponentials of negative numbers only. `np.exp(-np.abs(z))` keeps it. How do you write $\sigma$ with this number for $z \ge 0$, and how for $z < 0$?
</details>
"""


# %% answer="sigmoid"
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for each entry of z."""
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)
    ### END SOLUTION


# %% examples="sigmoid"
checks.examples(
    sigmoid,
    [
        ((0.0,), 0.5),
        ((np.log(3),), 0.75),
        (([[np.log(4), -np.log(4)], [0, np.log(9)]],), [[0.8, 0.2], [0.5, 0.9]]),
        (([-1e4, 1e4],), [0.0, 1.0]),
    ],
    hints=[
        "exp(0) is 1, so this is 1 / (1 + 1).",
        "exp(-ln 3) is one third.",
        "A list of lists, shape (2, 2): each entry on its own.",
        "Read hints 2 and 3: no exponential of a large number is needed.",
    ],
)

# %% tests="sigmoid" points=1
# Grading: other numbers, lists and arrays, large ones too. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "sigmoid", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
**Exercise 2.** Tanh is a stretched sigmoid:

$$\tanh(z) = 2\,\sigma(2z) - 1$$

Write `tanh_from_sigmoid(z)`. (1 point) Only the numbers are graded, but try the way through $\sigma$. `np.tanh` is there to compare.

Before you write: the formula has two 2s. What is the range without the outer one, and what is wrong without the inner one?

<details><summary>Compare with your guess</summary>

Without the outer 2 the range goes from −1 to 0. Without the inner one the curve is half as steep, though its range is right.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Work from the inside out: first double z, then the sigmoid, then stretch and shift.
</details>

<details><summary>Hint 2: lists</summary>

`2 * [1, 2]` is `[1, 2, 1, 2]`. Turn a list into an array before you double it.
</details>

<details><summary>Hint 3: the range is right, the numbers are not</summary>

At $z = \ln 2$ the result is 0.6. If you get one third, look at what you hand to the sigmoid.
</details>
"""


# %% answer="tanh_from_sigmoid"
def tanh_from_sigmoid(z):
    """Return tanh of each entry of z, computed by way of the sigmoid."""
    ### BEGIN SOLUTION
    return 2 * sigmoid(2 * np.asarray(z, dtype=float)) - 1
    ### END SOLUTION


# %% examples="tanh_from_sigmoid"
checks.examples(
    tanh_from_sigmoid,
    [
        ((0.0,), 0.0),
        ((np.log(2),), 0.6),
        (([-np.log(2), 0, np.log(3)],), [-0.6, 0.0, 0.8]),
        (([-1e4, 1e4],), [-1.0, 1.0]),
    ],
    hints=[
        "sigma(0) is one half. Stretch it by 2 and shift it by 1.",
        "sigma(2 ln 2) is sigma(ln 4), and that is 0.8.",
        "Three entries, three results. Is the list an array before you double it?",
        "The sigmoid gets -20000 here. Is it safe?",
    ],
)

# %% tests="tanh_from_sigmoid" points=1
# Grading: other numbers, lists and arrays, large ones too. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "tanh_from_sigmoid", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercises 3 and 4: ReLU, and one that leaks (3 points)

**Exercise 3.** ReLU is the larger of 0 and $z$, entry by entry. Write `relu(z)`. (1 point)

Before you write: `np.max` and `np.maximum` both exist. Which one looks for a single winner?

<details><summary>Compare with your guess</summary>

`np.max` does: one winner for the whole array. `np.maximum` compares entry by entry.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: an if is not enough</summary>

An `if` decides once. An array needs a decision for each entry.
</details>

<details><summary>Hint 2: which function of NumPy?</summary>

`np.maximum` compares two things entry by entry. `np.where(condition, a, b)` chooses entry by entry.
</details>

<details><summary>Hint 3: my z changes</summary>

`z[z < 0] = 0` writes into the array of whoever called you. Make a copy first, or build a new array.
</details>
"""


# %% answer="relu"
def relu(z):
    """Return the larger of 0 and z, entry by entry."""
    ### BEGIN SOLUTION
    return np.maximum(0.0, z)
    ### END SOLUTION


# %% examples="relu"
checks.examples(
    relu,
    [
        ((3.0,), 3.0),
        ((-3.0,), 0.0),
        (([-2, 0, 2.5],), [0.0, 0.0, 2.5]),
        ((np.array([[-1.0, 4.0], [0.5, -7.0]]),), [[0.0, 4.0], [0.5, 0.0]]),
        (([-1e4, 1e4],), [0.0, 1e4]),
    ],
    hints=[
        "3 is larger than 0.",
        "0 is larger than -3.",
        "Three entries, three decisions; and 2.5 keeps its fraction.",
        "The result has the shape of z, and z stays as it was.",
        "There is no upper end.",
    ],
)

# %% tests="relu" points=1
# Grading: other numbers, lists and arrays. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "relu", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
**Exercise 4.** Leaky ReLU has a small slope $\alpha$ on the left:

$$f(z) = \begin{cases} z & \text{if } z > 0 \\ \alpha z & \text{else} \end{cases}$$

Write `leaky_relu(z, alpha=0.01)`. (2 points) Here `alpha` is one number. It may be any number: 0, above 1, negative too. It is never larger than 10 in size.

Before you write: many write $\max(z, \alpha z)$ for short. What does that give for $\alpha = 2$ at $z = -1$, and at $z = 1$?

<details><summary>Compare with your guess</summary>

It gives −1 and 2, but −2 and 1 are right. Above 1 the short form is wrong on both sides.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what decides?</summary>

The sign of z decides which branch an entry takes. The size of alpha has no say in it.
</details>

<details><summary>Hint 2: both branches at once</summary>

`np.where(condition, a, b)` takes from `a` where the condition holds, and from `b` elsewhere.
</details>

<details><summary>Hint 3: whole numbers come out</summary>

An array of whole numbers can't keep -0.02: it is cut off to 0. Write into a new array of floats, `np.asarray(z, dtype=float)`, or into none at all.
</details>
"""


# %% answer="leaky_relu"
def leaky_relu(z, alpha=0.01):
    """Return z where it is positive, else alpha z."""
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * z)
    ### END SOLUTION


# %% examples="leaky_relu"
checks.examples(
    leaky_relu,
    [
        ((-3.0,), -0.03),
        (([-2, 0, 5],), [-0.02, 0.0, 5.0]),
        (([-2.0, 4.0], 0.1), [-0.2, 4.0]),
        (([-2.0, 4.0], 2.0), [-4.0, 4.0]),
        (([-2.0, 4.0], -0.5), [1.0, 4.0]),
    ],
    hints=[
        "Left of 0 the usual alpha is 0.01.",
        "Three entries, three decisions; and -0.02 keeps its fraction.",
        "The second argument takes the place of 0.01.",
        "With alpha 2 the left side is steeper than the right. Who decides the branch?",
        "A negative alpha folds the left side up: -0.5 times -2.",
    ],
)

# %% tests="leaky_relu" points=2
# Grading: other numbers, lists and arrays, other alphas. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "leaky_relu", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: an alpha for each unit (2 points)

In PReLU, training finds $\alpha$, and each unit has its own. The rows of $z$ are samples, the columns are units:

$$f(z_{ij}) = \begin{cases} z_{ij} & \text{if } z_{ij} > 0 \\ \alpha_j z_{ij} & \text{else} \end{cases}$$

Write `prelu(z, alpha)`.

- `z` has shape `(n_samples, n_units)`, always two axes.
- `alpha` has shape `(n_units,)`. Its entries may be above 1, 0 or negative.
- The result has the shape of `z`.

Before you write: `z` has shape `(4, 3)`. Which shape has `alpha`, and which numbers meet in `alpha * z`? What if `z` has shape `(3, 3)`?

<details><summary>Compare with your guess</summary>

`alpha` has shape `(3,)`, and each column meets its own entry. A square `z` hides a mistake: there the alphas fit down the rows as well, without an error.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: how is this different from exercise 4?</summary>

There alpha was one number. Here column 0 uses `alpha[0]`, column 1 uses `alpha[1]`, and so on.
</details>

<details><summary>Hint 2: do I need a loop over the columns?</summary>

You may write one. NumPy also pairs the *last* axis of `z` with the only axis of `alpha`, by itself.
</details>

<details><summary>Hint 3: right for some shapes only</summary>

If a square `z` comes out wrong, your alphas run down the rows: `alpha[:, None]` does that. If an alpha of 2 comes out wrong, read hint 1 of exercise 4.
</details>
"""


# %% answer="prelu"
def prelu(z, alpha):
    """Return z where it is positive, else z times the alpha of its column."""
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.asarray(alpha) * z)
    ### END SOLUTION


# %% examples="prelu"
checks.examples(
    prelu,
    [
        (([[-2.0, -2.0], [3.0, 3.0]], [0.5, 0.25]), [[-1.0, -0.5], [3.0, 3.0]]),
        ((np.array([[-4.0, 8.0, -4.0]]), np.array([0.5, 0.5, 0.25])), [[-2.0, 8.0, -1.0]]),
        (([[-1, 4, -10]], [2, 2, -0.1]), [[-2.0, 4.0, 1.0]]),
        (([[-4.0], [6.0]], [0.25]), [[-1.0], [6.0]]),
    ],
    hints=[
        "The first column is scaled by 0.5, the second by 0.25.",
        "One sample, three units: the shape is (1, 3).",
        "Alphas above 1 and below 0: the sign of z alone decides the branch.",
        "Two samples, one unit: the shape is (2, 1).",
    ],
)

# %% tests="prelu" points=2
# Grading: other layers and other alphas. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "prelu", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercises 6 and 7: slopes of the S-shaped curves (3 points)

The slope says how much of a gradient passes through a unit. The sigmoid's slope can be read off its output:

$$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$$

**Exercise 6.** Write `sigmoid_slope(z)`, the slope at $z$. (2 points) The argument is the sum z, not the output.

Before you write: how large is the slope at most, and where? What must come out at 10,000?

<details><summary>Compare with your guess</summary>

A quarter, at 0. At 10,000 the curve is flat, so 0 must come out.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what stands in the formula?</summary>

The formula has $\sigma(z)$ twice and z alone nowhere. Compute the output first and give it a name of its own.
</details>

<details><summary>Hint 2: how do I test a slope?</summary>

Exercise 1 of notebook 03 measures slopes with a small step to both sides. Compare a few numbers with your formula.
</details>

<details><summary>Hint 3: nan for large numbers</summary>

$e^{-z} / (1 + e^{-z})^2$ is right on paper. At $z = -1000$ it is infinity over infinity. Is the slope the same at z and at −z?
</details>
"""


# %% answer="sigmoid_slope"
def sigmoid_slope(z):
    """Return the slope of the sigmoid at each entry of z."""
    ### BEGIN SOLUTION
    a = sigmoid(z)
    return a * (1 - a)
    ### END SOLUTION


# %% examples="sigmoid_slope"
checks.examples(
    sigmoid_slope,
    [
        ((0.0,), 0.25),
        ((np.log(3),), 0.1875),
        (([[-np.log(3), np.log(4)]],), [[0.1875, 0.16]]),
        (([-1e4, 0, 1e4],), [0.0, 0.25, 0.0]),
    ],
    hints=[
        "The output at 0 is one half: 0.5 times 0.5.",
        "The output is 0.75, so the slope is 0.75 times 0.25.",
        "Shape (1, 2). The outputs are 0.25 and 0.8.",
        "Far out the curve is flat. Read hint 3.",
    ],
)

# %% tests="sigmoid_slope" points=2
# Grading: other numbers, lists and arrays, large ones too. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "sigmoid_slope", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
**Exercise 7.** For tanh it is

$$\tanh'(z) = 1 - \tanh^2(z)$$

Write `tanh_slope(z)`. (1 point) Again the argument is the sum z. `np.tanh` is safe for all numbers, and you may use it.

Before you write: how many times as steep as the sigmoid is tanh at 0?

<details><summary>Compare with your guess</summary>

Four times: the slopes at 0 are 1 and 1/4.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what is squared?</summary>

$\tanh^2(z)$ is the square of the output. First tanh, then the square.
</details>

<details><summary>Hint 2: a number to test with</summary>

At $\ln 2$ the output is 0.6. What is 1 minus its square?
</details>

<details><summary>Hint 3: a negative slope?</summary>

Tanh never falls, so its slope is never negative. If yours is, z itself was squared.
</details>
"""


# %% answer="tanh_slope"
def tanh_slope(z):
    """Return the slope of tanh at each entry of z."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %% examples="tanh_slope"
checks.examples(
    tanh_slope,
    [
        ((0.0,), 1.0),
        ((np.log(2),), 0.64),
        (([[-np.log(2), np.log(3)]],), [[0.64, 0.36]]),
        (([-1e4, 0, 1e4],), [0.0, 1.0, 0.0]),
    ],
    hints=[
        "The output at 0 is 0: nothing is taken away from 1.",
        "The output is 0.6, so the slope is 1 - 0.36.",
        "Shape (1, 2). The outputs are -0.6 and 0.8.",
        "Far out the curve is flat: the slope is 0.",
    ],
)

# %% tests="tanh_slope" points=1
# Grading: other numbers, lists and arrays, large ones too. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "tanh_slope", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercises 8 and 9: slopes with a kink (2 points)

At 0 both curves have a kink. On paper there is no slope there. This course has one rule for both: **0 belongs to the left side.**

| | $z > 0$ | $z = 0$ | $z < 0$ |
| --- | --- | --- | --- |
| ReLU | 1 | 0 | 0 |
| leaky ReLU | 1 | $\alpha$ | $\alpha$ |

**Exercise 8.** Write `relu_slope(z)`. (1 point) Return the numbers 1 and 0, not `True` and `False`.

Before you write: do you need `>` or `>=`?

<details><summary>Compare with your guess</summary>

At 0 the table wants 0, and 0 is not larger than 0. So the strict sign.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: does the slope depend on the size of z?</summary>

No. On each side the curve is a straight line, so there are two slopes only.
</details>

<details><summary>Hint 2: I get True and False</summary>

`z > 0` answers yes or no. `np.where(condition, a, b)` turns such answers into two numbers of your choice.
</details>

<details><summary>Hint 3: one half at 0</summary>

A slope that is *measured* with a step to both sides is one half at the kink. Use the table instead.
</details>
"""


# %% answer="relu_slope"
def relu_slope(z):
    """Return 1 where z is positive, else 0."""
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


# %% examples="relu_slope"
checks.examples(
    relu_slope,
    [
        ((3.0,), 1.0),
        (([-2, 5],), [0.0, 1.0]),
        ((np.array([[0.2, -0.2, 0.0]]),), [[1.0, 0.0, 0.0]]),
    ],
    hints=[
        "To the right of 0 the output grows as fast as z.",
        "Two entries, two slopes, and both are numbers.",
        "0 belongs to the left side.",
    ],
)

# %% tests="relu_slope" points=1
# Grading: other numbers, lists and arrays. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "relu_slope", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
**Exercise 9.** Write `leaky_relu_slope(z, alpha=0.01)`. (1 point) As in exercise 4, `alpha` is one number, which may be above 1, 0 or negative.

Before you write: for ReLU you can look at the output instead of z, and still decide rightly. For which alpha does that go wrong here?

<details><summary>Compare with your guess</summary>

For a negative one. Then the outputs are positive on both sides, and only z tells them apart.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: how many different numbers can come out?</summary>

Two: 1 and alpha. The slope is not a multiple of z.
</details>

<details><summary>Hint 2: what decides?</summary>

The sign of z does. The output has the same sign only if alpha is positive.
</details>

<details><summary>Hint 3: an alpha above 1</summary>

Then the left side is the steeper one. A choice by size, such as "the larger of the two slopes", goes wrong.
</details>
"""


# %% answer="leaky_relu_slope"
def leaky_relu_slope(z, alpha=0.01):
    """Return 1 where z is positive, else alpha."""
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, alpha)
    ### END SOLUTION


# %% examples="leaky_relu_slope"
checks.examples(
    leaky_relu_slope,
    [
        (([-2, 3],), [0.01, 1.0]),
        (([[-2.0, 0.0, 3.0]], 0.1), [[0.1, 0.1, 1.0]]),
        ((np.array([-2.0, 0.0, 3.0]), 2.0), [2.0, 2.0, 1.0]),
        ((-4.0, -0.5), -0.5),
    ],
    hints=[
        "The slopes are 0.01 and 1, whatever the size of z.",
        "0 belongs to the left side.",
        "With alpha 2 the left side is the steeper one.",
        "A negative alpha: the curve falls on the left.",
    ],
)

# %% tests="leaky_relu_slope" points=1
# Grading: other numbers, lists and arrays, other alphas. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "leaky_relu_slope", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 10: how much of a layer is saturated? (2 points)

Notebook 03 says: a unit is saturated for a sample where its **slope** is almost 0. In this course that means *below* .01.

Write `saturated_fraction(slopes, threshold=0.01)`.

- `slopes` holds slopes that are already computed: a list, a list of lists, or an array of any shape. None is negative, and there is at least one.
- The result is **one number** from 0 to 1: the share of all entries that are below the threshold.
- Below means `<`. A slope that equals the threshold is not saturated.

Before you write: a sigmoid puts out .999. Is it saturated there? And what would .999 mean as a slope?

<details><summary>Compare with your guess</summary>

Yes: its slope is .999 times .001, and that is below .01. A slope of .999 is steep.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what is handed over?</summary>

Slopes, not outputs and not sums. There is no activation to compute: only compare and count.
</details>

<details><summary>Hint 2: two axes</summary>

With 4 samples and 3 units there are 12 entries. `len(slopes)` is 4 then. An array knows its `size`.
</details>

<details><summary>Hint 3: counting without a loop</summary>

A comparison of an array gives `True` and `False`. In a sum or a mean, `True` counts as 1.
</details>
"""


# %% answer="saturated_fraction"
def saturated_fraction(slopes, threshold=0.01):
    """Return the share of slopes below the threshold."""
    ### BEGIN SOLUTION
    return np.mean(np.asarray(slopes) < threshold)
    ### END SOLUTION


# %% examples="saturated_fraction"
checks.examples(
    saturated_fraction,
    [
        (([0.25, 0.005, 0.2, 0.0],), 0.5),
        (([1.0, 0.999],), 0.0),
        (([[1, 0], [0, 0]],), 0.75),
        (([0.04, 0.2, 0.1, 0.06], 0.05), 0.25),
        (([0.01, 0.3],), 0.0),
    ],
    hints=[
        "Two of four are below 0.01.",
        "These are slopes near 1: nothing is flat here.",
        "Four entries altogether, and three of them are 0. The result is one number.",
        "The second argument takes the place of 0.01.",
        "A slope that equals the threshold is not below it.",
    ],
)

# %% tests="saturated_fraction" points=2
# Grading: other slopes, shapes and thresholds. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "saturated_fraction", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 11: a maxout layer (2 points)

A maxout unit computes two weighted sums, each with its own weights and its own bias. It puts out the larger one. Here is a whole layer of them, for a batch of samples:

$$A = \max\left(X W_1^T + b_1,\; X W_2^T + b_2\right)$$

The max compares the two sums of *one* unit for *one* sample.

Write `maxout(X, W1, b1, W2, b2)`.

| | shape | |
| --- | --- | --- |
| `X` | `(n_samples, n_in)` | one sample a row |
| `W1`, `W2` | `(n_out, n_in)` | one unit a row |
| `b1`, `b2` | `(n_out,)` | one number a unit |
| result | `(n_samples, n_out)` | |

`X`, `W1` and `W2` always have two axes. All five may be lists. The shapes always match.

Before you write: 4 samples, 3 inputs, 2 units. Which shape has $X W_1^T$, and how many maxima are taken?

<details><summary>Compare with your guess</summary>

Shape `(4, 2)`, so eight maxima: one for each sample and unit.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Compute the two sums under two names. Both have shape `(n_samples, n_out)`. Then compare them.
</details>

<details><summary>Hint 2: why the transpose?</summary>

A row of `W1` belongs to a row of `X`: same length, `n_in`. The matrix product pairs rows with *columns*, so `W1` has to be turned.
</details>

<details><summary>Hint 3: too few numbers come out</summary>

`np.max` looks for the winner among all units or samples. You want a winner between two arrays, entry by entry, as in exercise 3.
</details>
"""


# %% answer="maxout"
def maxout(X, W1, b1, W2, b2):
    """Return the larger of the two sums for each sample and each unit."""
    ### BEGIN SOLUTION
    first = np.asarray(X) @ np.asarray(W1).T + np.asarray(b1)
    second = np.asarray(X) @ np.asarray(W2).T + np.asarray(b2)
    return np.maximum(first, second)
    ### END SOLUTION


# %% examples="maxout"
checks.examples(
    maxout,
    [
        (([[1, 2]], [[3, 0]], [0], [[0, 1]], [0]), [[3.0]]),
        (
            (
                np.array([[1.0, 2.0], [4.0, -1.0], [0.0, 0.0]]),
                np.array([[1.0, 0.0], [0.0, 1.0]]),
                np.zeros(2),
                np.array([[0.0, 1.0], [-1.0, 1.0]]),
                np.zeros(2),
            ),
            [[2.0, 2.0], [4.0, -1.0], [0.0, 0.0]],
        ),
        (([[0], [1]], [[2], [2]], [1, -5], [[2], [-2]], [-1, -3]), [[1.0, -3.0], [3.0, -3.0]]),
    ],
    hints=[
        "The sums are 3 and 2. One sample and one unit: the shape is (1, 1).",
        "First sample: the sums of unit 1 are 1 and 2, those of unit 2 are 2 and 1.",
        "For x = 0 only the biases are left: 1 against -1, and -5 against -3.",
    ],
)

# %% tests="maxout" points=2
# Grading: other layers, one sample, one unit, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "maxout", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 12: special cases of maxout (2 points)

ReLU and leaky ReLU are special cases of maxout, say the notes. Show it: here is an ordinary layer with weights `W` and biases `b`, that puts out $f(X W^T + b)$. Find the maxout layer that puts out the same for every $X$.

Write `as_maxout(activation, W, b, alpha=0.01)`.

- `activation` is the string `"relu"` or `"leaky_relu"`. No other name is asked for.
- `W` has shape `(n_out, n_in)`, `b` has shape `(n_out,)`. Both may be lists.
- `alpha` lies from 0 to 1. For `"relu"` it may be given too, and has no effect.
- The result is a tuple of four arrays `(W1, b1, W2, b2)`, in the shapes of `W`, `b`, `W` and `b`. Which piece comes first is up to you.

Before you write: which two straight lines make up leaky ReLU? And why does the trick end at $\alpha = 1$?

<details><summary>Compare with your guess</summary>

The lines $z$ and $\alpha z$. Up to $\alpha = 1$ the larger one is $z$ on the right and $\alpha z$ on the left, as it should be. Beyond 1 they change places.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one unit, one input</summary>

Draw ReLU of $2x + 1$ on paper. It consists of two straight lines. What is the weight and the bias of each?
</details>

<details><summary>Hint 2: the left line</summary>

For leaky ReLU, the left line is $\alpha$ times the *whole* sum. A sum has a bias in it.
</details>

<details><summary>Hint 3: the shapes for ReLU</summary>

The left line of ReLU is 0 for every input. `np.zeros` fills any shape with zeros, and `np.shape` tells the shape of a list or an array.
</details>
"""


# %% answer="as_maxout"
def as_maxout(activation, W, b, alpha=0.01):
    """Return (W1, b1, W2, b2) that make maxout equal to the activation of X W^T + b."""
    ### BEGIN SOLUTION
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    if activation == "relu":
        return np.zeros(W.shape), np.zeros(b.shape), W, b
    return alpha * W, alpha * b, W, b
    ### END SOLUTION


# %% examples="as_maxout"
def one_unit(x, activation, w, b, *alpha):
    """Build a unit with one input, look at its output for x and at the four shapes."""
    parts = as_maxout(activation, [[w]], [b], *alpha)
    w1, b1, w2, b2 = (float(np.ravel(part)[0]) for part in parts)
    return {
        "output": max(w1 * x + b1, w2 * x + b2),
        "shapes": [list(np.shape(part)) for part in parts],
    }


shapes = [[1, 1], [1], [1, 1], [1]]
checks.examples(
    one_unit,
    [
        ((3.0, "relu", 2.0, 0.0), {"output": 6.0, "shapes": shapes}),
        ((-3.0, "relu", 2.0, 0.0, 0.5), {"output": 0.0, "shapes": shapes}),
        ((-3.0, "leaky_relu", 2.0, 0.0), {"output": -0.06, "shapes": shapes}),
        ((-3.0, "leaky_relu", 2.0, -4.0, 0.1), {"output": -1.0, "shapes": shapes}),
        ((0.0, "relu", 2.0, 4.0), {"output": 4.0, "shapes": shapes}),
        ((0.0, "relu", 2.0, -4.0), {"output": 0.0, "shapes": shapes}),
    ],
    hints=[
        "The sum is 6, and ReLU lets it pass. The parts have the shapes of W, b, W and b.",
        "The sum is -6, so ReLU gives 0. It has no alpha.",
        "The sum is -6, and leaky ReLU gives 0.01 times that.",
        "The sum is -6 - 4 = -10, bias included, and alpha is 0.1.",
        "The sum is the bias alone, 4, and it is positive.",
        "The sum is the bias alone, -4. What is left of it?",
    ],
)

# %% tests="as_maxout" points=2
# Grading: other layers, biases and alphas. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a3_activations", "as_maxout", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 13: where the sigmoid is still right (2 points, in words)

The sigmoid has fallen out of favour, said the notes of 2015. A person will read this answer.

Name **two** places in a network of today where the sigmoid is still used, in two different roles. Say for at least one of them *which property* makes it right there. Then say in one or two sentences why it is a poor choice for the hidden layers of a deep network. Support this with **one number** from notebook 03.

About 80 words are enough.
"""

# %% [markdown] manual="sigmoid_today" points=2
r"""
**Probabilities.** With two classes, the output has to be a probability. The sigmoid lies between 0 and 1, and it equals a softmax of two classes.

**Gates.** An LSTM or a GRU mixes an old state and a new one with shares $1 - g$ and $g$. With a share from 0 to 1 the mixture always lies between the two. With tanh, half of the shares would be negative.

Hidden layers are another matter. The sigmoid's slope is 1/4 at most, so each layer of notebook 03 left .23 of the gradient. After eight layers a hundred-thousandth arrived.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All twelve example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now write activation functions and their slopes, measure saturation, and build one unit out of another. Next comes notebook 04, where these functions are trained.
"""
