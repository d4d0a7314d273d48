# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 2: One neuron decides

**90 minutes, 20 points.** Work through notebook 02 first.

You will be able to

- compute two losses from scores, also for huge scores;
- write the slopes of the cross-entropy;
- turn a probability into a decision, with any threshold;
- say what weight decay leaves of a weight;
- train one neuron, as logistic regression and as an SVM;
- argue that no single neuron solves XOR.

The notes' section is *Single neuron as a linear classifier* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

There are six functions and one question to answer in words. Each function has the same three parts.

1. **Your cell.** Write your code there and delete the line that raises an error. Run your own cell first.
2. **Examples.** Then run the cell below yours. It compares your answer with numbers worked out by hand, and tells you at once.
3. **Grading.** Later the grader calls your function with *other* inputs. Each check that you pass earns its points, so a half-right answer is worth something.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there.

You may write helpers into your cells, and call one of your functions from another. But then a mistake in the first one is a mistake in both.
"""

# %% [markdown]
r"""
### What holds for every exercise

The letters are those of notebook 02.

- **X** has shape `(n_samples, n_features)`: a sample is a row. There is at least one sample and one feature.
- **y** has shape `(n_samples,)`: the labels. Each is 0 or 1, as a whole number or a float.
- **w** has shape `(n_features,)`, and **b** is a number.
- **scores** has shape `(n_samples,)`: the numbers $z = w \cdot x + b$, not probabilities.

Shapes always match, so you need not test them. X, y, w and scores may be lists. Arrays may hold whole numbers or float32, and results are still right to four digits.

Scores may be as large as 10,000, to both sides. No result is `nan` or infinite, and no call stops with an error. No function changes its arguments.

A loop is as right as a formula for arrays. Printing and warnings from Python cost no points.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: the cross-entropy (4 points)

In the notebook one answer cost $-\ln q$, where $q$ is the probability given to the right class. That probability comes from the score: class 1 gets $p = \sigma(z)$, class 0 gets $1 - p$.

With huge scores this way is a trap. A computer rounds $\sigma(800)$ to exactly 1. Then $1 - p$ is 0, and the logarithm fails. So do without $p$. Let $t = 2y - 1$, which is −1 or +1. Then the loss of one sample is

$$-\ln q = \ln(1 + e^{-t z})$$

Write `binary_cross_entropy(scores, y)`. It returns **one number**: the mean loss over all samples, with the natural logarithm.

One point is for the mean, one for samples that are sure and right, one for samples that are sure and wrong. The fourth is for lists and other types.

Before you write: a score of 800 belongs to a sample with label 0. What does it cost? You need no calculator: look at the formula, and ask what the 1 adds.

<details><summary>Compare with your guess</summary>

Here $t$ is −1, so the loss is $\ln(1 + e^{800})$. Beside $e^{800}$ the 1 is nothing. The sample costs 800, to every digit that a float has.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Compute the margins $t z$ first, one for each sample. A list has no arithmetic of arrays: `np.asarray(y)` makes it an array.
</details>

<details><summary>Hint 2: my loss is infinite or nan</summary>

Which exponential does your code ask for when $-tz = 800$? A float holds numbers up to about $e^{709}$. Cutting $p$ off near 0 and 1 is no way out: then every wrong sample costs the same.
</details>

<details><summary>Hint 3: how do I avoid the large exponential?</summary>

