# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 01 · One neuron

**Time:** 60 minutes. **Before this:** notebook 00; Python functions.

Afterwards you will be able to

- compute a neuron by hand and in code,
- say what the matrix products of the notes do, shape by shape,
- repair code that breaks on large numbers,
- name three limits of the comparison with nerve cells.

This notebook tests "Quick intro" and "Modeling one neuron" of the CS231n notes, *Neural Networks Part 1*. You decide how far each claim holds. Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Scores without a brain

The notes begin without any biology. A picture from the CIFAR-10 collection has 32 × 32 pixels with three colours each. Written one below the other, its numbers form a column $x$. A **class** is one of the ten kinds of things in the pictures, such as *cat* or *ship*. The matrix $W$ turns the column into ten numbers, one for each class:

$$s = W x$$

A **score** is one of these numbers. The class with the largest score wins.

Each entry of $W$ is called a **weight**. How many weights does $W$ hold? Put your guess in place of the `...`, then run the cell.
"""

# %%
import numpy as np

from course_utils import Neuron, linear_scores, relu, sigmoid
from course_utils.predictions import outcome, predict, summary

predict("01-weights", "How many weights does W hold?", ...)

# %%
rng = np.random.default_rng(seed=1)
x = rng.random((32 * 32 * 3, 1))  # one picture of random pixels, as a column
W = rng.normal(size=(10, x.size))
s = linear_scores(W, x)

outcome("01-weights", W.size, tolerance=0)

# %% [markdown]
r"""
Each of the ten rows of $W$ is as long as the picture. Row $i$ is multiplied with $x$, number by number, and the products are added. That gives score $i$.

Now the first step towards a network. Put a second matrix behind the first, and something between the two:

$$s = W_2 \, \max(0, W_1 x)$$

The function in the middle sets negative numbers to zero and leaves the rest alone. It is called a **non-linearity**, because its graph is not one straight line. [Notebook 05](05_layers_and_the_forward_pass.ipynb) shows what is lost without it.
"""

# %%
W1, W2 = rng.normal(size=(100, 3072)), rng.normal(size=(10, 100))
hidden = relu(linear_scores(W1, x))
n_weights, n_biases = W1.size + W2.size, 100 + 10

print("shape of hidden:", hidden.shape, "  shape of scores:", linear_scores(W2, hidden).shape)
print(f"{n_weights:,} weights, {n_weights + n_biases:,} with biases")

# %% [markdown]
r"""
The last line counts **biases** too: one number for each row, added to the weighted sum. The formula above leaves them out. You meet them again in a moment.

One trap is worth a look. A blog's digest of these notes, titled "Neural Networks (CS231n)", writes the products with `*`. In NumPy, `*` is not the matrix product. What will the next cell show: an error, or something worse?
"""

# %%
try:
    W1 * x
except ValueError as error:
    print("W1 * x stops:", error)

print("W1 * x.ravel() gives shape", (W1 * x.ravel()).shape)
print("W1 @ x.ravel() gives shape", (W1 @ x.ravel()).shape)

# %% [markdown]
r"""
`*` multiplies entry by entry. With a column it stops, and you notice. With a flat vector it returns a whole matrix and says nothing: NumPy repeats the vector for each row. This repeating is called **broadcasting**. `@` multiplies **and adds**, so it returns one number a row.

**Rule:** write `@` for a matrix product, and check one shape before you trust a result.
"""

# %% [markdown]
r"""
## 2. A nerve cell, and what is left of it

The model behind each row of $W$ is borrowed from the brain. A nerve cell receives signals on its branches, the dendrites. An **axon** is the long fibre on which it sends its own signals. A **synapse** is the contact from one cell's axon to another cell's dendrite.

| in a nerve cell | in the model |
| --- | --- |
| signal arriving on a dendrite | input $x_i$ |
| strength of a synapse | weight $w_i$, so the signal becomes $w_i x_i$ |
| cell body, where signals meet | sum $z$ |
| frequency of spikes (short pulses) on the axon | activation $a$ |
"""

# %% [markdown]
r"""
Written out, the model neuron has two steps:

$$z = w_1 x_1 + \dots + w_n x_n + b \qquad a = f(z)$$

The sum $z$ is called the **pre-activation**. The function $f$, the **activation function**, turns it into the output $a$, the **activation**. In the notes, $f$ is first the **sigmoid**, $\sigma(z) = 1 / (1 + e^{-z})$, which squeezes every number between 0 and 1.

