# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 05 · Layers and the forward pass

**Time:** 75 minutes. **Before this:** notebooks 01 and 02; matrix products.

Afterwards you will be able to

- count layers, neurons and parameters,
- write the forward pass in rows and columns,
- find a wrong bias shape that raises no error,
- prove that layers without a non-linearity are one layer,
- check a slope of the chain rule.

This notebook tests "Neural Network architectures" and parts of "Quick intro" in the CS231n notes, *Neural Networks Part 1*.

Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Neurons in a graph

The output of one neuron can be an input of the next. Draw an arrow for each such connection. If no way along the arrows leads back to its start, the drawing is an **acyclic graph**.

Before a neuron can be computed, all its inputs must be known. A **topological order** is a list in which every neuron comes after everything that it needs. The next cell prints one.

The notes of 2015 forbid cycles: they would mean an infinite loop. Let us build one. Neuron $h$ gets the input 1, and half of its own output as a second input. It adds the two.

To compute it at all, we bring in a clock. At each tick, $h$ uses the output that it had one tick before. It starts at $h = 0$. What is $h$ after 10 ticks? Put your guess in place of the `...`.
"""

# %%
import numpy as np

from course_utils import NeuronGraph, topological_order
from course_utils.claims import measure, verdicts
from course_utils.network import unroll
from course_utils.predictions import outcome, predict, summary

print(*topological_order([("h", "y"), ("x1", "h"), ("x2", "h"), ("x1", "y")]))
predict("05-loop", "The output of h after 10 ticks?", ...)

# %%
loop = {("x", "h"): 1.0, ("h", "h"): 0.5}
try:
    NeuronGraph(loop)
except ValueError as error:
    print(error)

in_time = NeuronGraph(unroll(loop, n_steps=10))
start = dict.fromkeys(in_time.inputs, 1.0) | {("h", 0): 0.0}
graphs = measure(66)
print(graphs)
outcome("05-loop", in_time.forward(start)["h", 10], tolerance=0.01)

# %% [markdown]
r"""
`x1 x2 h y` is an order, because $h$ needs both inputs, and $y$ needs $h$. The cycle is refused: $h$ would need itself.

The lines that begin with 66 are a **card**. It names a claim of the notes and our verdict. Below stand the figures that we measured over several seeds, each with the interval it must lie in. A ✓ means that it does.

After 10 ticks, $h$ is 1.998. It does not run away: at 2 it would stay, as 1 + half of 2 is 2. A network with cycles is a **recurrent network**. It is computed by **unrolling**, which gives each tick its own copy of every neuron.

The card shows the same for 20 random graphs. Each had an order, lost it to one arrow back, and had one again when unrolled.

So the notes are half right. Within one moment a cycle has no order, because $h$ waits for itself. Spread over time it has one, because each copy waits only for an earlier one. Elman trained such networks in 1990.
"""

# %% [markdown]
r"""
## 2. Layers, and how to count them

Most networks are tidier than a graph has to be. In a **fully-connected layer**, each neuron sees every output of the layer before it, and none of its own layer.

A **hidden layer** stands between the inputs and the last layer. The last one, the **output layer**, gives the scores.

The network 3-4-2 has 3 inputs, 4 hidden neurons and 2 outputs. In the demo, N is the number of samples.

### Try it

- Point at a circle. Which array holds the weights of its thick lines, and where?
- How many columns of circles do you see, and how many layers are counted?
- Choose layer 0. Why is an input no row of $W_1$?
- Enter `3072-100-10`, then `3072-200-10`. Which numbers double exactly?

