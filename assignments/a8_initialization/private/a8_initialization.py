# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 8: Data and first weights

**100 minutes, 20 points.** Work through notebook 08 first.

You will be able to

- standardise data without a leak;
- whiten data, and keep empty directions quiet;
- centre pictures in two ways;
- choose the spread of the first weights;
- follow a signal through the layers;
- tell whether the units of a layer are all alike.

The notes' sections are *Data Preprocessing* and *Weight Initialization* (CS231n, "Neural Networks Part 2").
"""

# %% [markdown]
r"""
## How this works

Each exercise has your cell, a cell of examples, and a cell for grading, as in the assignments before. The grader calls each function with *other* inputs. Each check that you pass earns its points. One function may call another, but then a slip there counts twice.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. The rest of `course_utils` is not there.

Any style that gives the right numbers is right: a loop, a matrix product, a list, float32. Printing and warnings cost nothing. Every function keeps three promises:

- it takes lists as well as arrays of any kind, whole numbers too;
- it changes none of its arguments;
- it never gives `nan`.

Rows are samples: `X` has shape `(n_samples, n_features)`. Each row of `W (n_out, n_in)` holds the weights of one unit. The **spread** is the standard deviation, `np.std`, as in the notebook.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: standardise (3 points)

Standardising subtracts from each feature its mean, and divides by its spread:

$$x' = (x - \text{mean}) / \text{std}$$

Write `standardise(train, test)`. Both arguments have one sample a row, and equally many columns. The number of rows may differ. Return **both** sets, the training set first, with their shapes.

- Mean and spread come from the training set alone, feature by feature. `np.std` divides by the number of rows, and so do we.
- A feature may be constant in training, for all of its rows. Its spread is 0; divide by 1 instead. So it becomes 0 in the training set. A test value keeps its distance from the training mean.

In grading, constant features hold whole numbers, so that their spread is exactly 0. The training set may have a single row.

One point is for the training set, one for the test set, one for constant features.

Before you write: one test row changes. Which numbers of your result may change, and which may not?

<details><summary>Compare with your guess</summary>

Only those of its own row. Mean and spread come from training, so no other row can notice.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: how many means are there?</summary>

One for each feature, so a training set of shape `(80, 64)` has 64 means and 64 spreads. Which `axis` do you average over?

`np.asarray(train, dtype=float)` turns a list, or whole numbers, into an array of floats.
</details>

<details><summary>Hint 2: what does the test set give?</summary>

Nothing. It is moved and scaled by the same numbers as the training set. Its own mean need not become 0.
</details>

<details><summary>Hint 3: my result has nan or huge numbers</summary>

Look at the spreads before you divide. `np.where` can put a 1 wherever there is a 0. A small number in its place would blow up the test set.
</details>
"""


# %% answer="standardise"
def standardise(train, test):
    """Return both sets, standardised by the training set's means and spreads."""
    ### BEGIN SOLUTION
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std
    ### END SOLUTION


# %% examples="standardise"
checks.examples(
    standardise,
    [
        (([[0.0], [6.0]], [[9.0]]), ([[-1.0], [1.0]], [[2.0]])),
        (([[0, 10], [2, 50]], [[1, 30], [3, 90]]), ([[-1, -1], [1, 1]], [[0, 0], [2, 3]])),
        (([[1.0], [1.0], [1.0], [5.0]], [[2.0]]), ([[-(3**-0.5)]] * 3 + [[3**0.5]], [[0.0]])),
        (([[7, 1], [7, 3]], [[7, 2], [9, 2]]), ([[0, -1], [0, 1]], [[0, 0], [2, 0]])),
        (([[4, 5]], [[5, 5], [4, 3]]), ([[0, 0]], [[1, 0], [0, -2]])),
    ],
    hints=[
        "Training has mean 3 and spread 3, so the test value 9 becomes (9 - 3) / 3.",
        "Two features, two means (1 and 30), two spreads (1 and 20).",
        "The mean is 2, the variance (1 + 1 + 1 + 9) / 4 = 3.",
        "The first feature is 7 in all of training: divide by 1, so the 9 becomes 2.",
        "A single training row: every feature is constant.",
    ],
)

# %% tests="standardise" points=3
# Grading: other sets, far test rows, constant features. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "standardise", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: whiten (4 points)

Whitening takes four steps. `X` has shape `(n, d)`: `n` samples, `d` features. It has at least two rows, and at least as many rows as columns.