Take the weights 2 and −1, the bias 0.5, and the inputs 1 and 3. Compute $z$ on paper. Will $a$ lie above or below one half?
"""

# %%
neuron = Neuron(weights=[2.0, -1.0], bias=0.5)
sample = [1.0, 3.0]

print(f"z = {neuron.pre_activation(sample):g}, a = {neuron.forward(sample):.4f}")

# %% [markdown]
r"""
A negative $z$ gives an activation below one half. Positive weights **excite** the neuron: a larger input pushes $z$ up. Negative weights **inhibit** it: a larger input pushes $z$ down.

### Exercise 1: the total input

Write a function that returns $z$ for one sample: `x` and `w` are lists of equally many numbers, `b` is a number. No activation yet.

<details><summary>Hint 1</summary>Which numbers are multiplied with each other, and what happens to the products?</details>
<details><summary>Hint 2</summary>Python's <code>zip(x, w)</code> gives you the pairs. <code>np.dot(x, w)</code> does the same work, and takes lists as well as arrays.</details>
<details><summary>Hint 3</summary>Start at the bias. Add one product for each pair.</details>
<details><summary>One answer</summary><pre>return sum(x_i * w_i for x_i, w_i in zip(x, w)) + b</pre></details>
"""

# %%
from course_utils import checks


def total_input(x, w, b):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    total_input,
    [
        (([1.0, 3.0], [2.0, -1.0], 0.5), -0.5),
        (([2.0], [4.0], -8.0), 0.0),
        (([1.0, 1.0, 1.0], [0.1, 0.2, 0.3], 1.0), 1.6),
    ],
    hints="Multiply pair by pair, add the products, and add the bias once.",
)

# %% [markdown]
r"""
So far you have seen one neuron and one sample. A claim deserves more cases. The next cell makes 1,000 random neurons, all with positive inputs, and asks two things.

1. Is `Neuron` the formula and nothing else? We compare it with plain Python, summed as exactly as Python can.
2. Is the sign of a weight its direction? We flip the sign of a positive weight. In how many of the 1,000 cases should the output fall?
"""

# %%
import math

largest_difference, n_fell = 0.0, 0
for _ in range(1000):
    w, b = rng.normal(size=5), rng.normal()
    w[0] = abs(w[0])
    inputs = rng.uniform(0.1, 1.0, size=5)
    a = Neuron(w, b).forward(inputs)

    by_hand = 1 / (1 + math.exp(-math.fsum([*(w * inputs), b])))
    largest_difference = max(largest_difference, abs(a - by_hand))

    w[0] = -w[0]
    n_fell += Neuron(w, b).forward(inputs) < a

print(f"largest difference {largest_difference:.1e}, output fell in {n_fell:,} of 1,000 cases")

# %% [markdown]
r"""
The two ways differ by a few units in the sixteenth digit, which is rounding. The output fell every time. Mind the condition, though: all inputs were positive. For a negative input the same flip raises the output.

### Try it

Run the next cell and move the controls.

- Change only the bias. What happens to the curve?
- Make the weight large, then negative. What happens at the point where $z = 0$?
- Can you find $w$ and $b$ so that the output is one half at $x = 2$?
"""

# %%
from course_utils.demos import neuron_demo, spikes_demo, static
from course_utils.plotting import COLOURS, show, use_course_style

use_course_style()
neuron_demo(weight=1.0, bias=0.0, x=2.0)

# %%
show(
    static("neuron", {"weight": 1.0}, {"weight": 3.0, "bias": -6.0}, {"weight": -1.0}),
    alt="Three neurons in rows. With weight 1 and no bias, the output climbs gently and "
    "is one half at x = 0. With weight 3 and bias -6, it climbs steeply and is one half "
    "at x = 2. With weight -1, it falls.",
)

# %% [markdown]
r"""
The weight sets how steep the curve is, and its sign decides between rising and falling. The bias shifts the curve: the output is one half where $z = 0$, at $x = -b/w$.

## 3. Does the printed code run?

The notes print a class with a method `forward(self, inputs)`. The slides of 21 January 2015 print the same method as `neuron_tick(inputs)`, without `self`. Both compute $e^{-z}$ with `math.exp`. Neither prints a constructor, so we add one.