Before you try 3-4-4-1, guess: how many parameters, weights and biases, does it have?
"""

# %%
from course_utils.demos import architecture_demo, broadcasting_demo, collapse_demo, static
from course_utils.plotting import COLOURS, show, use_course_style

use_course_style()
architecture_demo(sizes="3-4-2", dialect="rows", layer=1, unit=2)

# %%
show(
    static("architecture", {"dialect": "rows"}, {"dialect": "rows", "sizes": "3072-100-10"}),
    alt="Two 2-layer networks, drawn as three columns of circles, with their shapes. 3-4-2 has "
    "20 weights and 6 biases. 3072-100-10 has 308,200 weights and 110 biases.",
)
predict("05-parameters", "How many parameters does 3-4-4-1 have?", ...)

# %% [markdown]
r"""
An **N-layer network** has N layers of neurons: the inputs do not count, the output layer does. Three columns of circles are a 2-layer network. Without a hidden layer, it is a 1-layer network.

The documents disagree. The notes (2015) state this rule. A study group's slides (2019) number the hidden layers and state no rule. So when you read of a 3-layer network elsewhere, ask what was counted.

A **parameter** is a number that training changes. A fully-connected layer has $n_\text{out} \cdot n_\text{in}$ weights and $n_\text{out}$ biases.
"""

# %%
from course_utils import MLP, count

first, second = count([3, 4, 2]), count([3, 4, 4, 1])
print(first, second, sep="\n")
wires, drawings, random_nets = measure(67), measure(68), measure(73)
print(wires, drawings, random_nets, sep="\n")
outcome("05-parameters", second.n_parameters, tolerance=0)

# %% [markdown]
r"""
The biases are what most people forget: 32 weights, 9 biases, 41 parameters. In 100 random networks the formula gave as many numbers as the arrays hold. The drawings agree: 20 and 32 lines, none inside a layer, and none that skips a layer.

For the first layer, the lecture (2015) writes 4 × 3 weights and the notes 3 × 4. The product is 12 both times. But only (4, 3) is also the shape of $W_1$, which has one row for each neuron.

### Exercise 1: the shapes of the weights

Return the shape of each weight matrix, as a list of pairs. `sizes` starts with the inputs.

<details><summary>Hint 1</summary>How many matrices are there, if there are three sizes?</details>
<details><summary>Hint 2</summary>Rows are neurons of this layer, columns are what they see.</details>
<details><summary>Hint 3</summary><code>zip(sizes, sizes[1:])</code> pairs each size with the next.</details>
<details><summary>One answer</summary><pre>return [(n_out, n_in) for n_in, n_out in zip(sizes, sizes[1:])]</pre></details>
"""

# %%
from course_utils import checks


def weight_shapes(sizes):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    weight_shapes,
    [
        (([3, 4, 2],), [(4, 3), (2, 4)]),
        (([3072, 10],), [(10, 3072)]),
        (([2, 1, 5],), [(1, 2), (5, 1)]),
    ],
    hints=["One pair for each layer.", "No hidden layer, one matrix.", "Rows are neurons."],
)

# %% [markdown]
r"""
## 3. One layer is one product

In this course samples are rows. A layer takes `X (n_samples, n_in)`. With `W (n_out, n_in)` and `b (n_out,)` it computes

$$Z = X W^\top + b \qquad A = f(Z)$$

Column $i$ of `Z` is what neuron $i$ computes from row $i$ of `W`. A study group's slides (2019) stack neurons like this.

Each sample meets each weight once. That makes $n_\text{out} \cdot n_\text{in} \cdot n_\text{samples}$ multiplications.

The cell compares a layer with its neurons. Then 50 samples go through 100 neurons, in one call of the layer, or in a call for each sample and neuron. How many calls are saved?
"""

# %%
from course_utils import Neuron, sigmoid

gaps = []
for seed in range(20):
    rng = np.random.default_rng(seed)
    W, b, X = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=(10, 3))
    layer = sigmoid(X @ W.T + b)
    neurons = [Neuron(W[i], b[i]).forward(X) for i in range(4)]
    gaps.append(abs(layer - np.stack(neurons, axis=1)).max())

print(f"layer against its neurons: they differ by at most {max(gaps):.0e}")
products, clock = measure(80), measure(82)
print(products, clock, sep="\n")

# %% [markdown]
r"""
The layer and its neurons agree up to rounding. The first card divides the multiplications, counted one by one, by the formula: 1 means agreement.

