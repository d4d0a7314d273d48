# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 03 · Activation zoo

**Time:** 75 minutes. **Before this:** notebooks 01 and 02.

Afterwards you will be able to

- write eight activation functions so that no number breaks them,
- compare them by value, slope, range and mean,
- tell saturation from death,
- build ReLU and its relatives from maxout, and say where that ends,
- say which ones are usual today.

This notebook tests the section "Commonly used activation functions" of the CS231n notes, *Neural Networks Part 1*.

Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Guess the function

An activation function turns a neuron's weighted sum $z$ into its output $a$. Each takes a single number, say the notes, and performs a fixed operation on it. Here are six:

| no. | formula |
| --- | --- |
| 1 | $1 / (1 + e^{-z})$ |
| 2 | $(e^z - e^{-z}) / (e^z + e^{-z})$ |
| 3 | the larger of 0 and $z$ |
| 4 | $z$ if $z > 0$, else $0.1 z$ |
| 5 | $\ln(1 + e^z)$ |
| 6 | $z / (1 + e^{-z})$ |

The cell draws them in another order. Match them on paper. Put the letter of formula 6 in place of the `...`. Tricks: look at $z = 0$ and far to the left.
"""

# %%
import numpy as np
from matplotlib.figure import Figure

from course_utils import get_activation
from course_utils.plotting import COLOURS, show, use_course_style
from course_utils.predictions import outcome, predict, summary

use_course_style()
curves = {n: get_activation(n) for n in ("sigmoid", "tanh", "relu", "softplus", "silu")}
curves["leaky_relu"] = get_activation("leaky_relu", alpha=0.1)
key = dict(zip("ABCDEF", np.random.default_rng(seed=3).permutation([*curves]), strict=True))
figure, z = Figure(figsize=(8, 4.8)), np.linspace(-4, 4, 401)
for ax, letter in zip(figure.subplots(2, 3, sharex=True, sharey=True).flat, key, strict=True):
    ax.grid(visible=True, alpha=0.4)
    ax.plot(z, curves[key[letter]](z), color=COLOURS["blue"])
    ax.set(title=letter, ylim=(-1.2, 4.2), xlabel="$z$, sum", ylabel="$a$, output")
show(
    figure,
    alt="A: 0, then a straight rise. B: two straight rises, gentle and steep. C: a dip, then a "
    "rise. D: an S from -1 to 1. E: a smooth rise, .7 at z = 0. F: an S from 0 to 1.",
)
predict("03-game", "Which curve is formula 6, z / (1 + e^-z)?", ..., choices=[*key])

# %% [markdown]
r"""
### Try it

Settle the game with a demo. Beside each function it draws its **slope**: the change of $a$ for a small change of $z$, divided by that change.

- Choose `sigmoid`, `tanh`, `relu`, `leaky_relu`, `softplus` and `silu`. Which letter is each?
- Back at `sigmoid`: the grey areas mark slopes below .05. Where do they begin?
- The lilac hill shows how often each $z$ occurs. At a spread of 5, which share falls into the grey?
- Choose `leaky_relu` and pull alpha up to 1.5. Which side is steeper?
"""

# %%
import math

from course_utils.demos import activation_demo, static

activation_demo(activation="sigmoid", z=4.0, compare="tanh")

# %%
show(
    static("activation", {"compare": "tanh"}, {"activation": "relu", "alpha": 1.5}),
    alt="Values left, slopes right. Sigmoid's slope is a hill of height 1/4, that of tanh, "
    "dotted, is 1 high. Leaky ReLU with alpha 1.5, dotted beside ReLU, is steeper on the left.",
)
outcome("03-game", next(letter for letter, name in key.items() if name == "silu"))

# %% [markdown]
r"""
A is formula 3, B is 4, D is 2, E is 5, F is 1. Formula 6 is C, the only one that falls before it rises. You can read four things off each curve.