1. Centre: subtract from each feature its mean. Call the result $X_c$, shape `(n, d)`.
2. Compute the covariance, shape `(d, d)`: $C = X_c^\top X_c \,/\, (n - 1)$.
3. Turn the axes: $X_c V$, where the columns of $V$ are the eigenvectors of $C$.
4. Divide each new feature by $\sqrt{\lambda + \varepsilon}$, where $\lambda$ is its eigenvalue and $\varepsilon$ is `eps`.

Write `whiten(X, eps=1e-5)`. It returns the result, shape `(n, d)`. Data with `d = 1` count too. With `eps` above 0, a constant feature and two equal features must work. In grading, `eps` is 0 only where all eigenvalues are well above 0.

A white cloud stays white when you turn it or mirror it. So the order of the new axes and their signs are up to you. You may also turn the cloud back by $V^\top$. The examples and the grader look only at what no turn can change: the dot product of each pair of rows.

One point is for clouds with the usual `eps`, one for other values of `eps`, one for directions that are nearly empty. The fourth is for one feature, lists and other types.

Before you write: in one direction the data have variance 0.00001. By which number do you divide there, and what spread is left?

<details><summary>Compare with your guess</summary>

By the root of 0.00001 + 0.00001, which is about 0.0045. The spread was 0.0032, so about 0.71 of a spread of 1 is left.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: eigenvalues and eigenvectors</summary>

`np.linalg.eigh(C)` returns both: first the eigenvalues, then $V$, with one eigenvector in each **column**.
</details>

<details><summary>Hint 2: which number goes with which column?</summary>

Column `j` of $X_c V$ has variance `eigenvalues[j]`. NumPy pairs a vector of `d` numbers with the last axis, so no loop is needed.
</details>

<details><summary>Hint 3: nan, or an error for one feature</summary>

An eigenvalue of 0 may come out as −1e-17. Add `eps` first, take the root second, divide last.

`np.cov` gives a bare number if there is one feature, which `eigh` refuses. The product of step 2 has no such trap.
</details>
"""


# %% answer="whiten"
def whiten(X, eps=1e-5):
    """Return X centred, turned and scaled, in the shape of X."""
    ### BEGIN SOLUTION
    centred = np.asarray(X, dtype=float) - np.mean(X, axis=0)
    covariance = centred.T @ centred / (len(centred) - 1)
    eigenvalues, V = np.linalg.eigh(covariance)
    return centred @ V / np.sqrt(eigenvalues + eps)
    ### END SOLUTION


# %% examples="whiten"
def dot_products(X, *eps):
    """Whiten X and return the dot products of all pairs of its rows."""
    white = np.asarray(whiten(X, *eps))
    if white.shape != np.shape(X):
        raise ValueError(f"whiten gave shape {white.shape} for X of shape {np.shape(X)}")
    return white @ white.T


checks.examples(
    dot_products,
    [
        (
            ([[1, 3], [1, 7], [5, 3], [5, 7]], 0),
            0.75 * np.array([[2, 0, 0, -2], [0, 2, -2, 0], [0, -2, 2, 0], [-2, 0, 0, 2]]),
        ),
        (
            ([[3, 0], [-3, 0], [0, 1], [0, -1]], 0),
            1.5 * np.array([[1, -1, 0, 0], [-1, 1, 0, 0], [0, 0, 1, -1], [0, 0, -1, 1]]),
        ),
        (([[0.0], [2.0]], 6.0), [[0.125, -0.125], [-0.125, 0.125]]),
        (
            ([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], 0.5),
            [[0.8, 0, -0.8], [0, 0, 0], [-0.8, 0, 0.8]],
        ),
        (([[4, 7], [4, 5], [4, 9]],), [[0, 0, 0], [0, 1, -1], [0, -1, 1]]),
    ],
    name="dot products of whiten",
    hints=[
        "Centred, all entries are 2 or -2. Both variances are 16/3, so 4 / (16/3) = 0.75.",
        "The variances are 6 and 2/3: 9 / 6 = 1.5, and 1 / (2/3) = 1.5.",
        "Centred -1 and 1, variance 2. Both are divided by the root of 2 + 6.",
        "Along the diagonal the variance is 2, across it 0: 2 / (2 + 0.5) = 0.8.",
        "The first column never varies and stays 0. The second has variance 4: -2 becomes -1.",
    ],
)

# %% tests="whiten" points=4
# Grading: other clouds and values of eps, empty directions, one feature. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "whiten", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: the mean image (2 points)

A stack of pictures has shape `(n, height, width, channels)`, with at least one picture. The **mean image** averages the stack pixel by pixel, and channel by channel.

Write `mean_image(images)`. It returns shape `(height, width, channels)`, in fractions: nothing is rounded.

Pixels often come as `uint8`, whole numbers of 8 bits. Such a number ends at 255 and then starts again at 0.

Before you write: what is 250 + 250 in `uint8`? Does `np.mean` fall for it?

<details><summary>Compare with your guess</summary>

It is 244. `np.mean` adds in floats, so it is not deceived.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what remains?</summary>

The result has the shape of one picture. So which of the four axes is gone?
</details>

<details><summary>Hint 2: my means of bright pixels are too dark</summary>

A sum of `uint8` arrays, one by one, is `uint8` again. Make floats first.
</details>

<details><summary>Hint 3: one picture, one channel</summary>

The mean image of a single picture is that picture. An axis of size 1 stays, as in `(4, 6, 1)`. Nothing needs a special case.
</details>
"""