In the second card, one call replaces 100 × 50 = 5,000. It says in how many of five timed runs the layer took at most two thirds of the loop's time.

This is why the notes cut networks into layers: a matrix product is short to write, and fast. Both ways do the same multiplications. What the layer saves is the calls, because each costs time.
"""

# %% [markdown]
r"""
## 4. The forward pass, in two dialects

The **forward pass** computes layer after layer, from the inputs to the scores. The notes put samples in columns. In this **column dialect**, three layers are

$$s = W_3 \, f(W_2 \, f(W_1 x + b_1) + b_2) + b_3$$

with `x (n_in, n_samples)` and biases `(n_out, 1)`. With ReLU, $f(z) = \max(0, z)$, this is the notes' $W_3 \max(0, W_2 \max(0, W_1 x))$, with biases. The hidden sizes are yours to choose, so we draw them at random, 20 times.

For 3-4-4-1 and one sample, `W1 @ x` has shape (4, 1). Somebody stores `b1` with shape (4,). How many numbers does `W1 @ x + b1` hold? Guess, then run.
"""

# %%
from course_utils import relu

dialects, shapes = [], set()
for seed in range(20):
    rng = np.random.default_rng(seed)
    sizes = [3, *rng.integers(1, 20, size=2), 1]
    W1, W2, W3 = [rng.normal(size=(m, n)) for n, m in zip(sizes, sizes[1:], strict=False)]
    b1, b2, b3 = [rng.normal(size=(m, 1)) for m in sizes[1:]]
    x = rng.normal(size=(3, 5))

    h1 = relu(W1 @ x + b1)
    h2 = relu(W2 @ h1 + b2)
    s = W3 @ h2 + b3

    A = x.T
    for W, b in ((W1, b1), (W2, b2)):
        A = relu(A @ W.T + b.T)
    dialects.append(abs(A @ W3.T + b3.T - s.T).max())
    shapes.add(s.shape)
# for the last table: the same formulas against code that was written separately
same = {row: max(measure(row).table["largest difference"]) for row in (4, 77, 80)}
print(f"columns against rows: {max(dialects):.0e};  shapes of s: {shapes}")
predict("05-trap", "How many numbers does W1 @ x + b1 hold?", ...)

# %% [markdown]
r"""
Once transposed, both dialects give the same scores, whose shape never depends on the hidden sizes. For 3-4-4-1 and five samples:

| | notes: columns | this course: rows |
| --- | --- | --- |
| samples | `x` (3, 5) | `X` (5, 3) |
| all `W` | (4, 3), (4, 4), (1, 4) | the same |
| `b1` | (4, 1) | (4,) |
| layer | `f(W1 @ x + b1)` | `f(X @ W1.T + b1)` |

As a rule, "samples are columns" is wrong. CS231n's own assignments (2016 to 2025) and the common Python libraries use rows.

The notes need three lines for the pass. But first somebody must make the six arrays `W1` to `b3`.
"""

# %%
rng = np.random.default_rng(1)
wrong_sum = rng.normal(size=(4, 3)) @ rng.normal(size=(3, 1)) + rng.normal(size=4)
trap, batch = measure(76), measure(78)
print(trap, batch, sep="\n")
outcome("05-trap", wrong_sum.size, tolerance=0)

# %% [markdown]
r"""
Sixteen numbers instead of four: NumPy's broadcasting reads (4,) as a row and repeats it. With four samples even the shape is right, and the *values* are wrong. In each of 20 runs the worst value was off by 0.58 or more. With five samples you are lucky: four numbers fit no row of five, so NumPy raises an error.

The second card sends 2,000 columns through at once, and one by one. The results agree up to rounding. Its last line is the clock, as before.

### Try it

Each neuron has a bias of its own: 10, 20, 30 or 40. The first digit of each sum tells you whose was added.

