# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 4: Activations in motion

**90 minutes, 20 points.** Work through notebook 04 first.

You will be able to

- measure how often a gradient is of one sign, and how much longer a zig-zag is;
- find dead units, and say which share is dead;
- count how often dead units come back;
- read off how many steps a race takes;
- choose a learning rate by the units that it kills;
- say when a dead unit stays dead.

The notes' section is *Commonly used activation functions* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

Each exercise has the same three parts.

1. **Your cell.** Write your code there and delete the line that raises an error. Run your own cell first.
2. **Examples.** Then run the cell below yours. It compares your answer with a few numbers worked out by hand, and tells you at once.
3. **Grading.** Later the grader calls your function with *other* inputs. Each check that you pass earns its points, so a half-right answer is worth something.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there.

Any style that gives the right numbers is right: a loop, an array expression, a list, float32. Printing is fine too. A warning from Python costs no points. Every function keeps two promises:

- it takes lists as well as arrays of any kind;
- it changes none of its arguments.

All arrays have at least one row and one column. All numbers are finite, and at most 10,000 in size.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: gradients of one sign (3 points)

With positive inputs, all slopes of a neuron's weights have one sign for each sample. For centred inputs this is rare. Here you count how often it happens.

Write `same_sign_share(gradients)`.

- `gradients` has shape `(n, d)`. Each row is one gradient: the slopes of the loss for `d` weights. The slope for the bias is *not* among them, so every column counts.
- Return **one number** from 0 to 1: the share of rows whose slopes are all above 0 or all below 0.
- A 0 has no sign. A row that holds a 0 does not count, whatever the rest of the row.
- A small slope such as 1e-9 has a sign.

One point is for the share, one for rows that hold a 0. The third is for small slopes, a single row and lists.

Before you write: a row holds −2 and −3. Does the product of its slopes tell you that they agree? And the product of 2, −3 and −4?

<details><summary>Compare with your guess</summary>

The product of −2 and −3 is 6. That of 2, −3 and −4 is 24, although the signs are mixed. A product only tells whether the minus signs are even in number.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Decide for one row first. There are two ways to be of one sign. Which two questions does that make?
</details>

<details><summary>Hint 2: all rows at once</summary>

A comparison such as `slopes > 0` gives an array of True and False, with the same shape. `.all(axis=...)` then asks about rows or columns. Which axis do you want?

A list has no comparison with a number. `np.asarray` makes it an array.
</details>

<details><summary>Hint 3: from True and False to a share</summary>

`|` is "or", entry by entry. And the mean of True and False is the share of True.
</details>
"""


# %% answer="same_sign_share"
def same_sign_share(gradients):
    """Return the share of rows whose slopes all have one sign."""
    ### BEGIN SOLUTION
    signs = np.sign(np.asarray(gradients, dtype=float))
    return np.mean(np.abs(signs.sum(axis=1)) == signs.shape[1])
    ### END SOLUTION


# %% examples="same_sign_share"
checks.examples(
    same_sign_share,
    [
        (([[2.0, 3.0], [1.0, -4.0]],), 0.5),
        ((np.array([[-1.0, -2.0], [-3.0, -1.0], [4.0, 1.0], [-1.0, 1.0]]),), 0.75),
        (([[1.0, 0.0], [0.0, -2.0], [5.0, 5.0], [0.0, 0.0]],), 0.25),
        (([[2, -3, -4], [1, 1, -1]],), 0.0),
        ((np.array([[-1e-9, -5.0]]),), 1.0),
    ],
    hints=[
        "The first row is of one sign, the second is not: 1 of 2.",
        "Rows of two negative slopes are of one sign as well: 3 of 4.",
        "A row with a 0 does not count. Only the third row is left: 1 of 4.",
        "Both rows hold both signs. Look at every column, the last one too.",
        "A single row, and a small slope that is still negative: 1 of 1.",
    ],
)

# %% tests="same_sign_share" points=3
# Grading: other gradients, zeros, small slopes, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "same_sign_share", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: the zig-zag ratio (3 points)

A zig-zag costs steps because it is longer than it need be. Call the weights after step $t$ the point $p_t$. Then

$$\text{ratio} = \frac{\lVert p_1 - p_0 \rVert + \lVert p_2 - p_1 \rVert + \dots + \lVert p_T - p_{T-1} \rVert}{\lVert p_T - p_0 \rVert}$$

Here $\lVert v \rVert$ is the ordinary length of $v$: the root of the sum of its squares.

Write `zigzag_ratio(path)`.

- `path` has shape `(n_steps + 1, d)`: row 0 is the start, and each step adds a row. There is at least one step.
- Return **one number**. A straight path gives 1, whatever the sizes of its steps.
- A path that ends exactly where it began has no straight line to compare with. Return infinity, `np.inf`, for it.

Every path moves: you need not think of one that stays where it is.

One point is for the ratio, one for straight and for closed paths, one for lists and other types.

Before you write: you walk three sides of a square. What is the ratio? And after the fourth side?

<details><summary>Compare with your guess</summary>

It is 3: a way of three sides, and a line of one. After the fourth side the line has length 0, and the ratio is infinite.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: two lengths</summary>

You need the length of the way and the length of the line. Compute them one after the other. Which points does the line connect?
</details>

<details><summary>Hint 2: the steps</summary>

A step is a point minus the one before. With an array, `path[1:]` and `path[:-1]` are the later and the earlier points, row by row. How many steps do `n_steps + 1` points make?
</details>

<details><summary>Hint 3: the length of each step, and a line of length 0</summary>

`np.linalg.norm(v)` is the length of one vector. Given a matrix, it needs `axis` to measure row by row.

For a path that ends where it began the line is 0. Python's own numbers refuse to divide by 0, so ask about this case first.
</details>
"""


