# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 1: One neuron

**90 minutes, 20 points.** Work through notebook 01 first.

You will be able to

- compute a neuron in code, for one sample and for many at once;
- repair code that breaks on large numbers;
- turn an input current into spikes per second;
- compute the scores of one layer and of two layers, in the notes' own shapes;
- say where the comparison with biology ends.

The notes' sections are *Quick intro without brain analogies* and *Biological motivation and connections* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

Each exercise has the same three parts.

1. **Your cell.** Write your code there and delete the line that raises an error. Run your own cell first.
2. **Examples.** Then run the cell below yours. It compares your answer with a few numbers worked out by hand, and tells you at once.
3. **Grading.** Later the grader calls your function with *other* inputs. Each check that you pass earns its points, so a half-right answer is worth something.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there.

Any style that gives the right numbers is right: a loop, a matrix product, a list, float32. Printing is fine too. A warning from Python costs no points. Every function keeps three promises:

- it takes lists as well as arrays of any kind;
- it changes none of its arguments;
- it never gives `nan`, even for sums as large as 10,000.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: one neuron (5 points)

A neuron weighs its inputs, adds them up, adds a bias, and squashes the sum:

$$\text{neuron}(x, w, b) = \sigma(w \cdot x + b), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$

Write `neuron(x, w, b)`.

- `x` of shape `(n,)` is one sample: return **one number**.
- `x` of shape `(m, n)` is a batch with one sample a row: return **m numbers**, shape `(m,)`.
- `w` has shape `(n,)`, and `b` is a number.

One point is for a single sample, one for a batch. Large sums earn one point for a sample and one for a batch. The fifth is for lists, other types and unchanged arguments.

Before you write: the weights are $[2, -1]$ and the bias is $0.5$. What does this neuron answer to $[1, 2.5]$, and what to $[500, 0]$? No calculator is needed.

<details><summary>Compare with your guess</summary>

The first sum is $2 - 2.5 + 0.5 = 0$, so the answer is 0.5. The second sum is 1000.5. There the answer is 1, to every digit that a float has.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Compute the sum $z = w \cdot x + b$ first. Look at its shape for one sample and for a batch. Only then think about $\sigma$.

A list has no `@`. `np.asarray(x)` turns a list into an array.
</details>

<details><summary>Hint 2: my function stops or gives nan for large sums</summary>

Which exponential does your code ask for when $z = -800$? And when $z = 800$? A float holds numbers up to about $e^{709}$.
</details>

<details><summary>Hint 3: how do I avoid the large exponential?</summary>

Multiply the top and the bottom of $\sigma(z)$ by $e^{z}$. You get a second form of the same function. One form is safe for $z \ge 0$, the other for $z < 0$. `np.exp(-np.abs(z))` is safe always, and serves both.
</details>
"""


# %% answer="neuron"
def neuron(x, w, b):
    """Return sigma(w.x + b) for one sample, or for each row of a batch."""
    ### BEGIN SOLUTION
    z = np.asarray(x, dtype=float) @ np.asarray(w, dtype=float) + b
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)
    ### END SOLUTION


# %% examples="neuron"
checks.examples(
    neuron,
    [
        (([1.0, 2.5], [2.0, -1.0], 0.5), 0.5),
        ((np.array([1.0, 1.0]), np.array([0.0, 1.0]), np.log(3) - 1), 0.75),
        (([[0, 1], [0, 0], [0, -1]], [5, np.log(4)], 0), [0.8, 0.5, 0.2]),
        (([500, 0], [2, -1], 0.5), 1.0),
        (([-500, 0], [2, -1], 0.5), 0.0),
    ],
    hints=[
        "The sum is 2 * 1 - 1 * 2.5 + 0.5 = 0, and sigma(0) is one half.",
        "The sum is ln 3, so exp(-z) is 1/3.",
        "Three rows, three answers. The sums are ln 4, 0 and -ln 4.",
        "Read hints 2 and 3: no exponential of a large number is needed.",
    ],
)

# %% tests="neuron" points=5
# Grading: other samples, batches, large sums, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a1_neuron", "neuron", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: a class, repaired (3 points)

The notes and the lecture show a neuron as a class. Here is a shortened version with the faults of both:

```python
class Neuron:
    def forward(inputs):
        total = np.sum(inputs * self.weights) + self.bias
        return 1.0 / (1.0 + math.exp(-total))
```

One fault shows at the first call, the other only for some inputs. Can you name the two before you run anything?

Write the class so that `Neuron(weights, bias).forward(inputs)` works. Here `inputs` is one sample, `bias` is a number, and the answer is one number. Two neurons must not disturb each other, and asking twice must give the same answer twice.

One point is for the activation, one for neurons that keep their own weights, one for large sums.
"""

