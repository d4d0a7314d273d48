# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 06 · What nets can represent

**Time:** 90 minutes. **Before this:** notebooks 01 and 05; logarithms.

Afterwards you will be able to

- build approximators by hand,
- give the rate at which their error falls,
- state the approximation theorem with its conditions,
- show why a network that exists need not be found,
- show what depth gains, and where it gains nothing.

This notebook tests the section "Representational power" of the CS231n notes, *Neural Networks Part 1*. Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. One drawing, many functions

Take a network with one hidden layer. Samples are rows:

$$h = \varphi(X W_1^\top + b_1) \qquad s = h \, W_2^\top$$

Here $\varphi$ is the activation, because $f$ will be the curve to imitate. With one input and $H$ hidden neurons, $X$ is `(n_samples, 1)`, $W_1$ `(H, 1)`, $b_1$ `(H,)`, and $W_2$ `(1, H)`.

Fix all numbers, and the network is one function. Let them vary, and you get a **family of functions**, one for each choice. Do different weights always mean different functions? The cell draws 20 networks. Then it reorders the hidden neurons of each.
"""

# %%
import numpy as np

from course_utils import MLP

x = np.linspace(0.0, 2.0, 1001)
X = x[:, np.newaxis]  # (n_samples, 1)
networks = [MLP([1, 8, 1], "tanh", initialization=1.0, seed=seed) for seed in range(20)]
outputs = np.array([network.forward(X)[:, 0] for network in networks])  # (20, n_samples)

order, function_moved = np.roll(np.arange(8), 1), 0.0
for network, output in zip(networks, outputs, strict=True):
    p = network.parameters()
    other = {"W1": p["W1"][order], "b1": p["b1"][order], "W2": p["W2"][:, order]}
    moved = abs(network.with_parameters(other).forward(X)[:, 0] - output).max()
    function_moved = max(function_moved, moved)

apart = abs(outputs[:, np.newaxis] - outputs).max(axis=-1)[np.triu_indices(20, k=1)].min()
print(f"the two most similar of 20 functions differ by up to {apart:.3f}")
print(f"after reordering, no function moved by more than {function_moved:.1e}")

# %% [markdown]
r"""
Twenty draws gave twenty functions. But reordering changes the weights and leaves each function as it was, up to rounding. The output is a sum, and a sum has no order. So the weights are an index of the family, as the notes say. But it is an index in which many entries lead to the same page.

## 2. How near is near?

A function that stands in for another one is an **approximation**. We judge it by its worst place. The **sup error** is the largest distance between the two curves on an interval, $\sup_x |f(x) - g(x)|$.

Our target is $f(x) = \sin 3x + 0.3 \cos 9x$ from 0 to 2. Cut this interval into $n$ equal parts, the **bins**. Two plain ways to imitate $f$:

- *Lines:* join the values of $f$ at the edges by straight lines.
- *Stairs:* in each bin take a constant, the value of $f$ in its middle.
"""

# %% [markdown]
r"""
Each stair is a **bump**, a function that is 1 on its bin and 0 elsewhere, times a height $c_i$. The notes write a sum of bumps like this, where $\mathbb{1}$ is 1 if its condition is true, else 0:

$$g(x) = \sum_i c_i \, \mathbb{1}(a_i < x < b_i)$$

These signs are strict. Our stairs use $a_i \le x < b_i$: an interval that contains one of its two ends is **half-open**.

Guess three things. By what is the sup error divided when you go from $n$ to $4n$ bins, for stairs and for lines? And how large is it for 256 strict bumps side by side? The curve itself is about 1.2 high.

