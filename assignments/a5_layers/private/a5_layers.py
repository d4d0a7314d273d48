# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 5: Layers and the forward pass

**90 minutes, 20 points.** Work through notebook 05 first.

You will be able to

- count layers, neurons, weights and parameters;
- write the forward pass in rows and in columns;
- compute the one layer that equals a network without non-linearity;
- find an order in which the neurons of a graph can be computed;
- choose what the output layer should do.

The notes' section is *Neural Network architectures* (CS231n, "Neural Networks Part 1").
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
- it never gives `nan`; inputs may be as large as 10,000.

Each exercise is graded by itself. If one function calls another, a slip there counts twice.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: counting (5 points in four parts)

The sizes of a fully-connected network stand in one list: inputs, hidden layers, outputs. For the network 3-4-2, `sizes` is `[3, 4, 2]`. There are always at least two numbers. They may also come as a tuple or as an array.

Write four functions that each return a whole number. Count as notebook 05 and the notes do:

- `n_layers(sizes)`, 1 point: layers of neurons. The inputs do not count, the output layer does.
- `n_neurons(sizes)`, 1 point: the neurons in all these layers.
- `n_weights(sizes)`, 1 point: the weights alone, without biases.
- `n_parameters(sizes)`, 2 points: all weights and all biases.

Before you write: put a second hidden layer of 100 neurons into the network 784-100-10. Which of the four numbers grow, and by how much?

<details><summary>Compare with your guess</summary>

All four. There is one layer more and 100 neurons more. They bring 10,000 weights, from 100 neurons to 100, and 100 biases: 10,100 parameters.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do I start?</summary>

Draw 2-3-2 on paper. Point at what is a layer, what is a neuron, what is a weight. Where are the biases?
</details>

<details><summary>Hint 2: the weights</summary>

How many lines lead into the hidden layer of your drawing, and how many out of it? Each layer has a matrix of its own.
</details>

<details><summary>Hint 3: which sizes belong together?</summary>