# %% answer="mean_image"
def mean_image(images):
    """Return the average of a stack of pictures, shape (height, width, channels)."""
    ### BEGIN SOLUTION
    return np.asarray(images, dtype=float).mean(axis=0)
    ### END SOLUTION


# %% examples="mean_image"
checks.examples(
    mean_image,
    [
        (([[[[0.0], [10.0]]], [[[2.0], [20.0]]]],), [[[1.0], [15.0]]]),
        ((np.array([[[[1, 2, 3]]], [[[2, 4, 6]]]]),), [[[1.5, 3.0, 4.5]]]),
        ((np.array([[[[250]]], [[[252]]]], dtype=np.uint8),), [[[251.0]]]),
    ],
    hints=[
        "Two pictures of 1 x 2 pixels and one channel: (0 + 2) / 2 and (10 + 20) / 2.",
        "Each channel has its own average; fractions stay.",
        "In uint8, 250 + 252 is 246. Make floats before you add.",
    ],
)

# %% tests="mean_image" points=2
# Grading: other stacks, many shapes and types. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "mean_image", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: centre pictures (3 points)

Write `center(images, per_channel=False)`. It returns the stack without its mean, in the shape of the stack.

- By default, subtract the mean image, as AlexNet did.
- With `per_channel=True`, subtract the channel means, as VGG did. A **channel mean** averages one colour over all pixels of all pictures, so there is one number for each channel.

The pictures of exercise 3 come again, `uint8` too. Nothing is divided here.

One point is for the mean image, one for the channel means, one for `uint8`, lists and other types.

Before you write: how many numbers does each way subtract from pictures of shape `(32, 32, 3)`? For which stacks do the two ways agree?

<details><summary>Compare with your guess</summary>

3,072 and 3. They agree for stacks whose mean image has one colour all over.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: which axes?</summary>

The channel means have shape `(channels,)`. Three of the four axes are gone. `axis` takes a tuple.
</details>

<details><summary>Hint 2: do the shapes fit?</summary>

NumPy pairs shapes from their ends. So `(n, h, w, c)` fits both `(h, w, c)` and `(c,)`, and no loop is needed.
</details>

<details><summary>Hint 3: strange numbers from uint8</summary>