We test on $f$ and on 20 random curves, each a sum of five sine waves.
"""

# %%
from course_utils import TARGETS
from course_utils.predictions import outcome, predict, summary

f = TARGETS["waves"]  # np.sin(3 * x) + 0.3 * np.cos(9 * x)
print(predict("06-stairs", "Stairs, 4n for n: the sup error is divided by?", ...))
print(predict("06-lines", "Lines, 4n for n: the sup error is divided by?", ...))
predict("06-strict", "The sup error of 256 strict bumps side by side?", ...)

# %%
from functools import partial

from course_utils import bump_heights, bump_sum, error_slope, sup_error


def random_curve(seed):
    rng = np.random.default_rng(seed)
    height, phase = rng.normal(size=5), rng.uniform(0.0, 2 * np.pi, size=5)
    return lambda x: np.sin(np.multiply.outer(x, np.arange(1, 6)) + phase) @ height


def sup_errors(f, n_bins):
    edges = np.linspace(0.0, 2.0, n_bins + 1)
    stairs = partial(bump_sum, edges=edges, heights=bump_heights(f, edges))
    half_open = sup_error(f, stairs, (0.0, 2.0 - 1e-9))
    strict = max(half_open, abs(f(edges[1:-1])).max())  # where two meet, both are 0
    return half_open, sup_error(f, partial(np.interp, xp=edges, fp=f(edges)), (0, 2)), strict


sizes, curves = np.array([16, 32, 64, 128, 256]), [f, *map(random_curve, range(20))]
errors = np.array([[sup_errors(curve, n) for n in sizes] for curve in curves])  # (21, 5, 3)
print(outcome("06-stairs", errors[0, 2, 0] / errors[0, 4, 0], tolerance=0.5))
print(outcome("06-lines", errors[0, 2, 1] / errors[0, 4, 1], tolerance=2))
outcome("06-strict", errors[0, 4, 2], tolerance=0.1)

# %%
from matplotlib.figure import Figure

from course_utils.plotting import COLOURS, show, use_course_style

use_course_style()
exponents = np.array([[error_slope(sizes, e) for e in curve.T] for curve in errors])  # (21, 3)
ax = (figure := Figure()).add_subplot()
names, colours = ("stairs", "lines", "strict bumps"), ("blue", "green", "vermilion")
for k, look in enumerate(("o-", "s--", "^:")):
    colour, label = COLOURS[colours[k]], f"{names[k]}: exponent {exponents[0, k]:.2f}"
    ax.plot(sizes, errors[1:, :, k].T, "-", color=colour, linewidth=0.5, alpha=0.6)
    ax.plot(sizes, errors[0, :, k], look, color=colour, label=label)
ax.set(xlabel="$n$, bins", ylabel="sup error", yscale="log")
ax.set_xscale("log", base=2)
ax.set_title("Stairs gain 1/n, lines 1/n², strict bumps nothing")
ax.legend(loc="lower left")
show(
    figure,
    alt="Sup error against the number of bins, both axes logarithmic: the target bold, 20 "
    "random curves thin. Strict bumps stay level. Stairs fall along parallel straight lines. "
    "The errors of lines fall twice as steeply.",
)

# %% [markdown]
r"""
How to read it: on two logarithmic axes, a law like $\text{error} \approx C \, n^p$ becomes a straight line with slope $p$. We call $p$ the **exponent**.

- Stairs: −1. Inside a bin the curve runs away from the constant, by an amount proportional to the bin's width.
- Lines: −2. A line has the right slope as well. It misses only the curvature, and that costs the width squared.
- Strict bumps: 0. The error stays at 1.2.

The 20 random curves agree, with exponents within 0.1 of these.
"""

# %% [markdown]
r"""
At each inner edge, both neighbours in a strict sum are 0, so the sum misses the whole height of the curve. The notes call such sums universal. With bumps side by side, as everyone draws them, that fails. One sign $\le$ mends it.

In fairness, the formula also allows bumps that overlap. Let all of them end beyond the interval, and let each add the rise from one stair to the next. At an edge the earlier bumps still count, so the sum never drops to 0. The exponent is −1 again.

### Exercise 1: who owns the edge?

Bins of equal `width` begin at `left`; each owns its left edge only. Return the number of the bin that `x` is in, counted from 0.