# %% [markdown]
r"""
<details><summary>Hint 1: the fault at the first call</summary>

The call `neuron.forward(inputs)` hands over two things: the object, and the inputs. Does `forward` list `self` first?
</details>

<details><summary>Hint 2: the fault for some inputs</summary>

`math.exp(710)` raises `OverflowError`. For which sums does the code above ask for it?
</details>

<details><summary>Hint 3: what goes where</summary>

`__init__` stores what belongs to this neuron in `self`. `forward` reads it, and stores nothing. You have solved the large sums in exercise 1 already.
</details>
"""


# %% answer="neuron_class"
class Neuron:
    """One neuron that remembers its weights and its bias."""

    def __init__(self, weights, bias):
        ### BEGIN SOLUTION
        self.weights = np.array(weights, dtype=float)
        self.bias = bias
        ### END SOLUTION

    def forward(self, inputs):
        """Return the activation for one sample."""
        ### BEGIN SOLUTION
        z = self.weights @ np.asarray(inputs, dtype=float) + self.bias
        small = np.exp(-abs(z))
        return (1.0 if z >= 0 else small) / (1.0 + small)
        ### END SOLUTION


# %% examples="neuron_class"
checks.examples(
    lambda weights, bias, inputs: Neuron(weights, bias).forward(inputs),
    [
        (([2.0, -1.0], 0.5, [1.0, 2.5]), 0.5),
        (([1.0, 1.0, 1.0], np.log(3), np.array([0.5, -0.2, -0.3])), 0.75),
        (([2.0], 0.0, [-400.0]), 0.0),
    ],
    name="Neuron.forward",
    hints=[
        "Does forward list self first? The sum is 2 * 1 - 1 * 2.5 + 0.5 = 0.",
        "The products cancel, so only the bias is left: ln 3.",
        "The sum is -800. Which exponential does your code ask for?",
    ],
)

# %% tests="neuron_class" points=3
# Grading: other neurons, two at a time, large sums. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a1_neuron", "neuron_class", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: from spikes to a rate (4 points)

A real neuron sends **spikes**, short pulses that all look alike. The **leaky integrate-and-fire neuron** is a simple model of how often.

A constant current $I$ charges the membrane from rest. After $t$ seconds its voltage is

$$v(t) = I\,(1 - e^{-t/\tau})$$

When $v$ reaches the threshold $\theta$, the neuron fires and $v$ returns to 0. Then it rests for the **refractory** time $r$, and the climb begins again. If $I \le \theta$, the voltage never gets past the threshold, and the neuron stays silent.

Write `spike_rate(current, tau, refractory, threshold)`. It returns spikes per second, in Hz. All times are in seconds. `current` may be a number or an array of any shape, and the answer has that shape.

One point is for a current above the threshold, one for silence, one for arrays. The fourth is for other values of `tau`, `refractory` and `threshold`.

Before you write: what is the highest rate that any current can reach with $r = 0.01$ s?

<details><summary>Compare with your guess</summary>

Less than 100 Hz. After each spike the neuron rests for 0.01 s, however strong the current is.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what decides the rate?</summary>

The rate is one divided by the time from one spike to the next. That time has two parts.
</details>

<details><summary>Hint 2: how long is the climb?</summary>

Set $v(t) = \theta$ and solve for $t$. The exponential must stand alone on one side before you take the logarithm.
</details>