# %% answer="zigzag_ratio"
def zigzag_ratio(path):
    """Return the length of the path divided by the straight distance."""
    ### BEGIN SOLUTION
    path = np.asarray(path, dtype=float)
    length = np.sqrt(((path[1:] - path[:-1]) ** 2).sum(axis=1)).sum()
    distance = np.sqrt(((path[-1] - path[0]) ** 2).sum())
    return length / distance if distance > 0 else np.inf
    ### END SOLUTION


# %% examples="zigzag_ratio"
checks.examples(
    zigzag_ratio,
    [
        ((np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0]]),), 1.4),
        ((np.array([[1.0, 1.0], [4.0, 5.0], [7.0, 9.0]]),), 1.0),
        (([[0, 0], [2, 0], [2, 2], [0, 2]],), 3.0),
        (([[0, 0, 0], [2, 1, 2], [4, 2, 4], [2, 1, 2]],), 3.0),
        ((np.array([[5.0], [7.0], [6.0]]),), 3.0),
        (([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]],), np.inf),
    ],
    hints=[
        "The way is 3 + 4, and the line from the first to the last point is 5.",
        "Two steps of length 5 on one line of length 10.",
        "Three sides of a square, and the line is the fourth: 6 / 2.",
        "Three weights. Each step has length 3, and the end lies one step from the start.",
        "One weight: the way is 2 + 1, the line from 5 to 6 is 1.",
        "The walk ends where it began, so the line is 0: return np.inf.",
    ],
)

# %% tests="zigzag_ratio" points=3
# Grading: other paths, straight and closed ones, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "zigzag_ratio", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: dead units (3 points)

A **dead unit** of a ReLU layer is never above 0, for no sample of the training set.

Write `dead_units(activations)`.

- `activations` has shape `(n_samples, n_units)`: what the layer puts out, one sample a row. It comes from ReLUs, so no entry is negative.
- Return True and False, one for each unit: an array of shape `(n_units,)`, or a list. True means dead.
- A unit whose largest output is 1e-9 is alive.

One point is for whole layers. One is for a single sample or unit, and for layers of which all or no units are dead. The third is for small outputs and lists.

Before you write: a unit is silent on 999 of 1,000 samples. Is it dead? Does it get a gradient?

<details><summary>Compare with your guess</summary>

It is alive, and it gets a gradient from the one sample for which it speaks.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one unit</summary>

Which row or column of the array belongs to one unit? What must be true of all its entries?
</details>

<details><summary>Hint 2: all or any</summary>

`np.all` asks whether something holds for every entry, `np.any` whether it holds for at least one. "Never" can be said with either of them. How?
</details>

<details><summary>Hint 3: the axis</summary>