For large $a$ take $e^a$ out of the sum: $\ln(1 + e^a) = a + \ln(1 + e^{-a})$. Use the one form for negative $a$ and the other for positive $a$. NumPy's `logaddexp` knows this trick.
</details>
"""


# %% answer="binary_cross_entropy"
def binary_cross_entropy(scores, y):
    """Return the mean cross-entropy of the samples, computed from their scores."""
    ### BEGIN SOLUTION
    a = (1 - 2 * np.asarray(y, dtype=float)) * np.asarray(scores, dtype=float)
    return np.mean(np.maximum(a, 0) + np.log1p(np.exp(-np.abs(a))))
    ### END SOLUTION


# %% examples="binary_cross_entropy"
checks.examples(
    binary_cross_entropy,
    [
        (([0.0, 0.0], [0, 1]), np.log(2)),
        ((np.array([np.log(3)]), np.array([1])), np.log(4 / 3)),
        (([np.log(3), -np.log(3)], [0, 0]), (np.log(4) + np.log(4 / 3)) / 2),
        (([700.0, -800.0], [1, 0]), 0.0),
        (([800.0], [0]), 800.0),
    ],
    hints=[
        "Two coin tosses, and each costs ln 2. Two samples, one mean.",
        "A score of ln 3 gives class 1 three quarters.",
        "With label 0 the right class gets 1/4, then 3/4.",
        "Sure and right, twice: that costs nothing. Read hint 2.",
        "Sure and wrong: 1 + exp(800) is nearly exp(800). Read hint 3.",
    ],
)

# %% tests="binary_cross_entropy" points=4
# Grading: other scores and labels, huge scores, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "binary_cross_entropy", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: its slopes (3 points)

To walk downhill you need the gradient of the *mean* cross-entropy. For one sample its parts are error times input:

$$\frac{\partial L}{\partial w} = (p - y)\,x, \qquad \frac{\partial L}{\partial b} = p - y, \qquad p = \sigma(w \cdot x + b)$$

Write `cross_entropy_gradient(X, y, w, b)`. It returns a pair `(dw, db)`, averaged over the samples:

- `dw` has shape `(n_features,)`, one slope for each weight;
- `db` is one number.

The scores of the samples may be huge, as before.

One point is for `dw` and one for `db`. Huge scores are worth half a point, lists and other types the other half.

Before you write: all weights and the bias are 0, and every label is 1. Which sign does `db` have? Will the bias grow or shrink?

<details><summary>Compare with your guess</summary>

Every $p$ is 0.5, so every error is −0.5, and so is `db`. A step goes against the slope: the bias grows.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: in which order?</summary>

First the scores, shape `(n_samples,)`. Then the probabilities, then the errors $p - y$. All three have one number for each sample.
</details>

<details><summary>Hint 2: from errors to slopes</summary>

Each error multiplies its own row of `X`. Then you average over the rows. Which axis is that? For the bias the input is 1, so only the errors are left.
</details>

<details><summary>Hint 3: my function gives nan for huge scores</summary>

$e^z / (1 + e^z)$ becomes infinity over infinity. In assignment 1 you wrote a sigmoid that is safe. Look at which exponential it asks for.
</details>
"""


# %% answer="cross_entropy_gradient"
def cross_entropy_gradient(X, y, w, b):
    """Return (dw, db), the slopes of the mean cross-entropy."""
    ### BEGIN SOLUTION
    X = np.asarray(X, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, small) / (1.0 + small)
    errors = p - np.asarray(y, dtype=float)
    return X.T @ errors / len(X), errors.mean()
    ### END SOLUTION


# %% examples="cross_entropy_gradient"
checks.examples(
    cross_entropy_gradient,
    [
        (([[2.0]], [1], [0.0], 0.0), ([-1.0], -0.5)),
        ((np.array([[1, 2], [3, -1]]), np.array([1, 0]), [0, 0], 0), ([0.5, -0.75], 0.0)),
        (([[1.0, 0.0]], [0], [1.0, 5.0], np.log(3) - 1), ([0.75, 0.0], 0.75)),
        (([[400.0], [-400.0]], [1, 1], [2.0], 0.0), ([200.0], -0.5)),
    ],
    hints=[
        "p is 0.5 and the error -0.5. It multiplies the input 2, and for the bias a 1.",
        "The errors are -0.5 and 0.5. Multiply each row by its error, then average.",
        "The score is 1 + (ln 3 - 1) = ln 3, so p is 0.75. Does your score hold the bias?",
        "The scores are 800 and -800, so p is 1 and 0. The errors are 0 and -1.",
    ],
)

# %% tests="cross_entropy_gradient" points=3
# Grading: other data and neurons, huge scores, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "cross_entropy_gradient", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: the hinge loss (2 points)

The hinge loss wants a margin $t z$ of 1, again with $t = 2y - 1$. For one sample it is

$$\max(0,\; 1 - t\,z)$$

Write `hinge_loss(scores, y)`. It returns **one number**, the mean over all samples. No penalty on the weights is added here.

Before you write: both samples have a score of 0.5. One has label 1, the other label 0. What does each cost, and what is the mean?