`sizes[1:]` leaves out the first size, `sizes[:-1]` the last. Together they pair each layer with the one before it. A bias belongs to a neuron, whether hidden or output.
</details>
"""


# %% answer="n_layers"
def n_layers(sizes):
    """Return the number of layers of neurons."""
    ### BEGIN SOLUTION
    return len(sizes[1:])
    ### END SOLUTION


# %% examples="n_layers"
checks.examples(
    n_layers,
    [
        (([3, 4, 2],), 2),
        (([2, 1],), 1),
        (((3, 4, 4, 1),), 3),
        ((np.array([8, 6, 6, 6, 2]),), 4),
    ],
    hints=[
        "Three columns of circles, but the first holds inputs.",
        "No hidden layer: only the output layer counts.",
        "Two hidden layers and the output layer.",
        "Layers of equal size are different layers.",
    ],
)

# %% tests="n_layers" points=1
# Grading: other networks, with hidden layers and without. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "n_layers", globals())
### END HIDDEN TESTS


# %% answer="n_neurons"
def n_neurons(sizes):
    """Return the number of neurons."""
    ### BEGIN SOLUTION
    return sum(sizes[1:])
    ### END SOLUTION


# %% examples="n_neurons"
checks.examples(
    n_neurons,
    [
        (([3, 4, 2],), 6),
        (([2, 1],), 1),
        (((3, 4, 4, 1),), 9),
        ((np.array([8, 6, 6, 6, 2]),), 20),
    ],
    hints=[
        "Four hidden neurons and two outputs. An input computes nothing.",
        "The one output is the one neuron.",
        "Two hidden layers of four, and one output.",
        "Three hidden layers of six, and two outputs.",
    ],
)

# %% tests="n_neurons" points=1
# Grading: other networks, with hidden layers and without. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "n_neurons", globals())
### END HIDDEN TESTS


# %% answer="n_weights"
def n_weights(sizes):
    """Return the number of weights, without the biases."""
    ### BEGIN SOLUTION
    return sum(n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True))
    ### END SOLUTION


# %% examples="n_weights"
checks.examples(
    n_weights,
    [
        (([3, 4, 2],), 20),
        (([2, 1],), 2),
        (((3, 4, 4, 1),), 32),
        ((np.array([3072, 100, 10]),), 308200),
    ],
    hints=[
        "12 lines lead into the hidden layer, 8 out of it.",
        "One neuron with two inputs.",
        "12, 16 and 4 lines.",
        "307,200 and 1,000 lines.",
    ],
)

# %% tests="n_weights" points=1
# Grading: other networks, with hidden layers and without. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "n_weights", globals())
### END HIDDEN TESTS


# %% answer="n_parameters"
def n_parameters(sizes):
    """Return the number of weights and biases."""
    ### BEGIN SOLUTION
    pairs = zip(sizes[:-1], sizes[1:], strict=True)
    return sum(n_out * n_in + n_out for n_in, n_out in pairs)
    ### END SOLUTION


# %% examples="n_parameters"
checks.examples(
    n_parameters,
    [
        (([3, 4, 2],), 26),
        (([2, 1],), 3),
        (((3, 4, 4, 1),), 41),
        ((np.array([3072, 100, 10]),), 308310),
    ],
    hints=[
        "20 weights, and a bias for each of 6 neurons.",
        "The output neuron has two weights and a bias.",
        "32 weights and 9 biases.",
        "308,200 weights and 110 biases.",
    ],
)

# %% tests="n_parameters" points=2
# Grading: other networks, with hidden layers and without. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "n_parameters", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: the forward pass in rows (3 points)

Samples are rows. One layer computes

$$Z = X W^\top + b$$

with `X (n_samples, n_in)`, `W (n_out, n_in)` and a flat bias `b (n_out,)`. Each hidden layer applies the activation to $Z$ and hands the result to the next. The last layer applies nothing: its $Z$ are the scores.

Write `forward(X, Ws, bs, activation)`.

- `X` has at least one row and one column.
- `Ws` is the list of all weight matrices, first layer first, and `bs` the list of all biases. There is at least one layer.
- `activation` is a function, such as `np.tanh`. It takes an array or a number and works entry by entry.
- Return the scores, shape `(n_samples, n_out)`.

All shapes fit; you need not check them.

One point is for a single layer, one for hidden layers, one for lists and other types. All three look at the scores, so an activation on the last layer costs all of them.

Before you write: in a network with three layers, how often is `activation` called? And with one layer?

<details><summary>Compare with your guess</summary>

Twice, once for each hidden layer. With one layer it is never called.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: one layer at a time</summary>

Keep one variable for what the next layer sees. At the start that is `X`. Write its shape down after each line.
</details>

<details><summary>Hint 2: lists</summary>

An entry of `Ws` may be a plain list of rows. A list has no `.T` and no `@`. But `np.transpose` takes both kinds, and gives an array.
</details>

<details><summary>Hint 3: the last layer</summary>

`Ws[:-1]` are the hidden layers, `Ws[-1]` is the last one. With a single layer the first of the two is empty, and a loop over it does nothing.
</details>
"""


# %% answer="forward"
def forward(X, Ws, bs, activation):
    """Return the scores of a batch, one row for each sample."""
    ### BEGIN SOLUTION
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        A = activation(A @ np.transpose(W) + b)
    return A @ np.transpose(Ws[-1]) + bs[-1]
    ### END SOLUTION


# %% examples="forward"
def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0, z)


two_layers = [np.eye(2), [[1, 10]]], [[0, 0], [0.5]]
three_layers = [[[1], [-1]], [[1, 2]], [[3], [0]]], [[0, 2], [-1], [0, -7]]
only_ones = [np.ones((5, 3)), np.ones((2, 5))], [np.zeros(5), np.zeros(2)]