<details><summary>Hint 1</summary>How many whole widths fit between left and x?</details>
<details><summary>Hint 2</summary>Python divides and rounds down with two slashes.</details>
<details><summary>Hint 3</summary>Subtract first, then divide. At an edge the division comes out even.</details>
<details><summary>One answer</summary><pre>return (x - left) // width</pre></details>
"""

# %%
from course_utils import checks


def bin_number(x, left, width):
    raise NotImplementedError  # your answer takes the place of this line


examples = [((0.3, 0.0, 0.25), 1), ((0.5, 0.0, 0.25), 2), ((3.0, 3.0, 0.5), 0)]
checks.try_examples(bin_number, examples, hints="Which bin begins exactly at x?")

# %% [markdown]
r"""
## 3. Bumps made of neurons

A sigmoid $\sigma(k (x - a))$ with a large weight $k$ is nearly a step at $a$. Subtract one that steps later, and you have a bump, $\sigma(k (x - a)) - \sigma(k (x - b))$.

The weight $k$ is called the **steepness**. Where two bumps meet, one neuron serves both, so $n$ bumps take $n + 1$ neurons. With 64 bumps, which steepness is best: 20, 100, 1,000 or 10,000? Decide before you run. (We leave out the ends, because a neighbouring bump is missing there.)
"""

# %%
from course_utils import sigmoid

edges, inner = np.linspace(0.0, 2.0, 65), np.linspace(0.1, 1.9, 2001)
steepness = np.array([20, 50, 100, 200, 500, 1_000, 10_000])  # a bump is 1/32 wide


def smooth_errors(f):
    jumps = np.diff(bump_heights(f, edges), prepend=0, append=0)  # (n_hidden,)
    sums = [sigmoid(k * (inner[:, np.newaxis] - edges)) @ jumps for k in steepness]
    return abs(np.array(sums) - f(inner)).max(axis=1)


smooth = np.array([smooth_errors(curve) for curve in curves])  # (21, 7)
ax = (figure := Figure()).add_subplot()
ax.loglog(steepness / 32, smooth[1:].T, "-", color=COLOURS["grey"], linewidth=0.5, alpha=0.7)
ax.loglog(steepness / 32, smooth[0], "o-", color=COLOURS["blue"], label="target f")
ax.axvline(3, color=COLOURS["vermilion"], linestyle="--", label="steepness × width = 3")
ax.set(xlabel="$k$ × width, steepness times width of a bump", ylabel="sup error of 64 bumps")
ax.set_title("The best bumps are neither soft nor sharp")
ax.legend()
show(
    figure,
    alt="Error of 64 bumps against steepness times width: V-shaped curves, the target bold, "
    "20 random curves thin. All are lowest near 3.",
)

# %% [markdown]
r"""
Steeper is not better. For $f$ the error is 0.007 at steepness 100 and 0.079 at 10,000, eleven times as much. Of the seven products that we tried, that near 3 is best for the 20 random curves, too.

At that steepness neighbouring bumps blend, and the stairs become a ramp. Sharper bumps show their stairs, and softer ones blur the curve. So the pictures of the lecture and of Nielsen's book (2015) are right: such bumps make any curve. The best ones just do not look like bumps.
"""

# %% [markdown]
r"""
## 4. Lines made of neurons

A function that runs straight between given points is an **interpolant**. Each of the points is a **knot**. A ReLU is flat, bends once, and then rises along a straight line. So a sum of ReLUs can bend at every knot: put one at each knot but the last. A constant sets the height of the first knot. The first ReLU gives the line its first slope; each later one adds the *change* of slope.

### Exercise 2: how much must each ReLU bend?

Return these weights: the first slope, then the changes. `x` and `y` are lists with the coordinates of the points.