What will each method do? Read them, then run the cell.
"""


# %%
class PrintedNeuron:
    def __init__(self, weights, bias):
        self.weights, self.bias = np.array(weights), bias

    def forward(self, inputs):
        z = np.sum(inputs * self.weights) + self.bias
        return 1.0 / (1.0 + math.exp(-z))

    def neuron_tick(inputs): ...  # the same two lines as above


printed = PrintedNeuron(weights=[1.0], bias=0.0)
failures = {}
for name, inputs in (("forward", np.array([-710.0])), ("neuron_tick", np.array([1.0]))):
    try:
        getattr(printed, name)(inputs)
    except (OverflowError, TypeError) as error:
        failures[name] = f"{type(error).__name__}: {error}"
failures

# %% [markdown]
r"""
`neuron_tick` fails on every input. Python passes the object itself as the first argument, and the definition has no place for it.

`forward` is more treacherous. It works as long as $z$ is above −709.78. At −710, $e^{710}$ is larger than any **double-precision number**, the kind of number that Python computes with. The right answer is a harmless tiny number. Only the way to it is blocked.

### Exercise 2: a sigmoid that survives

Write $\sigma(z)$ for one number, with `math.exp`, so that no $z$ breaks it.

<details><summary>Hint 1</summary>Which values of z make the exponential large, and which make it small?</details>
<details><summary>Hint 2</summary>Multiply the top and bottom of the fraction by e to the power z. The value stays the same.</details>
<details><summary>Hint 3</summary>You now have two formulas. Each is safe on one side of zero.</details>
<details><summary>One answer</summary><pre>if z >= 0:
    return 1 / (1 + math.exp(-z))
return math.exp(z) / (1 + math.exp(z))</pre></details>
"""


# %%
def safe_sigmoid(z):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    safe_sigmoid,
    [
        ((0.0,), 0.5),
        ((math.log(3.0),), 0.75),
        ((-math.log(3.0),), 0.25),
        ((710.0,), 1.0),
        ((-710.0,), 0.0),
        ((-10_000.0,), 0.0),
    ],
    hints=["What is e to the power 0?", "The formula itself is off.", "Look at the sign of z."],
)

# %% [markdown]
r"""
### How far does sigmoid reach?

"Squashes numbers to range [0,1]", say the slides of 2015 about sigmoid. The square brackets mean that both ends can be reached. On paper that is false, because $e^{-z}$ is never zero. A computer has only about 16 digits, though.

Increase $z$ in steps of one. From which $z$ on is `sigmoid(z)` **exactly** 1.0?
"""

# %%
predict("01-reach", "From which whole z on is sigmoid(z) == 1.0?", ...)

# %%
whole_numbers = np.arange(100.0)
reach = int(whole_numbers[sigmoid(whole_numbers) == 1.0][0])
last_gap = 1.0 - sigmoid(reach - 1.0)
left_tail = sigmoid(-40.0)
extremes = sigmoid([-1e4, 1e4])

for name, value in (
    (f"1 - sigmoid({reach - 1})", last_gap),
    (f"e^-{reach}", math.exp(-reach)),
    ("sigmoid(-40)", left_tail),
):
    print(f"{name:>15} = {value:.2e}")
outcome("01-reach", reach, tolerance=0)

# %% [markdown]
r"""
At 36 a gap of 2.2e-16 is left. At 37, $e^{-z}$ is less than half the spacing of the numbers just above 1, so $1 + e^{-z}$ rounds to 1. The formula is a little hasty: the number nearest to the true value becomes 1 only at 38.

The left side behaves differently. `sigmoid(-40)` is tiny and still not zero, because small numbers are stored with digits of their own. Far out, at −10,000, it has become zero.

So the claim is half true: on paper neither end is ever reached, in the computer both are. Remember this when a logarithm of $a$ appears. The logarithm of $1 - a$ fails at $z = 40$, that of $a$ does not fail at −40.
"""

# %% [markdown]
r"""
## 4. Why call it a firing rate?

Nerve cells do not send numbers. They send **spikes**, short pulses that are all alike. The notes assume that only their frequency carries information. This assumption is called a **rate code**.

We can test it on the simplest cell that spikes. Its voltage $V$ follows the input current $I$ and leaks. At the threshold 1 it fires, drops to 0, and rests for 10 milliseconds. Then it starts again.