- Start at four samples. Which cells are right, and why those?
- Change the number of samples. For how many do you get an error?
- Choose the shape (4, 1). What changes?
- Switch to rows. Which shape of $b$ is now right for any number of samples?
"""

# %%
broadcasting_demo(n_samples=4)

# %%
show(
    static("broadcasting", {"n_samples": 1}, {"n_samples": 4}),
    alt="Two sums W @ x + b with b of shape (4,). With one sample the result is a 4 by 4 grid "
    "instead of a column. With four samples it has the right shape, but 12 of 16 values are "
    "marked as wrong; only the diagonal is right.",
)

# %% [markdown]
r"""
In their matrix form of a layer, the slides of 2019 make two slips. They transpose the bias, so its column becomes a row. And $z$ means all four neurons, but still carries the index 4 of the last.

### Exercise 2: translate a layer

`x (n_in, n_samples)` and `b (n_out, 1)` come in the column dialect, `W` is `(n_out, n_in)`. Return $z$ with samples in **rows**.

<details><summary>Hint 1</summary>Which shape must the result have?</details>
<details><summary>Hint 2</summary>Compute in columns, and translate at the end.</details>
<details><summary>Hint 3</summary>Transposing reverses a product: <code>(W @ x).T</code> is <code>x.T @ W.T</code>.</details>
<details><summary>One answer</summary><pre>return (np.asarray(W) @ np.asarray(x) + np.asarray(b)).T</pre></details>
"""


# %%
def layer_in_rows(x, W, b):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    layer_in_rows,
    [
        (([[1.0], [2.0]], [[1.0, 1.0]], [[0.5]]), [[3.5]]),
        (([[1.0], [2.0]], [[1.0, 0.0], [0.0, 1.0]], [[10.0], [20.0]]), [[11.0, 22.0]]),
        (([[1.0, 3.0]], [[1.0], [2.0]], [[0.0], [5.0]]), [[1.0, 7.0], [3.0, 11.0]]),
    ],
    hints="Write the shapes of x, W and b on paper, then the shape that must come out.",
)

# %% [markdown]
r"""
## 5. The last line

The lecture (2015) and the notes print the same sample code with one difference. The lecture's last line is `out = f(...)`, with a sigmoid. In the notes it is plain: no activation on the output layer. Which is right?

Scores are any real numbers, and so are many targets of regression, such as a temperature. A sigmoid gives numbers between 0 and 1. So what would it do to them?

1. Take the network 3-4-4-1 with random weights and 50 samples, 20 times. What share of its scores lies outside (0, 1)?
2. Train small networks towards targets between −3 and 3, with and without a sigmoid at the end. With a sigmoid, the best possible answer is 0 for a target below 0, and 1 for one above 1. The mean squared error (the mean of the squared differences) of these answers is the floor below.
"""

# %%
last_line, targets = measure(71), measure(70)
outside, errors = 100 * np.array(last_line.table["without f"]), targets.table
floor, spread = targets.values["clipping floor"], f"± {outside.std(ddof=1):.0f} %"
n_all = sum(outside == 100)
print(f"scores outside (0, 1): {outside.mean():.0f} % {spread}; every score in {n_all} of 20")
print("error without sigmoid:", *(f"{error:.5f}" for error in errors["identity"]))
print("with sigmoid:", *(f"{error:.4f}" for error in errors["sigmoid"]), f"floor {floor:.4f}")

# %% [markdown]
r"""
The spread between networks is large, because the 50 scores of one network lie close together. In 14 of 20 networks all of them are outside, and in one none is. In six training runs the error with a sigmoid stays just above the floor. Without it the error nearly vanishes.

So the lecture's line is wrong for scores and for targets outside (0, 1). It is right where the output is read as one probability. Python runs both without a complaint.

### Exercise 3: repair the sample

Write two layers in the column dialect, with `sigmoid` in the hidden layer and plain scores at the end. Use the imported `sigmoid`, because the printed one overflows below −709 (notebook 01). Biases may come flat, with shape `(n_out,)`, or as columns.