<details><summary>Hint 1</summary>The slope between two points is the rise divided by the run.</details>
<details><summary>Hint 2</summary><code>np.diff</code> subtracts each entry from the next. You need it for x and for y.</details>
<details><summary>Hint 3</summary>Before the first point the slope is 0. So take the changes with <code>prepend=0</code>.</details>
<details><summary>One answer</summary><pre>return np.diff(np.diff(y) / np.diff(x), prepend=0)</pre></details>
"""


# %%
def slope_changes(x, y):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    slope_changes,
    [
        (([0, 1, 3], [0, 2, 2]), np.array([2.0, -2.0])),
        (([0, 1, 2], [1, 2, 3]), np.array([1.0, 0.0])),
        (([0, 1, 2, 3], [0, 1, 0, 1]), np.array([1.0, -2.0, 2.0])),
        (([0, 2], [5, 5]), np.array([0.0])),
    ],
    hints="Slopes first. Then by how much does each differ from the one before?",
)

# %% [markdown]
r"""
Now live, from top to bottom: the parts, the parts times their weights, their sum over the target, the error.

### Try it

- Move the steepness from 20 to 1,000. Where does the error grow first, on flat or on steep ground?
- Drag a numbered dot. How far does the change reach?
- Choose "ReLUs". How high do the weighted parts get, and how high is the sum?
- Set $n$ to 32, choose "trained ReLUs" and 2,000 steps. Are the bends where you would put them?
"""

# %%
from course_utils.demos import approximator_demo, static, tents_demo, tower_demo

approximator_demo(kind="sigmoid pairs", n=16, steepness=20.0)

# %%
show(
    static("approximator", {"kind": "sigmoid pairs", "n": 16}, {"kind": "ReLUs", "n": 16}),
    alt="The target from 16 parts, built twice. Sigmoid pairs of steepness 20 overlap like "
    "hills, at most 0.128 off. ReLUs fan out far beyond the curve, cancel, and are at most "
    "0.061 off.",
)

# %% [markdown]
r"""
The weighted ReLUs reach beyond −4, yet their sum stays between −1.2 and 1.2, because later ones correct the earlier. The trained ReLUs are 0.152 off, ten times as much as 32 built by hand. We come back to that.

## 5. The theorem, word by word

What you built is a case of **universal approximation**:

> Take any continuous $f$ on a compact set, and any $\varepsilon > 0$. There is a network with one hidden layer whose sup error on that set is below $\varepsilon$.

A **compact set** of numbers is closed and bounded, as the interval from 0 to 2 with its ends. Cybenko proved the theorem in 1989 for continuous sigmoids, Hornik in 1991 for continuous, bounded activations that are not constant. For continuous activations, Leshno and others (1993) found the exact condition: no polynomial.

The notes say "for all $x$", without the set. The cell breaks a condition three times: it leaves the interval, takes squares as activation, and imitates a jump. What goes wrong each time? (An rms error is the root of the mean square.)
"""

# %%
from course_utils import relu, relu_interpolant

knots = np.linspace(0.0, 2.0, 257)
W1, b1 = np.ones((256, 1)), -knots[:-1]  # (n_hidden, 1), (n_hidden,): bends at the knots
W2 = np.diff(np.diff(f(knots)) / np.diff(knots), prepend=0)[np.newaxis]  # (1, n_hidden)


def built(x):
    return relu(x[:, np.newaxis] @ W1.T + b1) @ W2[0] + f(knots[0])


def error_of_squares(n_units):
    rng = np.random.default_rng(84)
    hidden = (X @ rng.normal(size=(1, n_units)) + rng.normal(size=n_units)) ** 2
    return np.sqrt(
        np.mean((hidden @ np.linalg.lstsq(hidden, f(x), rcond=1e-10)[0] - f(x)) ** 2)
    )


far = {end: sup_error(f, built, (0.0, end)) for end in (2.0, 4.0, 100.0)}
squares = {n: error_of_squares(n) for n in (3, 100)}
step = TARGETS["step"]
jump = sup_error(step, relu_interpolant(step, np.linspace(0.0, 1.0, 257)), (0.0, 1.0))
print("sup error from 0 to", {end: f"{error:.4f}" for end, error in far.items()})
print("rms error of squaring units", {n: f"{error:.4f}" for n, error in squares.items()})
print(f"sup error at the jump {jump:.3f}")

# %% [markdown]
r"""
Beyond its last knot the network runs on straight, so far out it is off by 487. A hundred squaring units are exactly as bad as three: any sum of parabolas is one parabola. At a jump of 1 no continuous network comes nearer than 0.5. Ours misses by 0.97, because its ramp ends right at the jump.