checks.examples(
    forward,
    [
        (([[2, 1]], [[[1, 1], [1, -2]]], [[0, -3]], relu), [[3, -3]]),
        (([[2.0, 1.0], [0.0, -1.0]], *two_layers, relu), [[12.5], [0.5]]),
        (([[1], [2]], *three_layers, relu), [[6, -7], [3, -7]]),
        ((np.ones((4, 3)), *only_ones, relu), np.full((4, 2), 15.0)),
        (([[3], [-2]], [[[1]], [[2]]], [[-1], [0]], np.square), [[8], [18]]),
    ],
    hints=[
        "One layer: 2 + 1 + 0 and 2 - 2 - 3. The scores stay plain, so -3 stays -3.",
        "Row one hides 2 and 1, row two 0 and 0. Then comes 1 * h1 + 10 * h2 + 0.5.",
        "Row one hides 1 and 1, then 2. Row two hides 2 and 0, then 1.",
        "Four samples in rows give four rows of scores, each 5 * 3.",
        "The hidden sums are 2 and -3, their squares 4 and 9. The activation is an argument.",
    ],
)

# %% tests="forward" points=3
# Grading: other networks and activations, lists, float32. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "forward", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: the forward pass in columns (3 points)

Now the notes' dialect. Samples are columns, and so are biases:

$$s = W_2 \, f(W_1 x + b_1) + b_2$$

Here `x` has shape `(n_in, n_samples)`, each `W` is `(n_out, n_in)` as before, and each `b` is `(n_out, 1)`.

Write `forward_columns(x, Ws, bs, activation)` for any number of layers, one or more. Return the scores, shape `(n_out, n_samples)`. Again the last layer has no activation, and all shapes fit.

One point is for five samples and one for lists and other types. The third is for a single sample, and for as many samples as neurons.

Before you write: with 4 neurons and 4 samples, which of the 16 sums come out right if `b` is flat? And with 4 neurons and 5 samples?

<details><summary>Compare with your guess</summary>

Only the four on the diagonal, where the number of the neuron is that of the sample. With 5 samples the shapes don't fit, and Python raises an error.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what changes, and what does not?</summary>

The weights are the same arrays as in exercise 2. Only the samples and the biases stand upright. Which side of the product is `W` on?
</details>

<details><summary>Hint 2: the bias</summary>

A column `(n_out, 1)` plus an array `(n_out, n_samples)`: NumPy repeats the column for each sample. So nothing has to be done to `b`. A plain list of rows must become an array before `@`.
</details>

<details><summary>Hint 3: another way</summary>

Translate. Turn samples and biases into rows, do what you did in exercise 2, and turn the result back.
</details>
"""


# %% answer="forward_columns"
def forward_columns(x, Ws, bs, activation):
    """Return the scores of a batch, one column for each sample."""
    ### BEGIN SOLUTION
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        h = activation(np.asarray(W) @ h + np.asarray(b))
    return np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])
    ### END SOLUTION


# %% examples="forward_columns"
upright = [[[1], [-1]], [[1, 2]], [[3], [0]]], [[[0], [2]], [[-1]], [[0], [-7]]]

checks.examples(
    forward_columns,
    [
        (([[2], [1]], [[[1, 1], [1, -2]]], [[[0], [-3]]], np.tanh), [[3], [-3]]),
        (([[1, 2]], [[[1], [1]]], [[[10], [20]]], np.tanh), [[11, 12], [21, 22]]),
        (([[2, -3]], [[[1]], [[2]]], [[[1]], [[0]]], np.square), [[18, 8]]),
        (([[1, 2]], *upright, np.abs), [[6, 3], [-7, -7]]),
    ],
    hints=[
        "One sample in one column, two scores in one column, and no activation.",
        "As many samples as neurons. The first neuron adds 10 to both, the second 20.",
        "The hidden sums are 3 and -2, their squares 9 and 4. Two samples, two columns.",
        "Three layers: column one hides 1 and 1, then 2. Column two hides 2 and 0, then 1.",
    ],
)

# %% tests="forward_columns" points=3
# Grading: other networks, one sample and many, lists, float32. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "forward_columns", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: the collapse (3 points)

Leave out the activation, and a network of any depth does the work of one layer:

$$W_2 (W_1 x + b_1) + b_2 = W x + b$$

Write `collapse(Ws, bs)`. It gets the weights and the flat biases of one layer or more, as in exercise 2. It returns the pair `(W, b)` of the one layer that gives the same scores.

- `W` has a row for each score and a column for each input.
- `b` is flat. Its shape is `(n_out,)`, where `n_out` counts the scores.

All shapes fit.

One point is for `W`, one for `b`, and one for all else: a single layer, deep networks, lists.

Before you write: what does the whole network answer to an input of zeros? Which part of the pair is that?

<details><summary>Compare with your guess</summary>

Wherever $x$ stands, nothing is left. What remains is $b$, the second part.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: two layers first</summary>

Multiply out the left side above. Which part stands before $x$, and which has no $x$ in it?
</details>

<details><summary>Hint 2: three layers</summary>

Two layers have become one. Take that one, and the third, and do the same again.
</details>

<details><summary>Hint 3: the bias on its way</summary>

Follow $b_1$ as if it were a sample. The second layer multiplies it by its own matrix and adds its own bias. What does the third layer do to the result?
</details>
"""