<details><summary>Hint 1</summary>Which layer loses its activation?</details>
<details><summary>Hint 2</summary><code>np.reshape(b1, (-1, 1))</code> makes a column of either form.</details>
<details><summary>Hint 3</summary>One line for the hidden layer, one for the scores.</details>
<details><summary>One answer</summary><pre>h = sigmoid(np.asarray(W1) @ np.asarray(x) + np.reshape(b1, (-1, 1)))
return np.asarray(W2) @ h + np.reshape(b2, (-1, 1))</pre></details>
"""


# %%
def repaired_sample(x, W1, b1, W2, b2):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    repaired_sample,
    [
        (([[1.0]], [[0.0]], [[0.0]], [[4.0], [-2.0]], [[1.0], [0.0]]), [[3.0], [-1.0]]),
        (([[1.0]], [[-1000.0]], [0.0], [[7.0]], [2.0]), [[2.0]]),
        (([[1.0, -1.0]], [[0.0]], [0.0], [[6.0], [2.0]], [0.0, 10.0]), [[3, 3], [11, 11]]),
    ],
    hints=["sigmoid(0) is one half.", "Is the last line plain?", "The trap: reshape the bias."],
)

# %% [markdown]
r"""
## 6. What if f is left out?

Take two layers, and no function between them:

$$W_2 (W_1 x + b_1) + b_2 = (W_2 W_1) \, x + (W_2 b_1 + b_2)$$

On the right stands one layer. Its matrix is the product, and its bias is made of both biases. A third layer can be merged with this one in the same way, and so on. This is the **collapse**: any number of layers without a non-linearity are one layer.

The network 2-64-64-2 has 4,482 parameters. Without $f$, how many would do?

XOR has four points. Class 1 is where exactly one of two inputs is 1. No straight line parts the classes. We train 20 such networks with $f$ left out, and 20 with ReLU. Accuracy is the share of the four points that is right. What is the best accuracy without $f$? Type your guess into the cell before you run it.
"""

# %%
from matplotlib.figure import Figure

from course_utils import Recipe, collapse, make_xor, train

predict("05-xor", "The best accuracy without f?", ...)
X, y = make_xor(4, noise=0.0)
recipe = Recipe(learning_rate=0.1, n_steps=300, record_every=300)
ax = Figure().add_subplot()
nets, right = {}, {}
for f, marker, colour in (("relu", "s", "blue"), ("identity", "o", "orange")):
    starts = [MLP([2, 64, 64, 2], f, seed=seed) for seed in range(20)]
    nets[f] = [train(net, X, y, recipe).network for net in starts]
    right[f] = [np.mean(net.predict(X) == y) for net in nets[f]]
    ax.scatter(range(20), right[f], marker=marker, c=COLOURS[colour])
ax.set(xlabel="seed of the first weights", ylabel="share of four points that is right")
ax.set(xticks=range(0, 20, 5), yticks=[0.25, 0.5, 0.75, 1])
ax.set_title("Circles (no f) never reach 1, squares (ReLU) always do")
show(ax.figure, alt="Right points by seed: ReLU always 1; without f mostly 0.5, at most 0.75.")
off = max(abs(net.forward(X) - collapse(net).forward(X)).max() for net in nets["identity"])
print(f"trained linear networks and their collapsed layers differ by {off:.0e}")
outcome("05-xor", max(right["identity"]), tolerance=0)

# %% [markdown]
r"""
Even after training, with all biases at work, the 4,482 parameters of each linear network collapse to 6. The scores stay the same up to rounding. One layer draws a straight line, so at most three of four points are right.

Most runs do not even reach that. Without $f$, the smallest loss belongs to a network that is undecided everywhere. So training pushes the two scores of each point together, and a tiny remainder decides. With ReLU all 20 runs get all four points.

### Try it