Mind the order of the words, too. Each $f$ and $\varepsilon$ may need a network of its own. No single one serves all: what is near $f$ is far from $f + 1$. And of the number of neurons, or of learning, the theorem says nothing.

### Exercise 3: what does an epsilon cost?

For our curves the exponent $p$ answers that. The error follows $C\,n^p$, and `n_now` neurons have `error_now`. How many neurons give `error_wanted`? Do not round.

<details><summary>Hint 1</summary>With exponent −2, how many neurons quarter the error?</details>
<details><summary>Hint 2</summary>The ratio of the errors is the ratio of the sizes, to the power p.</details>
<details><summary>Hint 3</summary>Undo the power p by the power 1/p.</details>
<details><summary>One answer</summary><pre>return n_now * (error_wanted / error_now) ** (1 / p)</pre></details>
"""


# %%
def neurons_for(error_wanted, n_now, error_now, p):
    raise NotImplementedError  # your answer takes the place of this line


examples = [((0.02, 10, 0.08, -1), 40), ((0.02, 10, 0.08, -2), 20), ((0.5, 7, 0.5, -2), 7)]
checks.try_examples(neurons_for, examples, hints="A smaller error needs more neurons.")

# %% [markdown]
r"""
The theorem holds for more inputs, too. With two, a pair of steep sigmoids makes a wall, and two walls make a cross. Its middle is twice as high as its arms. A second hidden layer cuts the arms off with a threshold. A square tower is left.

### Try it

- Lower the threshold to 0.8. Which plot shows what goes wrong?
- Return to 1.5. Raise the towers along a side from 8 to 12. Does the largest error fall?
- Choose "steps" and repeat. What is different where four towers meet?
"""

# %%
tower_demo(n=8, steepness=50.0)

# %%
show(
    static("tower", {"kind": "sigmoids", "n": 12}, {"kind": "steps", "n": 12}),
    alt="Two halves, sigmoids and steps. In each, a cross is cut at 1.5 to a tower, and 144 towers "
    "imitate a hill. With sigmoids they leave gaps, and under the peak the error is 1.00. With "
    "steps they close up, and the largest error is 0.30.",
)

# %% [markdown]
r"""
With sigmoids, 8 or 12 towers along a side leave an error of 1.00. Where four corners meet, each cross is only 1 high, so all four towers are 0 there, right under the peak. As with the strict sign, nobody owns the edge; steps that own theirs close the gap. The price: 12 bins a side take $12^2$ towers, with ten inputs $12^{10}$.

## 6. Existing is not being found

The notes call universality cute but of little use. Networks win because they express smooth functions compactly and learn well, they say. We test that against stairs, with 25 noisy samples of $f$. In each bin the stair is the mean of its samples. We pick the best number of bins, which favours stairs. The network has 20 tanh units and trains with Adam, a common rule for the steps. A second round has twice the noise and longer training.