About half of the centred pixels are negative, and a `uint8` has no sign. Keep the mean in floats and subtract it without `-=`. Then the result is a new array of floats.
</details>
"""


# %% answer="center"
def center(images, per_channel=False):
    """Return the pictures without their mean image, or without their channel means."""
    ### BEGIN SOLUTION
    images = np.asarray(images, dtype=float)
    axes = (0, 1, 2) if per_channel else (0,)
    return images - images.mean(axis=axes)
    ### END SOLUTION


# %% examples="center"
checks.examples(
    center,
    [
        (([[[[0.0], [10.0]]], [[[2.0], [20.0]]]],), [[[[-1.0], [-5.0]]], [[[1.0], [5.0]]]]),
        (
            ([[[[0.0], [10.0]]], [[[2.0], [20.0]]]], True),
            [[[[-8.0], [2.0]]], [[[-6.0], [12.0]]]],
        ),
        (([[[[1, 5], [3, 5]]]], True), [[[[-1, 0], [1, 0]]]]),
        ((np.array([[[[0]]], [[[255]]]], dtype=np.uint8),), [[[[-127.5]]], [[[127.5]]]]),
    ],
    hints=[
        "The mean image is [1, 15]; it is subtracted from both pictures.",
        "All four pixels share one channel. Its mean is (0 + 10 + 2 + 20) / 4 = 8.",
        "Two channels: means 2 and 5, each over all pixels of its own colour.",
        "The mean is 127.5. Centred pixels have fractions and signs, which uint8 has not.",
    ],
)

# %% tests="center" points=3
# Grading: other stacks, both ways. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "center", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: how large should the first weights be? (2 points)

A sum of $n$ products has a variance of $n \cdot \text{std}^2 \cdot m$. Here $m$ is the mean square of the inputs. The signal stays level if $n \cdot \text{std}^2 = 1$. ReLU cuts off half of the sums, and with them half of the mean square. The weights make up for that.

Write `init_scale(activation, n_in)`. It returns the **spread** (std) of the first weights of a unit with `n_in` inputs, one number.

- `activation` is the text `"identity"` (none), `"sigmoid"`, `"tanh"` or `"relu"`.
- For the first three, follow the plain rule of LeCun. In the notebook it carries $\sqrt{1/n}$. For the sigmoid it is a convention: its outputs are never centred.
- For `"relu"`, follow He.

The number of outputs plays no part here. Xavier's rule would need it.

Before you write: which of two ReLU layers needs the larger weights, one with 50 inputs or one with 5,000? By what factor?

<details><summary>Compare with your guess</summary>

The one with 50 inputs. There are a hundred times fewer of them, and the spread goes with a root: a factor of 10.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: variance or spread?</summary>

The rules are often told as variances, such as 2 / n_in. What do you get from a variance when you take its root?
</details>

<details><summary>Hint 2: how much more does ReLU need?</summary>

Twice the **variance** makes up for half of the mean square. By what factor does the spread grow then?
</details>

<details><summary>Hint 3: a test</summary>

For `"tanh"` and 4 inputs the spread is one half. For `"relu"` and 8 inputs it is one half as well.
</details>
"""


# %% answer="init_scale"
def init_scale(activation, n_in):
    """Return the std of the first weights of a unit with n_in inputs."""
    ### BEGIN SOLUTION
    factor = 2 if activation == "relu" else 1
    return np.sqrt(factor / n_in)
    ### END SOLUTION


# %% examples="init_scale"
checks.examples(
    init_scale,
    [
        (("tanh", 4), 0.5),
        (("identity", 100), 0.1),
        (("sigmoid", 100), 0.1),
        (("relu", 8), 0.5),
        (("relu", 2), 1.0),
    ],
    hints=[
        "The variance is 1/4. Its root is the spread.",
        "The root of 1/100.",
        "A sigmoid follows the same rule as tanh here.",
        "ReLU needs twice the variance: 2/8, whose root is one half.",
        "The root of 2/2.",
    ],
)

# %% tests="init_scale" points=2
# Grading: all four activations, other numbers of inputs. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "init_scale", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: follow the signal (3 points)

Now test such a rule. Send samples through a stack of layers **without biases**, and measure each layer:

$$A_0 = X, \qquad A_k = f(A_{k-1} W_k^\top), \qquad \text{spread}_k = \text{std of all entries of } A_k$$

Write `layer_stds(X, Ws, activation)`.

- `X` has shape `(n_samples, n_in)`, one sample a row.
- `Ws` is a list of weight matrices, first layer first. Each has shape `(n_out, n_in)` of its layer.
- `activation` is a **function**, such as `np.tanh`. It takes an array and returns an array of the same shape. **Every** layer applies it, the last one too.

Return one number for each layer, in order. The input counts as no layer. Each number is one standard deviation over all samples and all units together, as `np.std` of the whole array gives it.

One point is for a single layer, one for several, one for lists and other types.

Before you write: how many numbers come back for ten matrices? A layer whose units all put out 5 has which spread?

<details><summary>Compare with your guess</summary>

Ten. The spread of equal numbers is 0, however large they are.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one layer first</summary>

Samples are rows, and so are the weights of a unit. Which product of `X` and `W` has one sample a row and one unit a column?
</details>

<details><summary>Hint 2: before or after?</summary>

Three things happen in each layer, in this order: sums, activation, measurement.
</details>

<details><summary>Hint 3: from layer to layer</summary>