- Its value.
- Its slope. The sigmoid's slope is 1/4 at most, .0066 at 5, and 45 millionths at 10.
- Its **range**, the interval of its outputs.
- Its mean output. A function is **zero-centred** if inputs that lie evenly about 0 give outputs with a mean of 0.

Where the slope is almost 0, the function is flat, and a change of $z$ hardly reaches the output. This is called **saturation**. In this course, "almost 0" means below .01. The demo starts at .05, because .01 is hard to see.
"""

# %% [markdown]
r"""
### Exercise 1: measure a slope

Write a function that measures the slope of `f` at `z`. Go a small step `h`, such as 1e-5, to both sides. Then divide the rise of `f` by the run, the distance between the two ends.

<details><summary>Hint 1</summary>The rise is the value at the right end minus the value at the left end.</details>
<details><summary>Hint 2</summary>The ends are <code>z - h</code> and <code>z + h</code>. Take 1e-5 for <code>h</code>.</details>
<details><summary>Hint 3</summary>The run is twice <code>h</code>.</details>
<details><summary>One answer</summary><pre>h = 1e-5
return (f(z + h) - f(z - h)) / (2 * h)</pre></details>
"""

# %%
from course_utils import checks, relu


def slope_at(f, z):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    slope_at, [((math.exp, 0.0), 1), ((abs, -2.0), -1), ((relu, 0.0), 0.5)], hints="Run: 2 h."
)

# %% [markdown]
r"""
The last example is no mistake. ReLU has a **kink** at 0: its slope is 0 to the left and 1 to the right. A step to both sides gives one half. On paper there is no slope at a kink, and any number from 0 to 1 will do. This course uses 0, as the common libraries do.

## 2. The sigmoid under the microscope

Notebook 01 asked whether the sigmoid $\sigma$ ever reaches 1. Python's usual numbers, called `float64`, have about 16 digits. The microscope shows how they decide that.

- Move $z$ from 36 to 37. Where does $1 + e^{-z}$ go, and what becomes of $\sigma$?
- Change to `float32`, numbers with about 7 digits. From which whole $z$ on is the output 1?
- The gaps differ on the two sides of 1. Which side has the finer numbers?
"""

# %%
from course_utils.demos import microscope_demo

microscope_demo(z=36.0)

# %%
show(
    static("microscope", {"z": 36.0}, {"z": 37.0}),
    alt="Numbers near 1. At z = 36 the sum 1 + exp(-z) is rounded to the number next above 1, "
    "and the sigmoid to one just below 1. At z = 37 both are rounded to 1.",
)
predict("03-reach", "From which whole z on is 2 sigmoid(2z) - 1 exactly 1?", ...)

# %% [markdown]
r"""
Large numbers "become" 0 and 1, say the notes. On paper neither is ever reached. In float64, $1 + e^{-z}$ rounds to 1 from 37 on, although $8.5 \cdot 10^{-17}$ is still missing there. In float32 it happens at 17. Tiny numbers keep their digits, so the left side has more room: at −700 the output is not yet 0, at −10,000 it is.

Why was this curve popular? It reads as a firing rate, say the notes. That is history, not measured. Its outputs can be shares of a highest rate. But a sum of 0 gives half of it, where notebook 01's spiking cell is silent.

## 3. Tanh, the stretched sigmoid

Formula 2 is called **tanh**, the hyperbolic tangent. The notes call it a scaled sigmoid:

$$\tanh(z) = 2\,\sigma(2z) - 1$$

If so, each network of tanh has a twin of sigmoids. Double the weights on both sides of each unit and adjust the biases.