The last line is about the experiment after that: 40 networks with 32 ReLUs, trained on $f$ without noise. How many come as near as the one built by hand?
"""

# %%
from course_utils.claims import measure

fits = measure(88)
_, bins_1, net_1, bins_2, net_2 = np.array(fits.table.rows).T  # 20 seeds each
wins = [int((net < bins).sum()) for net, bins in ((net_1, bins_1), (net_2, bins_2))]
ax = (figure := Figure(figsize=(5.4, 4.4))).add_subplot()
ax.loglog(bins_1, net_1, "o", color=COLOURS["blue"], label="noise 0.1, 1,500 steps")
ax.loglog(bins_2, net_2, "s", color=COLOURS["orange"], label="noise 0.2, 5,000 steps")
ax.loglog([0.05, 0.9], [0.05, 0.9], "--", color=COLOURS["grey"], label="equally good")
ax.set(xlabel="error of the best bins (rms)", ylabel="error of the network (rms)")
ax.set_title(f"The network wins {wins[0]} of 20, then {wins[1]} of 20")
ax.legend(loc="lower right")
show(
    figure,
    alt="Error of the network against that of the bins, 20 seeds each. With noise 0.1 most "
    "circles lie below the diagonal, where the network is better. With noise 0.2 and longer "
    "training nearly all squares lie above it.",
)
predict("06-trained", "Of 40 trained networks, how many come within 0.0154 of f?", ...)

# %% [markdown]
r"""
With little noise the network is better for 15 of 20 seeds, with more noise and longer training for one. It can bend around every noisy sample, and in long training it does. So the claim holds under conditions. Two things changed at once, so do not blame the noise alone.

Now to existence. Training starts from random weights. In 20 runs the biases start at 0, as usual, so all bends are in one place. In 20 more the bends are spread out.
"""

# %%
from course_utils import Recipe, train_ensemble


def start(seed, spread):
    rng = np.random.default_rng([87, seed])
    network = MLP([1, 32, 1], "relu", seed=rng, dtype=np.float32)
    bends = rng.uniform(-1.0, 1.0, 32).astype(np.float32) if spread else 0
    return network.with_parameters({"b1": -bends * network.parameters()["W1"][:, 0]})


recipe = Recipe("squared_error", "adam", learning_rate=0.03, n_steps=4000, record_every=4000)
starts = [start(seed, spread) for spread in (False, True) for seed in range(20)]
x_train = np.linspace(0.0, 2.0, 129)
found = train_ensemble(starts, x_train[:, np.newaxis] - 1, f(x_train), recipe).networks
errors_found = np.array([network.forward(X - 1)[:, 0] for network in found]) - f(x)
trained, by_hand = abs(errors_found).max(axis=1), sup_errors(f, 32)[1]

for name, part in (("biases 0", trained[:20]), ("bends spread", trained[20:])):
    print(
        f"{name:>12}: median {np.median(part):.3f}, from {part.min():.3f} to {part.max():.3f}"
    )
print(f"{'by hand':>12}: {by_hand:.4f}")
outcome("06-trained", (trained <= by_hand).sum(), tolerance=0)

# %% [markdown]
r"""
None of the 40. The median is ten times the error by hand with all bends in one place, and about six times with the bends spread out. A better start helps. (A bit unfair: training lowered the mean squared error, not the worst one.) The theorem tells you that failure is not for lack of a solution. It does not say how to get there.

## 7. Depth

How many neurons stand side by side in a layer is the network's **width**; how many layers it has is its **depth**. A ReLU network with one input draws straight stretches; each is a **linear piece**. One layer of $H$ ReLUs has at most $H$ bends, so $H + 1$ pieces.