- Run the demo as it is. What does the dashed line on the right lie on?
- Set five layers. Does the border on the left bend?
- Switch to relu, then to tanh. What happens to the gap between network and product?
- Keep relu and choose one layer. Why does the activation no longer matter?
"""

# %%
collapse_demo(n_layers=3, activation="identity", n_steps=120)

# %%
show(
    static("collapse", {"n_steps": 120}, {"activation": "relu", "n_steps": 120}),
    alt="Three layers on XOR after 120 steps. Without activation the border is straight, about "
    "half of the points are right, and the product of the matrices gives the same scores. "
    "With ReLU the border bends, all points are right, and the product is far off.",
)

# %% [markdown]
r"""
So more layers add power only with a function between them. How much they add is the subject of notebook 06.

## 7. How the parameters are found

By stochastic gradient descent, say the notes, with gradients by the chain rule. Training lowers the loss, the number that says how wrong the answers are. The gradient is the list of its slopes, one for each parameter. Each step moves every parameter against its slope. It is stochastic if it looks only at some samples, drawn at random.
"""

# %% [markdown]
r"""
The **chain rule** multiplies slopes along a way through the network. Let $s = w_2 \tanh(w_1 x)$. The slope of $s$ with respect to $w_1$ is $w_2$, times the slope of tanh, times $x$.

A **central difference** needs no formula: move the parameter a little up and a little down, and divide the change by the distance. The next cell compares both.

Mind the bend of ReLU, though. Its slope is 0 on the left of zero and 1 on the right. What will a central difference say **at** zero?
"""

# %%
w1, w2, x, step = 0.5, -2.0, 3.0, 1e-5
by_chain = w2 * (1 - np.tanh(w1 * x) ** 2) * x
central = w2 * (np.tanh((w1 + step) * x) - np.tanh((w1 - step) * x)) / (2 * step)
print(f"chain rule {by_chain:.9f}, central difference {central:.9f}")
predict("05-kink", "The central difference of ReLU at zero?", ...)

# %%
learning = measure(5)
worst = max(learning.table["worst relative error"])
before, after = (np.mean(learning.table[f"loss {when}"]) for when in ("before", "after"))
print(f"20 networks: worst relative error {worst:.0e}, mean loss {before:.2f} -> {after:.2f}")
outcome("05-kink", (relu(step) - relu(-step)) / (2 * step), tolerance=0)

# %% [markdown]
r"""
**Backpropagation** is the chain rule for all parameters at once, from the scores back to the inputs. Slopes that many parameters share are computed only once. In 20 tanh networks it agreed with central differences in at least seven digits. Stochastic gradient descent lowered the loss in every run.

At its bend ReLU has no slope. There the central difference says one half, and our backpropagation takes 0. The two agree wherever no unit is at its bend.

We use backpropagation here and do not derive it. Read Rumelhart, Hinton and Williams (1986), or the next note of CS231n (2015). Today Adam (2014) and its kin, refinements of gradient descent, use the same slopes.

## 8. Numbers with a date

The notes give "modern" conv nets, networks made for pictures, some 100 million parameters in 10 to 20 layers. An example is VGG-16 (2014), with 13 conv layers and 3 fully-connected ones. Each filter of its conv layers sees 3 × 3 places of every channel below, so it has $9 \, n_\text{in}$ weights and a bias. Where do the parameters of VGG-16 sit?
"""

# %%
from itertools import pairwise

channels = [3, 64, 64, 128, 128, 256, 256, 256, *[512] * 6]
vgg = [9 * n_in * n_out + n_out for n_in, n_out in pairwise(channels)]
vgg += [count(pair).n_parameters for pair in pairwise([7 * 7 * 512, 4096, 4096, 1000])]
share, n_products = max(vgg) / sum(vgg), 3 * 3 * 3 * 64 * 224 * 224

ax = Figure().add_subplot()
look = {"color": COLOURS["blue"], "edgecolor": "black"}
ax.bar(range(1, 14), np.divide(vgg[:13], 1e6), label="conv layers", **look)
look = {"color": COLOURS["orange"], "edgecolor": "black", "hatch": "//"}
ax.bar(range(14, 17), np.divide(vgg[13:], 1e6), label="fully-connected layers", **look)
ax.set(xlabel="layer", ylabel="parameters in millions", xticks=range(1, 17))
ax.set_title(f"One layer holds {100 * share:.0f} % of the {sum(vgg):,} parameters")
ax.legend(loc="upper left")
show(
    ax.figure,
    alt="Bars for 16 layers. Layer 14, fully-connected, has 103 million parameters, the last "
    "two have 17 and 4 million. No conv layer has more than 2.4 million.",
)

# %% [markdown]
r"""
The sentence was true of VGG-16, but it has aged. ResNet-50 (2015) has 50 layers and about 25.6 million parameters. Large models of today have a thousand times as many as VGG-16.