<details><summary>Compare with your guess</summary>

They cost 0.5 and 1.5. The mean is 1, as if both scores were 0.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Turn the labels 0 and 1 into −1 and +1 first.
</details>

<details><summary>Hint 2: first the max or first the mean?</summary>

Each sample is cut off at 0 for itself. A sample that is right by far must not pay for another one.
</details>

<details><summary>Hint 3: which function of NumPy?</summary>

`np.max` looks for the largest entry of one array. `np.maximum` compares entry by entry.
</details>
"""


# %% answer="hinge_loss"
def hinge_loss(scores, y):
    """Return the mean hinge loss of the samples."""
    ### BEGIN SOLUTION
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.maximum(0, 1 - t * np.asarray(scores, dtype=float)))
    ### END SOLUTION


# %% examples="hinge_loss"
checks.examples(
    hinge_loss,
    [
        (([0.5, 0.5], [1, 0]), 1.0),
        ((np.array([3.0, -2.0]), np.array([1, 0])), 0.0),
        (([4.0, 0.0], [1, 1]), 0.5),
        (([-1], [0]), 0.0),
        (([1], [0]), 2.0),
    ],
    hints=[
        "The margins are 0.5 and -0.5, so the samples cost 0.5 and 1.5.",
        "Both margins are above 1: these samples cost nothing.",
        "The first sample costs 0 and the second 1. Cut off first, then average.",
        "The margin is exactly 1, and 1 - 1 is 0.",
        "The margin is -1, so the sample costs 2.",
    ],
)

# %% tests="hinge_loss" points=2
# Grading: other scores and labels, lists. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "hinge_loss", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: decide (3 points)

A trained neuron has to say 0 or 1. It says 1 where the **probability** $p = \sigma(w \cdot x + b)$ is *greater than* the threshold. Where $p$ equals the threshold, it says 0.

Write `predict(X, w, b, threshold=0.5)`. It returns 0 or 1 for each sample, shape `(n_samples,)`; for one sample that is `(1,)`. The results are the *numbers* 0 and 1, not `False` and `True`.

The threshold lies strictly between 0 and 1. Only a threshold of 0.5 is tested with a probability that is exactly equal. Scores may be huge, as before.

One point is for the usual threshold and one for others. A probability of exactly 0.5 is worth half a point. Lists, one sample and huge scores are worth the other half.

Before you write: a sample has the score 0.3. What does the neuron say at threshold 0.5?

<details><summary>Compare with your guess</summary>

It says 1. The score 0.3 is a probability of 0.57, and the threshold is one for probabilities.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: score or probability?</summary>

The threshold is one for $p$. A score of 0 is a probability of one half, so a score of 0.3 is more.
</details>

<details><summary>Hint 2: two ways</summary>

Either turn each score into $p$ and compare with the threshold. Or find the score that belongs to the threshold, and compare scores.
</details>

<details><summary>Hint 3: numbers, not truth values</summary>

A comparison such as `p > 0.5` gives `True` and `False`. An array has a method `astype` that turns them into numbers.
</details>
"""


# %% answer="predict"
def predict(X, w, b, threshold=0.5):
    """Return 1 for each sample whose probability is greater than the threshold, else 0."""
    ### BEGIN SOLUTION
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, small) / (1.0 + small)
    return (p > threshold).astype(int)
    ### END SOLUTION


# %% examples="predict"
checks.examples(
    predict,
    [
        (([[1.0, 2.0], [3.0, 1.0]], [1.0, -1.0], 0.0), [0, 1]),
        (([[0.3]], [1.0], 0.0), [1]),
        (([[2], [2]], [1], -3), [0, 0]),
        (([[1, 1]], [1, -1], 0), [0]),
        (([[-1.0], [-3.0]], [1.0], 0.0, 0.1), [1, 0]),
        (([[2.0], [3.0]], [1.0], 0.0, 0.9), [0, 1]),
        (([[800.0], [-800.0]], [1.0], 0.0), [1, 0]),
    ],
    hints=[
        "The scores are -1 and 2, so the probabilities are 0.27 and 0.88.",
        "A score of 0.3 is a probability of 0.57.",
        "Does the bias count? The scores are -1.",
        "The score is 0, the probability exactly 0.5: not greater, so 0.",
        "The probabilities are 0.27 and 0.047, the threshold is 0.1.",
        "The probabilities are 0.88 and 0.95, the threshold is 0.9.",
        "Huge scores: is a probability nan?",
    ],
)