Tanh is always preferred, the notes add. So the two race on three spirals: fewer steps win. (A hidden layer lies between inputs and outputs.)
"""

# %%
from course_utils import sigmoid, tanh
from course_utils.claims import measure

whole, samples = np.arange(100.0), np.random.default_rng(seed=29).standard_normal((20, 5000))
reach = {t: int(np.argmax(sigmoid(whole.astype(t)) == 1)) for t in ("float64", "float32")}
missing, left_tail = sigmoid(-37.0), sigmoid([-40.0, -700.0, -1e4])
tanh_reach = int(np.argmax(tanh(whole) == 1))
centre = {n: get_activation(n)(samples).mean(axis=1) for n in ("sigmoid", "tanh", "leaky_relu")}
twins, race = measure(36).values, measure(37, range(6)).values  # the race: 6 seeds

print(f"sigmoid is 1 from {reach}; {missing:.1e} missing at 37; at -700 {left_tail[1]:.1e}")
for name, mean in centre.items():
    print(f"mean output of {name}: {mean.mean():.3f} ± {mean.std(ddof=1):.3f}")
for name, value in (twins | race).items():
    print(f"{name}: {value:.3g}")
outcome("03-reach", tanh_reach, tolerance=1)

# %% [markdown]
r"""
Tanh is a scaled sigmoid: the differences are rounding errors, for one unit and for the twin networks. Its range is −1 to 1, again without the ends. It doubles its $z$, so it rounds to 1 at about half of 37. Its largest slope is 1, four times the sigmoid's. Its tails are flatter, with .00018 at 5.

For 20 sets of centred inputs the sigmoid's mean is one half, and tanh's is 0 give or take .01. Leaky ReLU (formula 4, with .01 for .1) is not zero-centred: its mean is near .4.

A ratio above 1 means that the sigmoid needed more steps, so tanh won. With the usual first weights it wins both races. With much larger ones it still wins in three hidden layers, but loses in one. And half of tanh's outputs are negative, so they can be no probabilities, and no gates (section 7). "Always preferred" is therefore half true. Notebook 04 races at length.
"""

# %% [markdown]
r"""
## 4. What slopes do to a gradient

The gradient says how the loss, the price of errors, changes with each number in a network (notebook 02). It is computed from the output back. At each unit it is multiplied with the slope of the activation, the **local gradient**, and then with weights.

Take nine hidden layers of 64 sigmoids, with starting weights that keep the size of the sums. Which share of the ninth layer's gradient arrives at the first? Answer with a power of ten: −2 for a hundredth.
"""

# %%
from course_utils import MLP, gradient_statistics, make_spirals

predict("03-vanish", "Nine layers of sigmoids: the power of ten that is left?", ...)


# %%
def gradient_sizes(activation, seed):
    rng = np.random.default_rng([27, seed])
    X, y = make_spirals(seed=rng)
    network = MLP([2, *[64] * 9, 3], activation, seed=rng)
    return [layer.activation_rms for layer in gradient_statistics(network, X, y)[:9]]


factors, figure = {}, Figure()
looks = (("sigmoid", "blue", "o-"), ("tanh", "orange", "s--"), ("relu", "green", "^:"))
ax = figure.add_subplot()
for name, hue, look in looks:
    sizes = np.array([gradient_sizes(name, seed) for seed in range(20)])
    factors[name] = (sizes[:, 0] / sizes[:, -1]) ** (1 / 8)
    ax.semilogy(range(1, 10), sizes.T, look, color=COLOURS[hue], linewidth=0.8, markersize=4)
    ax.lines[-1].set_label(f"{name}: × {factors[name].mean():.3f} a layer")
ax.set(xlabel="hidden layer", ylabel="size of the gradient")
ax.set_title("Back through sigmoids, each layer loses three quarters")
ax.legend(loc="lower right")
show(figure, alt="Back to layer 1: tanh and ReLU level, sigmoid falls from 3e-4 to 3e-9.")
outcome("03-vanish", 8 * np.log10(factors["sigmoid"]).mean(), tolerance=1)

# %% [markdown]
r"""
Each layer of sigmoids leaves .23 of the gradient, so the eight steps from layer 9 to layer 1 leave a hundred-thousandth. This is called a **vanishing gradient**. Slopes of 1/4 at most are the culprit: .25 to the power 8 is $1.5 \cdot 10^{-5}$. Tanh keeps .95 a layer. ReLU keeps nearly all of it. Half of its slopes are 0, but its first weights are drawn larger to make up for that. Can larger weights help the sigmoid too?