Why are conv layers so small? In **parameter sharing**, many neurons use the same weights. The first conv layer has 1,792 parameters. It uses its 1,728 weights at all 224 × 224 places, which takes 86,704,128 multiplications, one for each connection. So connections outnumber parameters, as the notes say. In section 1, the copies of $h$ shared weights, too.
"""

# %% [markdown]
r"""
## 9. What you can do now

- Name a network by its layers of neurons, and count $n_\text{out} \cdot n_\text{in} + n_\text{out}$ for each.
- Write `X @ W.T + b` in rows and `W @ x + b` in columns, and translate.
- Find a bias of shape (4,) among columns, even where nothing fails.
- Prove the collapse, with the biases.
- Check a slope of the chain rule by a central difference, away from bends.

Five questions are left. Put your letters in place of the dots. The cell after it shows your guesses. Find the sentence above that explains each surprise.
"""

# %%
from course_utils import quiz

quiz.answer("05", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary("05-")

# %% [markdown]
r"""
## What the notes say, what we measured

Most of these claims are counts or identities, so most are exact. Look at the others. The claim about cycles needs a second sentence. A sigmoid in the last line spoils scores, and samples are not columns everywhere. The conv nets have aged.

Backpropagation is marked as cited: our code for it is tested, but this course does not teach it.

**Next:** assignment `a5_layers`, then notebook [06](06_what_nets_can_represent.ipynb). There you find out what such a network can represent.
"""

# %%
said = {
    3: f"{count([2, 64, 64, 2]).n_parameters:,} act as 6; XOR at most {max(right['identity']):g}",
    5: f"worst relative error {worst:.0e}; loss {before:.2f} -> {after:.2f} in 20 runs",
    66: f"{graphs.values['cycles that raise']:.0%} of 20 cycles refused, none once unrolled",
    67: f"{wires.values['connections of 3-4-4-1']} connections in 3-4-4-1, none elsewhere",
    68: f"layers of five drawings: {drawings.table['layers']}, by the rule",
    70: f"error up to {max(targets.table['identity']):.0e}; with a sigmoid above {floor:.2f}",
    71: f"{outside.mean():.0f} % {spread} of scores outside (0, 1), with f none",
    74: f"VGG-16: {sum(vgg):,}, {share:.0%} of them in one layer; ResNet-50 has 25.6 million",
    75: f"{vgg[0]:,} parameters, {n_products:,} multiplications",
    76: f"b of shape (4,): {wrong_sum.size} numbers for one sample, wrong values for four",
    78: f"2,000 columns agree; at once is faster in {sum(batch.table['faster'])} of 5 runs",
    79: f"rows in most code; transposed, the scores differ by {max(dialects):.0e} at most",
    81: f"column i and neuron i differ by {max(gaps):.0e} in 20 layers; two slips in the slides",
    82: f"one call for 5,000; faster in {sum(clock.table['faster'])} of 5 timed runs",
    115: "cited; row 5 checks our code for it",
} | {row: f"formula and code agree up to {gap:.0e} in 20 runs" for row, gap in same.items()}
for row, c in ((72, first), (73, second)):
    said[row] = f"{c.n_neurons} neurons, {c.n_weights} weights, {c.n_parameters} parameters"
verdicts(dict(sorted(said.items())))