# %% tests="predict" points=3
# Grading: other data, neurons and thresholds, huge scores. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "predict", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: forgetting (2 points)

Take the data away. Only the penalty $\tfrac{1}{2} \lambda \lvert w \rvert^2$ is left, whose slope is $\lambda w$. Gradient descent with learning rate $\eta$ then changes the weights in each step to

$$w - \eta\,\lambda\,w$$

Write `forgetting(w0, learning_rate, weight_decay, n_steps)`. It returns the weights after `n_steps` such steps from `w0`. Here `learning_rate` is $\eta$ and `weight_decay` is $\lambda$, both 0 or more.

`w0` is a number, a list or an array of any shape, and the result has its shape. `n_steps` may be 0. The product $\eta \lambda$ may be 1 or more: follow the formula there too.

Before you write: the weight is 8, and $\eta \lambda$ is 0.5. Where is it after one step, after two, and after three?

<details><summary>Compare with your guess</summary>

At 4, at 2 and at 1. Each step takes half of what the step before has left.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what does one step do?</summary>

It multiplies every weight by the same number. Which one?
</details>

<details><summary>Hint 2: many steps</summary>

Each step works on what the step before has left. A loop does it, or a power.
</details>

<details><summary>Hint 3: whole numbers and lists</summary>

An array of whole numbers cuts off the fractions that you write into it. Start from a copy in floats: `np.array(w0, dtype=float)`.
</details>
"""


# %% answer="forgetting"
def forgetting(w0, learning_rate, weight_decay, n_steps):
    """Return what is left of the weights after steps of the penalty alone."""
    ### BEGIN SOLUTION
    w = np.array(w0, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * weight_decay * w
    return w
    ### END SOLUTION


# %% examples="forgetting"
checks.examples(
    forgetting,
    [
        ((8.0, 0.5, 1.0, 2), 2.0),
        (([8, -4], 0.5, 0.5, 1), [6.0, -3.0]),
        ((np.array([16.0, 1.0]), 0.25, 1.0, 2), [9.0, 0.5625]),
        (([4.0, -2.0], 0.5, 0.5, 0), [4.0, -2.0]),
        (([1.0, 10.0], 0.5, 2.0, 3), [0.0, 0.0]),
        (([8.0], 0.5, 3.0, 3), [-1.0]),
    ],
    hints=[
        "One step leaves half of 8, the next one half of that.",
        "One step takes a quarter: of 8 that is 2, of -4 it is -1.",
        "Three quarters are left after one step, and three quarters of that after two.",
        "No step at all: nothing changes.",
        "The share that is left is 0, after one step and ever after.",
        "The share is -0.5: 8, -4, 2, -1.",
    ],
)

# %% tests="forgetting" points=2
# Grading: other weights, rates and numbers of steps. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "forgetting", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: train the neuron (4 points)

Now all the parts meet. Write `train_neuron(X, y, loss, learning_rate, weight_decay, n_steps)`. The argument `loss` is a word: `"softmax"` for the cross-entropy, `"svm"` for the hinge loss. No other word comes.

**The start.** All weights are 0, and the bias is 0.

**One step** uses all samples. Let $g$ be the slope of one sample's loss with respect to its score. For `"softmax"` it is

$$g = \sigma(z) - y$$

For `"svm"` it is $-t$ where the margin $t z$ is *less than* 1, and 0 elsewhere. At the corner itself, margin 1, it is 0.

With $N$ samples, $\eta$ = `learning_rate` and $\lambda$ = `weight_decay`, the step is

$$w \leftarrow w - \eta \left( \frac{1}{N} \sum_i g_i\, x_i + \lambda\, w \right), \qquad b \leftarrow b - \eta\, \frac{1}{N} \sum_i g_i$$

Both use the *old* $w$ and $b$. The bias does not decay.

**What comes back** is the pair `(w, b)` after `n_steps` steps: `w` of shape `(n_features,)`, and `b` one number. With `n_steps` 0 both are still zero. Scores may become huge on the way.

Without decay each loss is worth one point, and the decay is worth the third. Half a point is for the corner. The last half is for no step, lists and huge scores.

Before you write: which samples pull in the very first step, with either loss? How hard?

<details><summary>Compare with your guess</summary>

All of them do. Every score is 0, so the slope is one half in size for the cross-entropy. Every margin is below 1, so it is 1 for the hinge: twice as hard.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what goes into the loop?</summary>

Scores, slopes $g$, gradient, step: in this order, and anew each time. Only `w` and `b` live on from one step to the next.
</details>

<details><summary>Hint 2: the slope of the hinge</summary>

Compute the margins $t z$. A comparison says which samples are inside, and `np.where` chooses between two values. At exactly 1 the choice must be 0.
</details>

<details><summary>Hint 3: one step, both losses</summary>

From $g$ on, both losses share the same lines. Only the line for $w$ holds the decay. Compute both gradients before you change anything.
</details>
"""