# %% answer="collapse"
def collapse(Ws, bs):
    """Return the pair (W, b) of the one layer that equals the linear network."""
    ### BEGIN SOLUTION
    W, b = np.asarray(Ws[0]), np.asarray(bs[0])
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W, b = np.asarray(W_next) @ W, np.asarray(W_next) @ b + b_next
    return W, b
    ### END SOLUTION


# %% examples="collapse"
checks.examples(
    collapse,
    [
        (([[[2.0]], [[3.0]]], [[1.0], [4.0]]), ([[6.0]], [7.0])),
        (([[[1, 2], [0, 1]], [[1, 0], [1, 1]]], [[1, 0], [0, 5]]), ([[1, 2], [1, 3]], [1, 6])),
        (([np.array([[1.0, -2.0]])], [np.array([3.0])]), ([[1.0, -2.0]], [3.0])),
        (([[[1], [1]], [[2, 0], [0, 3]], [[1, 1]]], [[1, 1], [0, 0], [10]]), ([[5]], [15])),
    ],
    hints=[
        "3 (2 x + 1) + 4 is 6 x + 7.",
        "The first layer stands on the right of the product. Its bias [1, 0] becomes [1, 1].",
        "A single layer is its own collapse.",
        "The first bias [1, 1] becomes [2, 3], then 5; the last layer adds 10.",
    ],
)

# %% tests="collapse" points=3
# Grading: other networks, from one layer to many, lists, float32. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "collapse", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: an order for a graph (4 points)

A graph is given by its edges. An edge is a tuple of two names: `("x", "h")` is an arrow from `x` to `h`, so `h` needs `x`. Every name in the edges is a **node**. A node to which no arrow leads is an input.

Write `topological_order(edges)`. `edges` is a list of such pairs, in any order. In one graph all names are words, or all are whole numbers. Return a list in which

- every node stands exactly once, by its own name;
- each node comes after everything that it needs, so every list begins with an input.

Every right order counts. A pair that comes twice is one arrow. A graph may fall into parts that no arrow joins. Without edges the list is empty.

If the edges hold a cycle, raise `ValueError`. An arrow from a node to itself is a cycle, and a cycle may stand apart from all inputs.

The first property is worth one point, the second two, and the cycle one.

Before you write: which orders are right for `[("h", "y"), ("x", "h"), ("u", "y")]`?

<details><summary>Compare with your guess</summary>

Three: `y` stands last and `x` before `h`, while `u` may stand in each of the three places before `y`.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: who can start?</summary>

Collect all names first. Then find those that never stand on the right of an edge. They can open the list.
</details>

<details><summary>Hint 2: who is next?</summary>

A node is ready when everything that it needs is in the list already. Add what is ready, then look again.
</details>

<details><summary>Hint 3: the cycle</summary>