### Try it

The demo sets the spread of the first weights, how far they typically lie from 0, as a multiple of $1/\sqrt{n}$. A unit has $n$ inputs.

- The middle plot shows the gradient. What is left in layer 1 at a multiple of 10?
- What is the price? Look at the right plot.
- Choose tanh. At which multiple does the gradient come closest to keeping its size?

Under the still picture is a question: two hidden layers of 16 sigmoids learn three spirals. Guessing is wrong in 67 %. There the spread is 10 itself, not a multiple.
"""

# %%
from course_utils.demos import signal_demo

signal_demo(activation="sigmoid", factor=1.0)

# %%
show(
    static("signal", {"factor": 1.0}, {"factor": 10.0}),
    alt="Ten layers of sigmoids. With the usual weights the gradient shrinks to two millionths. "
    "With weights ten times as large it keeps its size, and half of the slopes are below .01.",
)
predict("03-large", "Spirals, first weights of spread 10: % wrong after training?", ...)

# %% [markdown]
r"""
With the large weights the gradient arrives whole. The price is saturation: about half of the slopes are flat. The other half lets the gradient pass, and the large weights amplify it.

Too large first weights saturate most neurons, warn the notes, "and the network will barely learn". Let us see, with the spirals. The first weights have a spread (standard deviation) from .01 to 100. Each of 10 seeds gets three learning rates, and the best one counts. The bars reach from the best seed to the worst.
"""

# %%
large = measure(28, range(10))
percent = {name: 100 * np.array(large.table[name]) for name in large.table.columns}
weights = percent["standard deviation of the weights"] / 100
flat, error = percent["share of slopes below .01"], percent["mean error"]
bars = [error - percent["lowest error"], percent["highest error"] - error]
rise = large.values["gradient of the first layer, weights of 10 to weights of 1"]

figure = Figure()
ax = figure.add_subplot()
ax.semilogx(weights, flat, "s--", color=COLOURS["orange"], label="flat slopes at the start")
ax.errorbar(weights, error, bars, fmt="o-", color=COLOURS["blue"], capsize=5, label="errors")
ax.set(xlabel="spread of the first weights", ylabel="share in %", ylim=(-4, 104))
ax.set_title("Most slopes flat at 10, and no errors")
ax.legend(loc="upper center")
show(
    figure,
    alt="Shares over five spreads of the first weights. Flat slopes climb from 0 to 92 %. Errors "
    "are about 29 % at .01, 0 from .1 to 10, 16 % at 100; at both ends bars show the seeds.",
)
print(f"gradient of layer 1, weights of 10 against weights of 1: × {rise:.1f}")
outcome("03-large", error[3], tolerance=2)

# %% [markdown]
r"""
Half of the claim stands. Large weights do saturate: at 10, more than half of the slopes are flat. But these networks get every sample right in the end. At the start, the gradient of the first layer's weights is even several times larger than at 1. At 100 the claim comes true: about a sixth of the samples stay wrong. The smallest weights, .01, do even worse on average.

So flat slopes and a failed network are two things. Measure both.
"""

# %% [markdown]
r"""
## 5. Saturated or dead?