<details><summary>Hint 3: arrays with silent and firing entries</summary>

The climb takes $\tau \ln\frac{I}{I - \theta}$ seconds. Use it only where $I > \theta$. A mask does that: start from float zeros, `np.zeros(np.shape(current))`. Then fill in `rate[firing]`.
</details>
"""


# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    """Return the firing rate in Hz of a leaky integrate-and-fire neuron."""
    ### BEGIN SOLUTION
    current = np.asarray(current, dtype=float)
    firing = current > threshold
    driven = current[firing]
    rate = np.zeros(current.shape)
    rate[firing] = 1.0 / (refractory + tau * np.log(driven / (driven - threshold)))
    return rate
    ### END SOLUTION


# %% examples="spike_rate"
checks.examples(
    spike_rate,
    [
        ((np.e / (np.e - 1),), 50.0),
        ((0.8,), 0.0),
        ((1.0,), 0.0),
        (([0.5, np.e / (np.e - 1), 1.0],), [0.0, 50.0, 0.0]),
        (([1, 2],), [0.0, 100 / (1 + np.log(2))]),
        ((2.0, 0.01, 0.0), 100 / np.log(2)),
        ((2 * np.e / (np.e - 1), 0.03, 0.01, 2.0), 25.0),
    ],
    hints=[
        "For this current the climb takes exactly tau: 0.01 s up, 0.01 s of rest.",
        "A current below the threshold gives silence: 0.",
        "At the threshold itself the voltage never gets past it: 0.",
        "Each entry of an array needs its own decision.",
        "Whole numbers go in, fractions come out: 59.06 Hz for 2. Start from float zeros.",
        "Without rest the climb is all there is: tau times ln 2.",
        "All four arguments count: 0.03 s up, 0.01 s of rest, and a threshold of 2.",
    ],
)

# %% tests="spike_rate" points=4
# Grading: other currents and other neurons, numbers and arrays. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a1_neuron", "spike_rate", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: linear scores (3 points)

Now many neurons look at the same picture, without $\sigma$. Each one gives a **score** for its class:

$$s = W x$$

The notes keep a sample in a **column**: for CIFAR-10, `x` has shape `(3072, 1)`. One row of `W` holds the weights of one class, so `W` has shape `(10, 3072)`.

Write `linear_scores(W, x)`. It returns a column of shape `(n_out, 1)`. If the columns of `W` don't match the rows of `x`, it raises `ValueError`.

One point is for the scores. One is for sizes of one, lists and a whole picture, one for the error.

Before you write: how many weights are in that `W`? And what would `W * x` do with a `W` of shape `(3, 3)`?

<details><summary>Compare with your guess</summary>

30,720. And `W * x` would multiply each row by one entry of `x`: the result has shape `(3, 3)` again, because nothing is summed.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: which operation?</summary>

Each score is a sum of products over one row of `W`. That is a matrix product.

`W` and `x` may be lists, which have no `@`. `np.asarray` turns them into arrays.
</details>

<details><summary>Hint 2: NumPy's two multiplications</summary>

`*` works entry by entry and stretches sizes of one until they fit. `@` is the matrix product.
</details>

<details><summary>Hint 3: shapes that do not match</summary>

`@` raises `ValueError` by itself. If you use loops, `np.sum` or `np.einsum`, compare the two sizes first. A size of 1 is the trap.
</details>
"""


# %% answer="linear_scores"
def linear_scores(W, x):
    """Return the scores W x as a column, or raise ValueError if the shapes don't match."""
    ### BEGIN SOLUTION
    return np.asarray(W) @ np.asarray(x)
    ### END SOLUTION


# %% examples="linear_scores"
checks.examples(
    linear_scores,
    [
        (([[1, 2], [0, -1], [3, 0]], [[10], [1]]), [[12.0], [-1.0], [30.0]]),
        (([[1, 2], [3, 4]], [[1], [-1]]), [[-1.0], [-1.0]]),
        ((np.ones((10, 3072)), np.ones((3072, 1))), np.full((10, 1), 3072.0)),
        ((np.ones((2, 3)), np.ones((1, 1))), ValueError),
    ],
    hints=[
        "The first score is 1 * 10 + 2 * 1. The result is a column, shape (3, 1).",
        "The first row of W gives 1 * 1 + 2 * (-1).",
        "Ten classes, ten scores, each the sum of 3072 ones.",
        "Three columns don't match one row, even if NumPy could stretch it.",
    ],
)