Nodes of a cycle wait for each other, so none of them ever gets ready. What have you got, then, when nobody is ready and some names are not in the list?
</details>
"""


# %% answer="topological_order"
def topological_order(edges):
    """Return all nodes, each after what it needs; ValueError on a cycle."""
    ### BEGIN SOLUTION
    needs = {}
    for source, target in edges:
        needs.setdefault(source, set())
        needs.setdefault(target, set()).add(source)
    order = []
    while len(order) < len(needs):
        ready = [n for n in needs if n not in order and needs[n].issubset(order)]
        if not ready:
            raise ValueError("the edges form a cycle")
        order += ready
    return order
    ### END SOLUTION


# %% examples="topological_order"
checks.examples(
    topological_order,
    [
        (([("h", "y"), ("x", "h")],), ["x", "h", "y"]),
        (([("x", "y"), ("x", "h"), ("h", "g"), ("g", "y")],), ["x", "h", "g", "y"]),
        (([(7, 2), (2, 5), (7, 5), (7, 2)],), [7, 2, 5]),
        (([("x", "h"), ("h", "h")],), ValueError),
        (([("g", "h"), ("h", "g")],), ValueError),
        (([],), []),
    ],
    hints=[
        "The edges come in any order. The only input is x, and y needs h.",
        "x leads to y directly, but y needs g as well.",
        "Whole numbers are names, too. The pair (7, 2) comes twice and counts once.",
        "h would need its own output.",
        "g waits for h, and h waits for g. No node is an input.",
        "No edges, no nodes.",
    ],
)


# %%
# A graph with several right orders: in each of them h comes after x and v, y after h and u.
def arrows_lead_on(edges):
    """Tell for each arrow whether it leads from earlier in your list to later."""
    order = topological_order(edges)
    return [order.index(a) < order.index(b) for a, b in edges]


checks.examples(
    arrows_lead_on,
    [(([("x", "h"), ("h", "y"), ("u", "y"), ("v", "h")],), [True] * 4)],
    name="each arrow leads on",
    hints="h needs x and v, so both come before it. y needs h and u.",
)

# %% tests="topological_order" points=4
# Grading: other graphs, with and without cycles. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "topological_order", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 6: the last line (2 points)

What should be done to the last layer's sums $z$? One of these:

- `"identity"`: nothing. Each output may be any number.
- `"sigmoid"`: $\sigma(z)$, for each output by itself. It lies between 0 and 1.
- `"softmax"`: $e^{z_i}$ divided by the sum over all outputs, as in notebook 02. Together they make exactly 1.

Here are five networks.

| task | outputs | what the outputs shall be |
| --- | --- | --- |
| `"temperature"` | 1 | tomorrow's temperature at noon, in °C |
| `"rain"` | 1 | the probability that it rains tomorrow |
| `"scores"` | 10 | the class scores of the ten digits, as in the notes |
| `"digit"` | 10 | the probabilities of the ten digits; each picture shows exactly one |
| `"tags"` | 5 | for each of five animals, the probability that the photo shows it; it may show none or several |

Write the dict `output_layer`: its keys are the five task names, its values the three words, all strings spelt as above.

One point is for the two tasks with one output, one for the other three. All tasks of a point must be right.

Before you write: what is the softmax of a single number?

<details><summary>Compare with your guess</summary>

Always 1, whatever the number is.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: two questions for each task</summary>

May an output be any number, or must it lie between 0 and 1? If it must: do all outputs together have to make 1?
</details>

<details><summary>Hint 2: scores and targets</summary>

Section 5 of notebook 05 tells scores, targets and probabilities apart. It also shows what a sigmoid does to targets.
</details>

<details><summary>Hint 3: several probabilities</summary>

Suppose that the network is sure of two classes at once. May both probabilities be near 1? If not, the outputs share a total. If so, each stands by itself.
</details>
"""

# %% answer="output_layer"
# output_layer = {"temperature": "one of the three words", ...}
### BEGIN SOLUTION
output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "identity",
    "digit": "softmax",
    "tags": "sigmoid",
}
### END SOLUTION


# %% examples="output_layer"
def spelling():
    """Tell whether the keys and the words are spelt as asked; not whether they are right."""
    words = globals().get("output_layer", ...)
    if not isinstance(words, dict):
        return words
    return {task: words[task] in ("identity", "sigmoid", "softmax") for task in words}


checks.examples(
    spelling,
    [((), dict.fromkeys(["temperature", "rain", "scores", "digit", "tags"], True))],
    hints="Five keys, as in the table. Each value is 'identity', 'sigmoid' or 'softmax'.",
)

# %% tests="output_layer" points=2
# Grading: which of your five choices are right. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a5_layers", "output_layer", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. Every example cell should show a check mark; exercise 5 has two.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

You can now count a network, run it in two dialects, collapse it, and find an order for it. Next comes notebook 06: what can such a network represent?
"""