`axis=0` runs down the samples and leaves one answer for each unit. `axis=1` runs along the units and leaves one for each sample. Print the shape of your result.
</details>
"""


# %% answer="dead_units"
def dead_units(activations):
    """Return for each unit whether it is above 0 for no sample."""
    ### BEGIN SOLUTION
    return np.all(np.asarray(activations) <= 0, axis=0)
    ### END SOLUTION


# %% examples="dead_units"
checks.examples(
    dead_units,
    [
        ((np.array([[0.0, 2.0, 0.0], [0.0, 0.0, 1.0]]),), [True, False, False]),
        (([[0, 0], [0, 5], [0, 0], [0, 0]],), [True, False]),
        ((np.array([[0.0, 0.7, 0.0, 0.0]]),), [True, False, True, True]),
        ((np.array([[0.0], [1e-9]]),), [False]),
    ],
    hints=[
        "Units are columns. Only the first is 0 on both samples.",
        "The second unit speaks once, on one of four samples. It is alive.",
        "One sample, four units, four answers.",
        "One unit, one answer, still in an array: shape (1,). A small output is an output.",
    ],
)

# %% tests="dead_units" points=3
# Grading: other layers, a single sample, a single unit, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "dead_units", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: the dead share (2 points)

The notes warn that "as much as 40%" of a network can be dead. To test such a sentence you need one number.

Write `dead_fraction(activations)`. The argument is the same as in exercise 3. Return **one number** from 0 to 1: dead units divided by all units.

You may call `dead_units`, or start afresh.

Before you write: a layer has two units. Each is silent on every second sample. Which share of the *outputs* is 0, and which share of the *units* is dead?

<details><summary>Compare with your guess</summary>

Half of the outputs are 0, and no unit is dead.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: a share of what?</summary>

The number of units stands below the line. The number of samples must not change the answer if every sample occurs twice.
</details>

<details><summary>Hint 2: two steps</summary>

First decide for each unit whether it is dead. Only then count.
</details>

<details><summary>Hint 3: from True and False to a share</summary>

True counts as 1 and False as 0. What is their mean?
</details>
"""


# %% answer="dead_fraction"
def dead_fraction(activations):
    """Return the share of units that are above 0 for no sample."""
    ### BEGIN SOLUTION
    return np.mean(dead_units(activations))
    ### END SOLUTION


# %% examples="dead_fraction"
checks.examples(
    dead_fraction,
    [
        ((np.array([[0.0, 2.0, 0.0, 0.0], [0.0, 0.0, 1.0, 3.0]]),), 0.25),
        (([[0, 3], [1, 0], [0, 2], [4, 0]],), 0.0),
        (([[0, 0, 0, 0, 0], [0, 0, 0, 7, 0]],), 0.8),
        ((np.zeros((3, 2)),), 1.0),
    ],
    hints=[
        "Four units. Only the first is 0 on both samples: 1 of 4.",
        "Half of the outputs are 0, but each unit speaks at times. No unit is dead.",
        "Five units, and only the fourth speaks: 4 of 5 are dead.",
        "Both units are dead: the share is 1.",
    ],
)

# %% tests="dead_fraction" points=2
# Grading: other layers, nobody dead, all dead, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "dead_fraction", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: revivals (3 points)

A **revival** is a dead unit that is active again. To find one you need a history: ask `dead_units` at several times during training, and stack the answers.

Write `revivals(dead_history)`.

- `dead_history` has shape `(n_checks, n_units)` and holds True where a unit was dead. Row 0 is the earliest check, and the rows follow in time.
- Return **one whole number**: how often a unit was dead at one check and alive at the *next*, all units together.
- A unit that comes back twice counts twice. A history of one check has no revival.

One point is for a single unit, one for several. The third is for a single check, lists and other types.

Before you write: a unit is dead at the first check, alive at the second, dead at the third. How many revivals, and how many deaths?

<details><summary>Compare with your guess</summary>

One of each: it comes back once, and it dies once.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one unit</summary>

Go down one column and compare each entry with the one below. Which of the four possible pairs is a revival?
</details>

<details><summary>Hint 2: rows against rows</summary>

For arrays, `dead_history[:-1]` are the earlier checks and `dead_history[1:]` the later ones. Both have the same shape.
</details>

<details><summary>Hint 3: and, not</summary>