How fast can this cell fire, if you make the current as strong as you like?
"""

# %%
predict("01-ceiling", "The highest rate of the cell, in spikes per second?", ...)

# %%
from course_utils import LeakyIntegrateAndFire, firing_rate

cell = LeakyIntegrateAndFire(tau=0.01, refractory=0.01, threshold=1.0)
rates = {}
for current in (0.5, 0.9, 1.5, 3.0, 100.0, 1e6):
    train = cell.simulate(current, duration=2.0)
    rates[current] = (float(cell.rate(current)), firing_rate(train.spike_times, 2.0))

print("  current   formula  simulation")
for current, (formula, simulated) in rates.items():
    print(f"{current:9g} {formula:9.2f} {simulated:11.2f}")
outcome("01-ceiling", rates[1e6][0], tolerance=1)

# %% [markdown]
r"""
The rest of 10 ms allows at most 100 spikes per second. With a current below 1 the cell is silent, however long you wait.

The simulation repeats the exact charging curve and counts spikes. Only whole spikes count, so in 2 seconds the count can miss the rate by up to half a spike per second. At 1.5 you see 47.50 beside 47.65.

Which activation function looks like this? In the demo, compare the rate curve with a scaled sigmoid and with a scaled **ReLU**, the function $\max(0, z)$ that you met above.

- How steep is the rate curve where it leaves zero? How steep is ReLU there?
- Where does it bend towards a ceiling? Does ReLU?
"""

# %%
spikes_demo(current=1.5)

# %%
show(
    static(
        "spikes", {"current": 0.9}, {"current": 1.5, "compare": "sigmoid"}, {"current": 3.0}
    ),
    alt="The cell at three currents, in rows. At 0.9 the voltage settles below the threshold "
    "and there are no spikes. At 1.5 it fires regularly at about 48 Hz; a scaled sigmoid "
    "beside the rate curve lacks its sharp start. At 3.0 it fires faster, at about 71 Hz.",
)

# %% [markdown]
r"""
The curve is silent up to a threshold, like ReLU. But then it starts vertically, where ReLU starts with a finite slope. It flattens towards a ceiling, like sigmoid. It is neither of them.

Sigmoid was popular because it reads as a firing rate: that is a fair piece of history. As biology it is loose.

### Does timing matter?

Here is an experiment that a rate code must fail. Cell A sends 30 spikes in a second. Partner B fires within a millisecond of A each time. Partner C fires 30 spikes too, at moments of its own.

Two readers watch A with one partner. The first is our `Neuron`, which gets the two rates. The second counts **coincidences**: spikes of A with a partner less than 2 ms away.

By how much will the neuron's output differ between B and C? This time your guess goes into the experiment itself, in place of the `...`.
"""

# %%
from course_utils import coincidences

predict("01-timing", "By how much does the neuron's output differ, B against C?", ...)


def read_both(seed):
    rng = np.random.default_rng(seed)
    a, c = rng.uniform(0.0, 1.0, size=(2, 30))
    b = a + rng.uniform(-0.001, 0.001, size=30)
    reader = Neuron(weights=rng.normal(size=2) / 30)
    outputs = [reader.forward([firing_rate(a, 1.0), firing_rate(p, 1.0)]) for p in (b, c)]
    counts = [coincidences(a, partner, window=0.002) for partner in (b, c)]
    return outputs[1] - outputs[0], *counts


difference, with_b, with_c = np.array([read_both(seed) for seed in range(50)]).T
outcome("01-timing", abs(difference).max(), tolerance=0)

# %%
from matplotlib.figure import Figure

figure = Figure()
ax = figure.add_subplot()
look = {"bins": np.arange(-0.5, 31.5), "edgecolor": "black"}
ax.hist(with_b, color=COLOURS["orange"], label="with B, in step", **look)
ax.hist(with_c, color=COLOURS["blue"], hatch="//", label="with C, at random", **look)
ax.set(xlabel="coincidences in one second", ylabel="experiments out of 50")
ax.set_title("Same rates, but the detector tells B from C")
ax.legend(loc="upper center")
show(
    figure,
    alt="Histogram of coincidences in 50 experiments. With partner B all experiments have 30. "
    "With partner C they scatter at small numbers. The two groups do not overlap.",
)

# %% [markdown]
r"""
The neuron's outputs are the same to the last bit, in every experiment. It was given the same two rates, so it cannot do otherwise. The detector never mixes the two partners up.

This does not prove that the brain uses timing. It proves that a rate code throws away information that a simple cell could use. Whether it does must be measured, animal by animal.

### Before you read on

The slides of 2015 put it bluntly: "neural networks are not *neural*". Double-click the cell below and write **three** limits of the comparison in your own words. Then open this list and compare.

<details><summary>Four limits that the notes name</summary>