Take one unit, 200 samples, and a bias that you pull down step by step. All sums $z$ move to the left. If its slopes are almost 0, the unit is saturated. Notebook 04 calls a ReLU dead if its slope is 0 for every sample. Is that a difference, or only a word? The cell draws the mean slope for 20 units, with three activations. Its `leaky_relu` is formula 4 with .01 in place of .1.
"""

# %%
biases, figure = np.linspace(0, -12, 49), Figure()
z = np.random.default_rng(seed=5).standard_normal((20, 200))  # 20 units, 200 samples
looks = {"sigmoid": ("blue", "-"), "leaky_relu": ("green", ":"), "relu": ("vermilion", "--")}
last, ax = {}, figure.add_subplot()
for name, (hue, style) in looks.items():
    slope = get_activation(name).derivative
    mean_slope = np.array([slope(z + b).mean(axis=1) for b in biases])
    last[name] = mean_slope[-1].mean()
    ax.semilogy(biases, mean_slope, style, color=COLOURS[hue], linewidth=1, nonpositive="mask")
    ax.lines[-1].set_label(name)
ax.set(xlabel="$b$, bias", ylabel="mean slope of a unit", title="Saturated is small, dead is 0")
ax.legend()
show(
    figure,
    alt="Mean slopes of 20 units over the bias, on a scale of powers of ten. ReLU's lines end "
    "near -3. Leaky ReLU's level off at .01. Sigmoid's fall in a straight line, to 1e-5 at -12.",
)
print("mean slope at -12:", {name: f"{value:.1e}" for name, value in last.items()})

# %% [markdown]
r"""
It is more than a word. At −12 the sigmoid has a hundred-thousandth of slope left, and training moves such a unit at a crawl. ReLU's lines end near −3, where the last sample leaves the positive side. From there on the slope is exactly 0, and no step moves the unit. A single sample on the right side keeps it alive.

So ReLU saturates on the left, though the lecture of 2015 and a study group's notes of 2019 deny it.

**Leaky ReLU** (2013) keeps a small slope $\alpha$ there: $z$ if $z > 0$, else $\alpha z$. Usual is .01. Many write $\max(z, \alpha z)$ for short.

In **PReLU** (2015), $\alpha$ is a number of each unit that training finds. The output changes with $\alpha$ at the rate $z$ where $z < 0$, else not at all.

Two questions for one cell. In how many of 1,000 numbers is the short form wrong if $\alpha$ is 2? Put your guess, in percent, in place of the `...`. And six PReLU units start at an $\alpha$ of .25: will they stay together?
"""

# %%
from course_utils import Recipe, leaky_relu, make_moons, train

predict("03-short", "Leaky ReLU, alpha 2: how many % does max(z, 2 z) get wrong?", ...)
z = np.random.default_rng(seed=48).normal(size=1000)
wrong = {a: np.mean(np.maximum(z, a * z) != leaky_relu(z, a)) for a in (0.01, 2.0)}

recipe, alphas = Recipe(learning_rate=0.05, n_steps=100, record_every=100), []
for seed in range(20):
    rng = np.random.default_rng([51, seed])
    X, y = make_moons(60, seed=rng)
    trained = train(MLP([2, 6, 2], "prelu", seed=rng), X, y, recipe).network
    alphas.append(np.sort(trained.parameters()["alpha1"]))
least, most = np.array(alphas)[:, 0], np.array(alphas)[:, -1]

print(f"max(z, alpha z) is wrong: {wrong[0.01]:.0%} at alpha .01, {wrong[2.0]:.0%} at alpha 2")
print(f"PReLU, 20 runs: smallest alpha {least.mean():.2f} ± {least.std(ddof=1):.2f}")
print(f"                largest alpha {most.mean():.2f} ± {most.std(ddof=1):.2f}")
outcome("03-short", 100 * wrong[2.0], tolerance=5)

# %% [markdown]
r"""
At .01 the short form is perfect, at 2 it is wrong everywhere. The larger number is $2z$ on the right, where $z$ is due. On the left it is $z$, where $2z$ is due. So max takes the wrong branch on both sides. **Rule:** try a function with a parameter at two values, one of them above 1.

The alphas drift apart in every run. In most runs one even becomes negative: that unit folds its left side up.

## 6. Maxout, the largest of several lines

A **maxout** unit (2013) has two sets of weights and puts out the larger sum:

$$a = \max(w_1 \cdot x + b_1,\; w_2 \cdot x + b_2)$$

Units with more sets exist too: the demo starts with three lines.

- Drag the lines. Can you make the curve bend downwards anywhere?
- Choose the unit "leaky ReLU". What are its two lines?
- Change the inputs D. How many parameters (weights and biases) has the unit, beside an ordinary neuron?