For arrays of True and False, `&` is "and" and `~` is "not". A minus sign between two of them raises an error. And `np.diff` of them shows *every* change, deaths too.
</details>
"""


# %% answer="revivals"
def revivals(dead_history):
    """Return how often a unit was dead at one check and alive at the next."""
    ### BEGIN SOLUTION
    dead = np.asarray(dead_history).astype(int)
    return int(np.sum(np.diff(dead, axis=0) == -1))
    ### END SOLUTION


# %% examples="revivals"
D, A = True, False  # dead, alive
checks.examples(
    revivals,
    [
        ((np.array([[D], [A], [D]]),), 1),
        ((np.array([[A], [D], [A], [D], [A]]),), 2),
        (([[D, A], [D, D], [D, D]],), 0),
        (([[D, D, A], [A, D, D], [D, A, A]],), 3),
        (([[D, A, D]],), 0),
    ],
    hints=[
        "The unit comes back once, between the first and the second check.",
        "It dies twice and comes back twice, so the answer is 2.",
        "The first unit stays dead, the second dies: nobody comes back.",
        "Each of the three units comes back once, at different times.",
        "A single check shows no change.",
    ],
)

# %% tests="revivals" points=3
# Grading: other histories, one unit and many, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "revivals", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: steps to a target (2 points)

A race such as "six times faster" counts the steps until a target is reached.

Write `steps_to(losses, target)`.

- `losses` is a list or an array of shape `(n,)`. `losses[0]` is the loss before the first step, `losses[1]` the loss after one step, and so on. So the index is the number of steps.
- Return the **first** index at which the loss is at most `target`. Equal is enough.
- Return `None` if there is none. `losses` may also be empty.

A loss need not fall all the time: at a high rate it may reach the target, leave it and come back. It may also be negative.

Before you write: what is the answer for the losses 3, 1, 2, 1 with target 1? And with target 5?

<details><summary>Compare with your guess</summary>

Index 1 for target 1: only the first time counts. For target 5 it is 0, since no step is needed.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: a loop is enough</summary>

Go through the losses in order. What do you do at the first one that is good enough? And when the loop ends without one?
</details>

<details><summary>Hint 2: index and loss together</summary>

`enumerate(losses)` gives pairs of an index and a loss. The first index is 0.
</details>

<details><summary>Hint 3: np.argmax</summary>

If you prefer `np.argmax` of a comparison: it gives 0 when *nothing* is True, too, and it refuses an empty array. Ask first whether anything is True.
</details>
"""


# %% answer="steps_to"
def steps_to(losses, target):
    """Return the first index at which the loss is at most the target, or None."""
    ### BEGIN SOLUTION
    for step, loss in enumerate(losses):
        if loss <= target:
            return step
    return None
    ### END SOLUTION


# %% examples="steps_to"
checks.examples(
    steps_to,
    [
        (([3.0, 2.5, 1.5, 0.5], 2.0), 2),
        (([3, 2, 1, 2], 2), 1),
        ((np.array([0.5, 0.4]), 0.75), 0),
        ((np.array([4.0, 1.0, 3.0, 0.5]), 1.25), 1),
        (([3.0, 2.0], 1.0), None),
    ],
    hints=[
        "1.5 is the first loss at most 2, and it stands at index 2.",
        "2 is at most 2: the target is reached at index 1.",
        "The target is reached before the first step: 0.",
        "The loss rises once more afterwards. The first time counts.",
        "The target is never reached: None.",
    ],
)

# %% tests="steps_to" points=2
# Grading: other races, and targets that are never reached. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "steps_to", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 7: a rate that kills (2 points)

Now you look for a learning rate that is *too* high, and by how much. The next cell holds a small experiment. You need not change it, only run it.

`train(learning_rate)` trains one hidden layer of 100 ReLUs for 30 steps. Each step uses all 60 samples, points of three classes whose inputs are mostly positive. First weights and samples are the same in every call. It returns two things:

- `hidden`, of shape `(60, 100)`: what the layer puts out after training, one sample a row;
- `accuracy`, the share of samples in their right class.
"""


# %% locked="experiment"
def train(learning_rate):
    """Train 100 ReLUs for 30 steps; return what they put out, and the accuracy."""
    if not 0 < learning_rate <= 1000:
        msg = f"the learning rate must be above 0 and at most 1000, not {learning_rate}"
        raise ValueError(msg)
    rng = np.random.default_rng(2)
    labels = np.arange(60) % 3
    angles = 2 * np.pi * labels / 3
    centres = 1 + np.column_stack([np.cos(angles), np.sin(angles)])
    X = centres + rng.normal(scale=0.5, size=(60, 2))
    W1, b1 = rng.normal(size=(100, 2)), np.zeros(100)
    W2, b2 = rng.normal(scale=0.05, size=(3, 100)), np.zeros(3)
    for _ in range(30):
        z = X @ W1.T + b1
        hidden = np.maximum(0, z)
        scores = hidden @ W2.T + b2
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        errors = powers / powers.sum(axis=1, keepdims=True) - np.eye(3)[labels]
        errors_hidden = (errors @ W2) * (z > 0)
        W2 = W2 - learning_rate * errors.T @ hidden / 60
        b2 = b2 - learning_rate * errors.mean(axis=0)
        W1 = W1 - learning_rate * errors_hidden.T @ X / 60
        b1 = b1 - learning_rate * errors_hidden.mean(axis=0)
    hidden = np.maximum(0, X @ W1.T + b1)
    scores = hidden @ W2.T + b2
    return hidden, np.mean(scores.argmax(axis=1) == labels)


# %% [markdown]
r"""
Find a learning rate after which **between 30 and 60 of the 100 units are dead**. Give it the name `chosen_learning_rate`: one number, above 0 and at most 1000.

One point is for a rate that leaves between 10 and 75 dead units, the second for between 30 and 60. In both cases the limits themselves are allowed, and any rate that does it is right. A number well inside is better than one at the edge. The grader runs the same experiment with your number.

Before you try: which rates would you usually give to such a network? By how much must one grow to kill half of the units: by a tenth, by a factor of 2, or by a factor of 10?

<details><summary>Compare with your guess</summary>

Rates such as 0.01 or 0.1 are usual. For the second question, count the dead after three rates, each ten times the one before. A tenth more or less will hardly show.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: how do I try a rate?</summary>

Open a cell of your own: `hidden, accuracy = train(0.1)`. Then ask your `dead_fraction` about `hidden`.
</details>

<details><summary>Hint 2: where do I look?</summary>

Rates are compared by factors. Try powers of ten first, in a loop. Find one rate with too few dead units and the next with too many.
</details>

<details><summary>Hint 3: between the two</summary>

Take numbers between your two rates, such as twice and three times the lower one. The range of rates that will do is wide: its upper end is about three times its lower end.
</details>
"""

# %% answer="chosen_learning_rate"
# chosen_learning_rate = your number
### BEGIN SOLUTION
chosen_learning_rate = 4.0
### END SOLUTION


# %% examples="chosen_learning_rate"
def n_dead():
    """Return how many units are dead at your rate, in words if there are 30 to 60."""
    rate = globals().get("chosen_learning_rate", ...)
    if rate is ...:
        return ...
    hidden, accuracy = train(rate)
    n = 100 - np.count_nonzero(hidden.sum(axis=0))
    print(f"At a rate of {rate}, {n} of 100 units are dead; the accuracy is {accuracy:.2f}.")
    return "30 to 60" if 30 <= n <= 60 else f"{n}"


checks.examples(
    n_dead,
    [((), "30 to 60")],
    name="dead units at your rate",
    hints="With too few dead units, take a higher rate; with too many, a lower one.",
)

# %% tests="chosen_learning_rate" points=2
# Grading: the same experiment with your number. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a4_dynamics", "chosen_learning_rate", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
Try a few more rates before you go on, and watch the accuracy. Can a network with 40 dead units still sort the points well? And one with 80?

<details><summary>Compare with what you saw</summary>

With 40 dead units about five of six points are still sorted rightly. With 80, only about a third may be left, and guessing earns as much.
</details>
"""

# %% [markdown]
r"""
## Exercise 8: "irreversibly" (2 points, in words)

The notes say that a ReLU unit can "irreversibly die during training". Notebook 04 found revivals nevertheless. A person will read this answer.

1. Why do the weights of a dead unit stand still? One sentence.
2. Where is "irreversibly" right? Name at least **two** conditions.
3. Name **one** case in which dead units do come back. Say what changes there, although the unit gets no gradient.

About 80 words are enough.
"""

# %% [markdown] manual="irreversible" points=2
r"""
For every sample the unit's sum lies below 0, where the slope of ReLU is 0. So its own weights and its bias get no gradient.

"Irreversibly" is right for the first layer, with data that do not change and plain gradient descent: neither the inputs nor the weights ever move again.

In the second layer units come back. Their weights are frozen too, but their inputs are the outputs of the first layer, which still learns. When these inputs move, the sum can rise above 0 for some sample.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All seven example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now measure a zig-zag, count the dead, notice who comes back, and say what a rate does. Next comes notebook 05: from one layer to many.
"""