The **tent map** goes from 0 up to 1 and down again: $2 \max(0, x) - 4 \max(0, x - 0.5)$. Feed one tent into the next, eight times: 16 ReLUs in 8 layers. And what of 64 ReLUs with *random* weights, in one layer or in eight layers of eight?
"""

# %%
print(predict("06-pieces", "Linear pieces of eight tents, from 0 to 1?", ...))
options = ["one layer", "eight layers"]
predict("06-random", "64 random ReLUs: more pieces (median) in?", ..., choices=options)

# %%
from course_utils import count_pieces, tent, tent_network


def random_pieces(sizes, seed):
    network, rng = MLP(sizes, "relu", seed=seed), np.random.default_rng([89, seed])
    biases = {f"b{i}": rng.normal(scale=0.5, size=n) for i, n in enumerate(sizes[1:], 1)}
    return count_pieces(network.with_parameters(biases), (-5.0, 5.0))


pieces = [count_pieces(tent_network(depth), (0.0, 1.0)) for depth in range(1, 9)]
wide = relu_interpolant(partial(tent, depth=8), np.linspace(0.0, 1.0, 257))
same = sup_error(wide, tent_network(8), (0.0, 1.0))
nets = {"16 in one": [1, 16, 1], options[0]: [1, 64, 1], options[1]: [1, *[8] * 8, 1]}
draws = {name: [random_pieces(s, seed) for seed in range(20)] for name, s in nets.items()}
print(f"pieces of 1 to 8 tents: {pieces}")
print(f"one layer of {wide.layer_sizes[1]} ReLUs draws the last one, up to {same:.0e}")
for name, counts in draws.items():
    print(f"random, {name}: median {np.median(counts):g}, {min(counts)} to {max(counts)}")
print(outcome("06-pieces", pieces[-1], tolerance=0))
outcome("06-random", max(options, key=lambda name: np.median(draws[name])))

# %% [markdown]
r"""
Each fold doubles the pieces: $2^8 = 256$. One layer needs at least 255 ReLUs for that; ours has one more, for the first slope. With random weights, eight layers draw 52 pieces in the median (25 to 81), one layer 63. Depth makes many pieces possible; they do not come by themselves (Hanin and Rolnick, 2019).

### Try it

- Press play. After how many folds is one layer left behind?
- At four folds, how many neurons does it need?
- Move $x$. How many inputs share its output?
"""

# %%
tents_demo(depth=4, factor=1.0)

# %%
show(
    static("tents", {"depth": 4, "factor": 1.0}, {"depth": 4, "factor": 2.0}),
    alt="Four folds with 8 ReLUs draw a zig-zag of 16 pieces. One layer of 8 ReLUs follows it "
    "on the left half only, and is up to 0.89 off. One layer of 16 draws all of it. On "
    "logarithmic axes, pieces by depth rise steeply, pieces by width along a straight line.",
)

# %% [markdown]
r"""
The notes of 2015 call it only an observation that depth helps, since the power is equal. That has aged. Montúfar and others counted the pieces of deep networks in 2014. Telgarsky proved in 2015 and 2016 that some deep networks, made shallow, need exponentially many neurons. Eldan and Shamir (2016) showed that even one more layer can matter that much. Power is equal only where width is free.

But does your task look like a tent? For plain networks, say the notes, 3 layers (two of them hidden) often beat 2, and more rarely help. A digest hardens this to "2 or 3 layers are good enough". We test it on three classes of points in the plane, each a spiral wound around the others. Networks with 1 to 6 hidden layers compete, with 600 or 150 parameters (weights and biases) each.
"""

# %%
depths = measure(90)
table = np.array(depths.table.rows)  # budget, hidden layers, width, mean, spread
ax = (figure := Figure()).add_subplot()
for budget, look, colour in ((600, "o-", "blue"), (150, "s--", "orange")):
    _, hidden, width, mean, spread = table[table[:, 0] == budget].T
    wrong, label = 100 * (1 - mean), f"{budget} parameters"
    bars = np.array([np.minimum(100 * spread, wrong), 100 * spread])  # no share below 0
    ax.errorbar(hidden, wrong, bars, fmt=look, color=COLOURS[colour], capsize=3, label=label)
ax.set(xlabel="hidden layers", ylabel="wrong answers on new samples, in %")
ax.set_title("On the spirals depth gains next to nothing, and can fail")
ax.legend(loc="upper left")
show(
    figure,
    alt="Wrong answers against hidden layers, mean and spread of 20 seeds. With 600 parameters "
    "all depths stay below 1 %. With 150 they stay near 1 % up to 4 hidden layers, then rise to "
    "20 % at 6, with a spread of 24.",
)

# %% [markdown]
r"""
With 600 parameters all depths have about 0.5 % wrong. Their means differ by 0.2 points, no more than the seeds do: a null result, and we keep it. With 150, three layers (two hidden) beat two by 0.2 points in the median. In the mean they do not, as one run of 20 fell far behind. Six hidden layers of four neurons fail often.