Then guess for a network of 10 inputs, 50 hidden units and 3 outputs, in short 10-50-3. Maxout replaces its hidden ReLUs.
"""

# %%
from course_utils.demos import maxout_demo

maxout_demo()

# %%
show(
    static("maxout", {}, {"preset": "leaky ReLU"}),
    alt="Two maxout units: the largest of three lines, shaped like a trough, and leaky ReLU, "
    "the larger of two. Both bend upwards only, and the chord of each lies above it.",
)
predict("03-double", "Network 10-50-3 with a maxout layer: how many times the parameters?", ...)

# %% [markdown]
r"""
A chord is the straight line between two points of a curve. A function is **convex** if no chord passes below it. Four questions:

1. Is leaky ReLU a maxout of $\alpha z$ and $z$? With $\alpha = 0$ it is ReLU.
2. Does maxout ever lie above the middle of a chord?
3. How many directions of steepest rise are there? $f(w \cdot x + b)$ has one, along $w$.
4. A single number, a fixed operation: then shuffled inputs must give the same outputs, shuffled. Which activations pass?
"""

# %%
from functools import partial

from course_utils import maxout

rng, gaps = np.random.default_rng(seed=53), {}
X, W, b = rng.normal(0, 3, (2000, 3)), rng.standard_normal((4, 3)), rng.standard_normal(4)
for alpha in (0.0, 0.01, 0.5, 2.0):
    unit = partial(maxout, W1=alpha * W, b1=alpha * b, W2=W, b2=b)
    gaps[alpha] = abs(unit(X) - leaky_relu(X @ W.T + b, alpha)).max()
above = (unit((X[::2] + X[1::2]) / 2) - (unit(X[::2]) + unit(X[1::2])) / 2).max()
directions, shuffles = [*measure(52).values.values()][2:], dict(measure(21).table.rows)
n_neuron = MLP([10, 1, 1], "maxout").layers[0].n_parameters
n_plain, n_maxout = (MLP([10, 50, 3], name).n_parameters for name in ("relu", "maxout"))

print("1. difference to leaky ReLU:", {alpha: f"{gap:.0e}" for alpha, gap in gaps.items()})
print(f"2. above a chord's middle by at most {above:.0e}")
print(f"3. directions: maxout {directions[0]:.0f}, f(w x + b) {directions[1]:.0f}")
print("4. pass:", *(name for name, share in shuffles.items() if share == 1))
print("   fail:", *(name for name, share in shuffles.items() if share < 1))
print(f"one neuron, 10 inputs: {n_neuron}; network: {n_maxout:,} instead of {n_plain}")
outcome("03-double", n_maxout / n_plain, tolerance=0.05)

# %% [markdown]
r"""
1. ReLU and leaky ReLU are special cases, as long as $\alpha$ is at most 1. At 2 the trap of the last section is back.
2. Never, beyond rounding. A maximum of lines is convex.
3. Two, one for each set of weights. So maxout is not of the form $f(w \cdot x + b)$.
4. The ten fixed ones pass; some of them come in section 7. PReLU fails because each place has its own $\alpha$. Maxout fails because it looks at several numbers. So does softmax, which turns scores into probabilities (notebook 02).

So "a single number, a fixed operation" is half true. And the price: a maxout neuron with 10 inputs has 22 parameters instead of 11. The network has only 1.78 times as many, because its output layer is an ordinary one.
"""

# %% [markdown]
r"""
## 7. Today's practice

The notes and the other texts under test do not discuss the next four functions.

- **Softplus** (2001), formula 5, is ReLU with its kink rounded.
- **ELU** (2015) is $z$ on the right. On the left, $\alpha (e^z - 1)$ levels off at $-\alpha$.
- **GELU** (2016) is $z \, \Phi(z)$. Here $\Phi(z)$ is the chance that a normal random number is below $z$.
- **SiLU** (2016, as "swish" 2017), formula 6, is $z \, \sigma(z)$.