# %% tests="linear_scores" points=3
# Grading: other matrices, sizes of one, shapes that don't match. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a1_neuron", "linear_scores", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: two layers (3 points)

Put a second layer on top. Between the two stands a **non-linearity** that turns every negative number into zero:

$$s = W_2 \max(0, W_1 x)$$

In the notes `W1` has shape `(100, 3072)` and `W2` has shape `(10, 100)`.

Write `two_layer_scores(W1, W2, x)`. It returns a column of shape `(n_out, 1)`, and raises `ValueError` if either product doesn't fit.

One point is for the scores. One is for hidden units that are all on or all off, and for lists. The third is for the error.

Before you write: leave out the max in your mind. Which single matrix would then do the whole work?

<details><summary>Compare with your guess</summary>

The product $W_2 W_1$, of shape `(10, 3072)`. It is a linear classifier like that of exercise 4.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: in which order?</summary>

Read the formula from the right: first $W_1 x$, then the max, then $W_2$.
</details>

<details><summary>Hint 2: the max</summary>

It compares *each entry* with 0. A score at the end may be negative; only hidden values are cut off.
</details>

<details><summary>Hint 3: which function of NumPy?</summary>

`np.max(z)` looks for the largest entry. `np.maximum(0, z)` compares entry by entry.
</details>
"""


# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    """Return the scores W2 max(0, W1 x) as a column."""
    ### BEGIN SOLUTION
    hidden = np.maximum(0, np.asarray(W1) @ np.asarray(x))
    return np.asarray(W2) @ hidden
    ### END SOLUTION


# %% examples="two_layer_scores"
checks.examples(
    two_layer_scores,
    [
        (([[1, 1], [1, -1]], [[1, 10], [-1, 0]], [[2], [3]]), [[5.0], [-5.0]]),
        (([[1, 1], [1, -1]], [[1, 10], [-1, 0]], [[3], [2]]), [[15.0], [-5.0]]),
        ((np.eye(2), np.ones((3, 2)), [[-1], [-2]]), np.zeros((3, 1))),
        ((np.eye(2), np.ones((3, 1)), [[1], [2]]), ValueError),
    ],
    hints=[
        "W1 x is 5 and -1. The second is cut off, so the scores are 5 and -5.",
        "W1 x is 5 and 1, both on. The scores are 5 + 10 and -5.",
        "Both hidden units are off, so every score is 0.",
        "Two hidden values don't match one column of W2.",
    ],
)

# %% tests="two_layer_scores" points=3
# Grading: other networks, hidden units on and off, shapes. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a1_neuron", "two_layer_scores", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: where the comparison ends (2 points, in words)

The notes call their neuron a *very coarse* model. A person will read this answer.

Name **two** ways, of different kinds, in which a real neuron differs from `neuron(x, w, b)`. For each, write one or two sentences: what the real neuron does, and what your function cannot do because of it. Then say in one sentence whether this matters for a classifier of pictures, and why.

Each difference earns half a point. So does what your function cannot do, and so does your view on pictures. About 80 words are enough.
"""

# %% [markdown] manual="limits" points=2
r"""
**Timing.** My function gives one number, a rate. Two spike trains with the same rate but different timing look the same to it. A real neuron that waits for two spikes to coincide can tell them apart.

**Synapses.** A weight is one fixed number. A real synapse changes with its recent use, so the same spike can count more or less a moment later. My neuron has no memory between calls.

For a classifier of pictures this does not matter: it is judged by its errors and not by its likeness to a brain.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All five example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now compute a neuron, repair one, count its spikes, and stack two layers. Next comes notebook 02, where one neuron learns to decide.
"""