# %% answer="train_neuron"
def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    """Return (w, b) after full-batch gradient descent from zeros."""
    ### BEGIN SOLUTION
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        if loss == "softmax":
            small = np.exp(-np.abs(z))
            g = np.where(z >= 0, 1.0, small) / (1.0 + small) - y
        else:
            g = np.where(t * z < 1, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
    ### END SOLUTION


# %% examples="train_neuron"
checks.examples(
    train_neuron,
    [
        (([[2.0]], [1], "softmax", 0.5, 0.0, 1), ([0.5], 0.25)),
        ((np.array([[2], [-1]]), np.array([1, 0]), "svm", 0.5, 0.0, 1), ([0.75], 0.0)),
        (([[1.0]], [0], "svm", 0.5, 0.0, 4), ([-0.5], -0.5)),
        (([[1.0]], [1], "svm", 0.25, 1.0, 2), ([0.4375], 0.5)),
        (([[1.0, 2.0]], [1], "softmax", 0.5, 0.1, 0), ([0.0, 0.0], 0.0)),
        (([[100], [-80], [60], [90]], [1, 0, 1, 0], "softmax", 1.0, 0.0, 2), ([-3.75], -0.25)),
    ],
    hints=[
        "p is 0.5, so g is -0.5. Then w gains 0.5 * 0.5 * 2 and b gains 0.5 * 0.5.",
        "Both margins are 0, so g is -1 and +1. The mean of g x is -1.5, that of g is 0.",
        "The first step reaches margin 1 exactly. There g is 0, and nothing moves any more.",
        "Step 1 gives 0.25 and 0.25. In step 2 only w decays: 0.25 + 0.25 * (1 - 0.25).",
        "No step: zeros, of the right shape.",
        "After step 1 the scores are beyond 1,000 in size. Only the last sample still pulls.",
    ],
)

# %% tests="train_neuron" points=4
# Grading: other data and rates, a few steps, both losses. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a2_classifier", "train_neuron", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 7: what no single neuron can do (2 points, in words)

XOR is class 1 where exactly one of two inputs is 1. So (0, 1) and (1, 0) belong to class 1, (0, 0) and (1, 1) to class 0. A person will read this answer.

Argue that **no** single neuron decides all four corners right, whatever its weights, its bias and its threshold. To try many and see them fail is no argument. Say

1. what a single neuron can decide at all,
2. what the four corners ask of it, and why these things exclude each other,
3. why more steps or another loss would not help, in one sentence.

About 80 words are enough. A drawing in words or four inequalities will do.
"""

# %% [markdown] manual="xor" points=2
r"""
**What it can decide.** A neuron says 1 where its probability is above a threshold. That is where $w_1 x_1 + w_2 x_2 + b > c$ for some number $c$: one side of a straight line.

**What XOR asks.** Class 0 asks $b \le c$ and $w_1 + w_2 + b \le c$. Together: $w_1 + w_2 + 2b \le 2c$. Class 1 asks $w_1 + b > c$ and $w_2 + b > c$. Together: $w_1 + w_2 + 2b > 2c$. Both can't hold, for any $w$, $b$ and $c$.

**Training** only chooses among these lines. None of them is right, so no number of steps and no loss finds one that is.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All six example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now measure how wrong a neuron is, train it in two ways, and say what it can never learn. Next comes notebook 03, with more functions than the sigmoid.
"""