So on a small task like this the old advice is fair. As a law it fails: on tents, depth wins.
"""

# %% [markdown]
r"""
### Depth since 2015

For conv nets, networks made for pictures, the notes call depth vital: about 10 layers, as pictures have parts made of parts. That reason is an argument, not a measurement, and the number has aged. ResNets (He and others, 2015) won ImageNet, a contest in naming pictures, with 152 layers; 1,001 followed in 2016. They rest on the **skip connection**, which adds the input of a block of layers to its output. In 2025 that is standard practice, in transformers as well.

Two papers that the notes recommend return to section 6. Ba and Caruana (2014) trained *shallow* networks on the outputs of deep ones, and came close to those. Trained on the labels, shallow ones had not. (For pictures, Urban and others found in 2016, the imitator needs several conv layers.) FitNets (2014, published 2015) let *thin, deep* networks imitate. Today such training is called **distillation**. The notes' links are aging: many are lost, and the book "in press" came out in 2016 (Goodfellow, Bengio and Courville; section 6.4).
"""

# %% [markdown]
r"""
## 8. What you can do now

- Build an approximator from half-open bumps, sigmoid pairs and ReLUs.
- Read the exponent off a log-log line: −1 for stairs, −2 for lines.
- State the theorem: for every continuous $f$ on a compact set and every $\varepsilon$; no polynomial.
- Show that a network that exists need not be found.
- Show depth's gain on tents, and its absence on spirals.

Five questions are left. Put your letters in place of the dots. The cell after it shows your guesses, and which were surprises.
"""

# %%
from course_utils import quiz

quiz.answer("06", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary("06-")

# %% [markdown]
r"""
## What the notes say, what we measured

The last cell puts the claims of the notes beside the numbers from **your** run. The marks are explained under the table.

The notes are right in the main point: universality does not explain why networks work. But they give it without its conditions, and in a formula with a sign too strict. And of depth, theorems now say more than the notes could.

**Next:** assignment `a6_approximation`, then [notebook 07](07_capacity_and_regularisation.ipynb). There, too much freedom meets too few samples.
"""

# %%
from course_utils.claims import verdicts

nested = measure(86).values["exponent of the error of strict bumps that nest"]
best = steepness[smooth.argmin(axis=1)] / 32
medians = [np.median(part) for part in (trained[:20], trained[20:])]
gain = 100 * depths.values["150 parameters: 3-layer minus 2-layer, median"]
seven = f"{100 * table[11, 3]:.0f} ± {100 * table[11, 4]:.0f} %"
verdicts(
    {
        83: f"20 different functions; reordering moved none by more than {function_moved:.0e}",
        84: f"exponent {exponents[0, 1]:.2f}; outside {far[100.0]:.0f} off; squares stay parabolas",
        85: f"{smooth[0].min():.4f} at k × width = {best[0]:.1f}, {smooth[0, -1]:.3f} at k = 10,000",
        86: f"{errors[0, 4, 2]:.2f} side by side; exponent {exponents[0, 0]:.2f} half-open, {nested:.2f} nested",
        87: f"{by_hand:.4f} by hand; medians of trained nets {medians[0]:.3f} and {medians[1]:.3f}",
        88: f"net better in {wins[0]} of 20; with more noise and longer training in {wins[1]}",
        89: f"{pieces[-1]} pieces with 16 ReLUs in 8 layers, {max(draws['16 in one'])} in one",
        90: f"600 parameters: within {100 * np.ptp(table[:6, 3]):.1f} points; 150: 3-layer {gain:+.1f}, 7-layer {seven}",
        91: "not measured; 152 layers in 2015, 1,001 in 2016, with skip connections",
        92: "not measured; book 2016, papers 2014 and 2015, now known as distillation",
    }
)