There are many types of neurons, and the model has one. Dendrites compute, they do not only pass signals on. A synapse changes over time, a weight is one number. The timing of single spikes can matter.

</details>
"""

# %% [markdown]
r"""
*My three limits:*

1. …
2. …
3. …
"""

# %% [markdown]
r"""
## 5. Numbers with a date

The notes give 86 billion neurons "in the human nervous system". The count behind it (Azevedo and others, 2009) was made in four **brains**, and the spread was 8 billion. The rest of the nervous system was not counted.

The slides of 2015 set "Modern CNNs", about 10 million neurons, beside 5 billion in the visual cortex. A CNN or **conv net** is a network made for pictures. That was a snapshot of 2015, and a neuron of the model is not a cell.

### Exercise 3: count them yourself

A **conv layer** has one neuron for each place and filter: height × width × filters. Write a function that adds up the neurons of a list of layers, each given as `(height, width, filters)`.

<details><summary>Hint 1</summary>How many neurons does a single layer of 2 × 2 places and 3 filters have?</details>
<details><summary>Hint 2</summary>The input picture is no layer, so it is not in the list.</details>
<details><summary>Hint 3</summary>A loop can unpack: <code>for height, width, filters in layers</code>.</details>
<details><summary>One answer</summary><pre>return sum(h * w * filters for h, w, filters in layers)</pre></details>
"""


# %%
def count_neurons(layers):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    count_neurons,
    [
        (([(2, 2, 3)],), 12),
        (([(32, 32, 16), (16, 16, 32), (1, 1, 10)],), 24_586),
    ],
    hints=["Multiply the three numbers.", "Add the layers up; do not multiply them."],
)

# %% [markdown]
r"""
The second example is a small network for CIFAR-10 pictures. Even this toy has more neurons than some animals have. It would be rash to conclude anything from that.

## 6. What you can do now

- Compute $z = w \cdot x + b$ and $a = f(z)$ by hand and in code.
- Read $s = W_2 \max(0, W_1 x)$ shape by shape, and tell `*` from `@`.
- Repair a sigmoid that breaks on large numbers, and say where it rounds to 1.
- Name limits of the rate code, with an experiment for one of them.

Five questions are left. Run the cell to read them, put your letters in place of the dots, and run it again. Nobody sees your score but you. The cell after it shows your guesses. **Surprises** are its useful rows: find the sentence above that explains each one.
"""

# %%
from course_utils import quiz

quiz.answer("01", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary("01-")

# %% [markdown]
r"""
## What the notes say, what we measured

The last cell puts the claims of the notes beside the numbers from **your** run. The row numbers are the same in all notebooks. The marks are explained under the table.

Read the last column with care. "Under conditions" and "half true" are not polite words for wrong. They mean that a sentence of the notes needs a second sentence.

**Next:** assignment `a1_neuron`, then [notebook 02](02_one_neuron_decides.ipynb). There, one neuron makes a decision.
"""

# %%
from course_utils.claims import verdicts

verdicts(
    {
        1: f"{W.size:,} weights, scores of shape {s.shape}",
        2: f"{n_weights:,} weights, {n_weights + n_biases:,} with biases; `*` is not `@`",
        6: f"{1e14 / 86e9:,.0f} to {1e15 / 86e9:,.0f} synapses a neuron; counted in 2009, in four brains",
        7: f"output fell in {n_fell:,} of 1,000 flips, with all inputs positive",
        8: f"{rates[1.5][0]:.1f} Hz at I = 1.5; no spikes up to I = 1, at most {rates[1e6][0]:.0f} Hz",
        9: f"the neuron's outputs differ by {abs(difference).max():g}; coincidences with B "
        f"{with_b.mean():.0f}, with C {with_c.mean():.1f} ± {with_c.std(ddof=1):.1f}",
        10: f"`forward` works above z = {-np.log(np.finfo(float).max):.2f}, `neuron_tick` never",
        11: f"largest difference in 1,000 neurons: {largest_difference:.1e}",
        12: "your notes above: three limits",
        13: f"{5e9 / 1e7:g} times as many in the cortex, by the slides of 2015",
        22: f"never on paper; 1/(1+e^-z) in float64 is exactly 1 from z = {reach} on",
        23: f"never on paper; in float64 1 from {reach} on, but {left_tail:.1e} at -40 and "
        f"{extremes[0]:g} only far out, as at -10,000",
        24: "history, not measured; our cell's rate curve is no sigmoid",
    }
)