The cell types eight formulas as they are printed. Which ones break at large numbers, and which functions fall anywhere?
"""

# %%
erf, ends = np.vectorize(math.erf), np.array([-1000.0, 1000.0])
grid = np.linspace(-9, 9, 18001)
printed = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
    "relu": lambda z: np.maximum(0, z),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "elu": lambda z: np.where(z > 0, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "silu": lambda z: z / (1 + np.exp(-z)),
    "gelu": lambda z: z * (1 + erf(z / 2**0.5)) / 2,
}
print("             range         mean  steepest  falls  printed, at -1000 and 1000")
for name, formula in printed.items():
    f = get_activation(name)
    falls, steepest = (np.diff(f(grid)) < 0).any(), f.derivative(grid).max()
    with np.errstate(all="ignore"):
        typed = formula(ends)
    facts = f"{f.range[0]:8.3f} {f.range[1]:5g} {f(samples).mean():9.2f} {steepest:9.2f}"
    print(f"{name:10} {facts} {'yes' if falls else 'no':>6}   {typed}")

# %% [markdown]
r"""
A function that never falls is called **monotonic**. GELU and SiLU are not. They fall to −.170 at $z = -.752$ and to −.278 at $z = -1.278$, then rise. "A larger input gives an output that is no smaller" holds for all fixed functions of one number that the notes name. (A PReLU with a negative $\alpha$ falls.) It fails for two that are usual in transformers, the language models of 2025. Maxout is hardly used today.

The last column shows what typing does. Tanh becomes "not a number", softplus infinite. Sigmoid, ELU and SiLU overflow on the way and are lucky. **Rule:** take exponentials of negative numbers only. Tanh and SiLU contain a sigmoid, so the safe one of notebook 01 makes them safe.

### Exercise 2: a softplus that survives

Write $\ln(1 + e^z)$ for one number, so that no $z$ breaks it.

<details><summary>Hint 1</summary>For large z, the result is almost z. What is left?</details>
<details><summary>Hint 2</summary>Softplus minus ReLU is the same at z and at minus z.</details>
<details><summary>Hint 3</summary>That difference is ln(1 + exp(-|z|)). Use <code>math.log1p</code>.</details>
<details><summary>One answer</summary><pre>return max(z, 0.0) + math.log1p(math.exp(-abs(z)))</pre></details>
"""


# %%
def safe_softplus(z):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    safe_softplus, [((0.0,), math.log(2)), ((1e3,), 1e3), ((-1e3,), 0)], hints="No exp(1000)."
)

# %% [markdown]
r"""
### Exercise 3: ELU at two values of alpha

Write ELU for an array `z`: $z$ if $z > 0$, else $\alpha (e^z - 1)$. A trap: `np.where` computes both branches for all numbers. So Python warns of an overflow in a branch that is not used. Avoid that.

<details><summary>Hint 1</summary>Which numbers should the exponential never see?</details>
<details><summary>Hint 2</summary><code>np.minimum(z, 0)</code> keeps the left side and makes the right side 0.</details>
<details><summary>Hint 3</summary><code>np.expm1(x)</code> is exp(x) - 1 without loss of digits.</details>
<details><summary>One answer</summary><pre>return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))</pre></details>
"""


# %%
def elu_of(z, alpha):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    elu_of,
    [
        ((np.array([-math.log(2.0), 0.0, 3.0]), 1.0), np.array([-0.5, 0.0, 3.0])),
        ((np.array([-math.log(2.0), 0.0, 3.0]), 2.0), np.array([-1.0, 0.0, 3.0])),
        ((np.array([-1000.0, 1000.0]), 0.5), np.array([-0.5, 1000.0])),
    ],
    hints=["exp(-ln 2) is one half.", "Is alpha used?", "Keep large numbers out of exp."],
)

# %% [markdown]
r"""
### Where the sigmoid still is

The sigmoid is rarely used, said the notes of 2015. For hidden layers that is still true. Elsewhere it never left.

- Probabilities: a softmax of two classes is the sigmoid of the difference of their scores.
- A **gate** is a share $g$ that mixes two states: $(1 - g)$ times the old plus $g$ times the new. LSTM (1997) and GRU (2014), networks with a memory, compute $g$ with sigmoids. So the mixture lies between old and new, with tanh only half of the time.
- SiLU is $z$ times a sigmoid, a gate for its own input.