What you measured goes into the next layer. Keep it in a variable that the loop overwrites, and collect the numbers in a list.
</details>
"""


# %% answer="layer_stds"
def layer_stds(X, Ws, activation):
    """Return the std of all activations, for each layer."""
    ### BEGIN SOLUTION
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(np.std(A))
    return stds
    ### END SOLUTION


# %% examples="layer_stds"
def same(z):
    """Return z itself: no activation."""
    return z


def relu(z):
    """Return max(0, z)."""
    return np.maximum(0, z)


checks.examples(
    layer_stds,
    [
        (([[1.0], [3.0]], [[[2.0]]], same), [2.0]),
        (([[1.0], [-3.0]], [[[2.0]]], relu), [1.0]),
        (([[1, 2]], [[[1, 0], [0, 1], [1, 1]]], same), [(2 / 3) ** 0.5]),
        (([[1.0], [-3.0]], [[[2.0], [-2.0]], [[1.0, 1.0]]], relu), [6**0.5, 2.0]),
        (([[0.0], [np.log(2)]], [[[1.0]], [[1.0]]], np.tanh), [0.3, np.tanh(0.6) / 2]),
    ],
    hints=[
        "The sums are 2 and 6: mean 4, spread 2.",
        "The sums are 2 and -6. ReLU makes them 2 and 0: measure after it.",
        "One sample, three units: 1, 2 and 3. Their mean is 2, their variance 2/3.",
        "Layer 1: 2, 0, 0, 6, with mean 2 and variance 6. Layer 2 works on these: 2 and 6.",
        "Layer 1 is 0 and 0.6. Layer 2 takes tanh of these once more.",
    ],
)

# %% tests="layer_stds" points=3
# Grading: other signals, stacks and activations. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "layer_stds", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 7: equal units (3 points)

Two units of a layer are **alike** if they compute the same sum $z$ for every input. A unit is one row of `W (n_out, n_in)` together with one entry of `b (n_out,)`.

Write `is_symmetric(W, b)`. It returns `True` if **all** units of the layer are alike, else `False`. That is the case if all rows of `W` are equal **and** all entries of `b` are equal.

- Numbers that differ by at most 1e-9 count as equal, for rounding must not decide. In grading, other differences are at least 0.001, and all numbers lie between −20 and 20.
- A layer of one unit has no other unit to differ from: `True`.
- There is at least one unit and at least one input.

One point is for the weights and one for the biases. The third is for a single unit, lists and rounding.

We look at one layer only, at one moment. Do equal units **stay** equal in training? That depends on the weights that lead out of them, too. And random biases part units, as notebook 08 showed; whether that helps is another question.

Before you write: `W` is all zeros and `b` is random. Are the units alike?

<details><summary>Compare with your guess</summary>

No. Their weights agree, but their biases don't, so they put out different numbers.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what must equal what?</summary>

Compare whole rows with each other, never the entries of one row. A unit may have weights 1, 2, 3, as long as all the others have them too.
</details>

<details><summary>Hint 2: one unit to compare with</summary>

If every unit equals the first one, all of them are equal. NumPy can subtract the first row from all rows at once.
</details>

<details><summary>Hint 3: rounding, and what to return</summary>

`==` calls 0.1 + 0.2 and 0.3 different. Look at the size of the differences instead. `np.all` and `np.allclose` give one answer for a whole array.
</details>
"""


# %% answer="is_symmetric"
def is_symmetric(W, b):
    """Return whether all units of a layer have the same weights and the same bias."""
    ### BEGIN SOLUTION
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    same_weights = np.all(abs(W - W[0]) <= 1e-9)
    same_biases = np.all(abs(b - b[0]) <= 1e-9)
    return bool(same_weights and same_biases)
    ### END SOLUTION


# %% examples="is_symmetric"
checks.examples(
    is_symmetric,
    [
        (([[1.0, 2.0], [1.0, 2.0]], [0.5, 0.5]), True),
        (([[1.0, 1.0], [2.0, 2.0]], [0.5, 0.5]), False),
        (([[1, 2], [1, 2], [1, 3]], [0, 0, 0]), False),
        (([[0, 0], [0, 0]], [1, -1]), False),
        (([[3, 1, 4]], [2]), True),
        (([[0.3], [0.1 + 0.2]], [1.0, 1.0]), True),
    ],
    hints=[
        "Both units have the weights 1 and 2, and the same bias.",
        "The columns are equal here, but a unit is a row.",
        "Two of the units are alike, the third is not.",
        "For every input, one unit puts out 1 and the other -1.",
        "There is only one unit.",
        "The two differ by 6e-17, which is rounding.",
    ],
)

# %% tests="is_symmetric" points=3
# Grading: other layers, alike and not alike. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a8_initialization", "is_symmetric", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All seven example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now prepare data and first weights, and test both. Next comes notebook 09, where you audit a claim of your own choice.
"""