## 8. What you can do now

- Write eight activation functions so that no number breaks them.
- Compare them by value, slope, range and mean.
- Tell saturation (small slopes) from death (0 for every sample).
- Build ReLU and leaky ReLU from maxout, up to $\alpha = 1$.
- Say which ones are usual today, and where the sigmoid is.

Five questions are left: put your letters in place of the dots. The cell after them shows your guesses. Find the sentence behind each surprise.
"""

# %%
from course_utils import quiz

quiz.answer("03", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
slope = {name: get_activation(name).derivative for name in ("sigmoid", "tanh", "relu")}
gates, ratios = [*measure(25).values.values()], [*race.values()]
about = {n: f"mean output {m.mean():.3f} ± {m.std(ddof=1):.3f}" for n, m in centre.items()}
at = {z: slope["sigmoid"](float(z)) for z in (0, 5, 10)}
measured = {  # the first rows of the table that follows
    21: f"{sum(shuffles.values()):.0f} fixed ones pass the shuffle; PReLU, maxout, softmax fail",
    22: f"never on paper; in float64 1 from z = {reach['float64']} on, {missing:.1e} missing there",
    23: f"{left_tail[0]:.1e} at -40, {left_tail[1]:.1e} at -700, {left_tail[2]:g} at -10,000",
    24: f"history, not measured; a sum of 0 would be {sigmoid(0.0):g} of the highest rate",
    25: f"in gates: mixtures in between {gates[2]:.0%}, with tanh {gates[3]:.0%}; half of SiLU",
    26: f"slope {at[0]:g} at 0, {at[5]:.5f} at 5, {at[10]:.2e} at 10",
    27: f"share left a layer: {factors['sigmoid'].mean():.3f}, tanh {factors['tanh'].mean():.2f}",
    28: f"flat at 10: {flat[3]:.0f} %, error {error[3]:.1f} %; at 100: {error[4]:.0f} %; gradient × {rise:.0f}",
    29: f"{about['sigmoid']}, with inputs centred on 0",
}
summary("03-")

# %% [markdown]
r"""
## What the notes say, what we measured

The table sets the claims beside the numbers of your run. Five claims are half true, so each needs a second sentence: say it aloud before you look above. The last row is in no document. It is what all of their fixed functions have in common, and two of today's do not.

**Next:** assignment `a3_activations`, then [notebook 04](04_activations_in_motion.ipynb). There the functions are trained: how units die, how paths zig-zag, and who wins a fair race.
"""

# %%
from course_utils.claims import verdicts

low, high = f"{least.mean():.2f}", f"{most.mean():.2f}"
verdicts(
    measured
    | {
        35: f"{about['tanh']}; steepest {slope['tanh'](0.0):g}; 1 from z = {tanh_reach} on",
        36: "; ".join(f"{name} {value:.0e}" for name, value in twins.items()),
        37: f"the sigmoid takes {ratios[0]:.1f} times the steps, from large weights {ratios[3]:.2f}",
        38: f"slope {slope['relu'](-1.0):g} left, {slope['relu'](1.0):g} right, 0 at 0 by choice",
        48: f"max(z, alpha z) wrong: {wrong[0.01]:.0%} at .01, {wrong[2.0]:.0%} at 2",
        51: f"alphas from .25 to {low} (smallest) and {high} (largest), 20 runs",
        52: f"convex to {above:.0e}; gradients in {directions[0]:g} directions, not 1",
        53: f"difference {gaps[0.01]:.0e} at alpha .01, but {gaps[2.0]:.0f} at 2",
        55: f"{n_neuron} instead of 11; the network {n_maxout / n_plain:.2f} times as many",
        59: "; ".join(
            f"{n} falls to {get_activation(n)(grid).min():.3f}" for n in ("gelu", "silu")
        ),
    }
)
