# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 04 · Activations in motion

**Time:** 90 minutes. **Before this:** notebooks 01 to 03.

Afterwards you will be able to

- measure a zig-zag, and say when it hurts,
- judge "six times faster" by tuned rates,
- count dead units, and say which of them come back,
- choose an activation, with reasons and with dates.

This notebook tests the section "Commonly used activation functions" of the CS231n notes, *Neural Networks Part 1*. It also quotes slides of 2015, a summary, a digest, a study group. Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Signs and zig-zag

Recall: the gradient holds the loss's slope for each weight. A **step** moves all weights against the gradient, as far as the learning rate says.

For one sample the slopes have a plain form. With inputs $x_i$ and error $e$, such as output minus label:

$$\frac{\partial L}{\partial w_i} = e \, x_i$$

So with positive inputs all slopes share the sign of $e$. That is what the notes say.

Now take ten centred inputs, as often negative as positive. In how many per cent of samples have all ten slopes one sign?
"""

# %%
import numpy as np

from course_utils.predictions import outcome, predict, summary

predict("04-signs", "Ten centred inputs: in how many per cent have all slopes one sign?", ...)

# %%
import math

from matplotlib.figure import Figure

from course_utils import MLP, checks, same_sign_share, sigmoid, zigzag_ratio


def shares_of_one_sign(seed):
    rng = np.random.default_rng(seed)
    X, y = rng.uniform(0, 1, size=(2000, 10)), rng.integers(0, 2, size=2000)
    networks = [MLP([10, 10, 1], name, seed=seed) for name in ("sigmoid", "tanh")]
    hidden = [network.trace(X - 0.5).activations[0] for network in networks]
    shares = []
    for inputs in (X, X - 0.5, *hidden):
        e = sigmoid(inputs @ rng.normal(size=10)) - y
        shares.append(same_sign_share(e[:, np.newaxis] * inputs))
    return shares


signs = np.array([shares_of_one_sign(seed) for seed in range(20)]).T
names = ("positive", "centred", "from ten sigmoids", "from ten tanh")
for name, share in zip(names, signs, strict=True):
    print(f"inputs {name:>17}: {share.mean():7.2%} of one sign (spread {share.std():.2%})")
outcome("04-signs", 100 * signs[1].mean(), tolerance=0.1)

# %% [markdown]
r"""
For positive inputs the claim is exact: all 40,000 gradients have one sign. For centred inputs each sign is a coin toss. Ten coins agree in 2 of 1,024 cases, which is 0.2 per cent.

Deeper layers are concerned too. Sigmoids put out positive numbers only, so the next neuron sees positive inputs. Tanh, a sigmoid stretched to reach from −1 to 1, does not have this fault.

### Try it

Why should signs matter? Take two weights, where one must grow and the other fall. If both slopes have one sign, both weights grow or both fall. The way becomes a **zig-zag**, a path of steps that partly undo each other.

- Set the mean of the inputs to 0, then to 1. How does the path change?
- Keep the mean at 1 and drag the best weights to (0.7, 0.7). Is there still a zig-zag?
- Let each step use all samples. What becomes of the path?

Then guess, for inputs from 0.5 to 1.5. One weight must grow, the other fall by as much.
"""

# %%
from course_utils.demos import dying_demo, race_demo, static, zigzag_demo
from course_utils.plotting import COLOURS, show, use_course_style

zigzag_demo(offset=1.0, w1=0.7, w2=-0.7)

# %%
use_course_style()
show(
    static("zigzag", {"offset": 0.0}, {"offset": 1.0}),
    alt="Two neurons. With inputs around 0 the weights walk almost straight, 1.24 times the "
    "line. With inputs around 1 they jump to and fro, 5.55 times.",
)


# %%
def walk(lowest, n_samples, angle, seed):
    rng = np.random.default_rng(seed)
    best, path = np.array([math.cos(angle), math.sin(angle)]), [np.zeros(2)]
    while math.dist(path[-1], best) > 0.1:
        X = rng.uniform(lowest, lowest + 1, size=(n_samples, 2))
        path.append(path[-1] - 0.4 * (X @ (path[-1] - best)) @ X / n_samples)
    return zigzag_ratio(path)


predict("04-path", "Zig-zag: how many times as long as the straight line is the path?", ...)

# %%
setups = {"centred": (-0.5, 1), "0 to 1": (0, 1), ".5 to 1.5": (0.5, 1), "64 a step": (0.5, 64)}
angles, ways = np.arange(0, 180, 22.5), {}
figure = Figure()
ax = figure.add_subplot()
for (name, setup), style in zip(setups.items(), ("o-", "s--", "D-.", "^:"), strict=True):
    way = np.array([[walk(*setup, a, seed) for seed in range(20)] for a in np.radians(angles)])
    look = {"fmt": style, "capsize": 3, "label": name}
    ax.errorbar(angles, way.mean(axis=1), yerr=way.std(axis=1), **look)
    ways[name] = way
ax.set(xlabel="angle of the best weights in degrees", ylabel="path / straight line")
ax.set_title("Longest where one weight must grow and the other fall")
ax.set(ylim=(0, 9), xticks=np.arange(0, 180, 45))
ax.legend(loc="upper left", ncols=2)
show(
    figure,
    alt="Path over straight line by angle, mean and spread of 20 seeds. Centred inputs stay "
    "near 1.3, with 64 samples a step below 1.6. Inputs from .5 to 1.5 reach 5.6 at 135.",
)
outcome("04-path", ways[".5 to 1.5"][angles == 135].mean(), tolerance=1)

# %% [markdown]
r"""
The best weights lie at distance 1 from the start, in eight directions. At 45° both weights must grow by the same amount, and the zig-zag is short. At 135° one must fall, and the path is 5.6 times the straight line. Averaged over all angles it is 4.

So the claim holds under conditions. Inputs from 0 to 1 do less harm, 1.9 on average. And the harm needs steps of one sample: averaged over 64 samples, the steps from the same inputs make it 1.35.

### Exercise 1: how long is a path?

`path` is a list of points `(w1, w2)`. Return the length of the whole path.

<details><summary>Hint 1</summary>How long is a path of one step? And of no step at all?</details>
<details><summary>Hint 2</summary><code>math.dist(a, b)</code> is the distance of two points.</details>
<details><summary>Hint 3</summary><code>zip(path, path[1:])</code> pairs each point with the next one.</details>
<details><summary>One answer</summary><pre>return sum(math.dist(a, b) for a, b in zip(path, path[1:]))</pre></details>
"""


# %%
def path_length(path):
    raise NotImplementedError  # your answer takes the place of this line


paths = [(([(0, 0), (3, 4)],), 5.0), (([(0, 0), (3, 0), (3, 4)],), 7.0), (([(1, 1)],), 0.0)]
checks.try_examples(path_length, paths, hints="Add the distances of neighbouring points.")

# %% [markdown]
r"""
### Two cures: batches and zero-mean data

A **batch** is a group of samples whose gradients are averaged for one step. With batches drawn at random the method is **stochastic gradient descent**. That softens the problem, say the notes. Count how often one sign is left.

The slides of 2015 name signs as the reason for zero-mean data. Test it: move one input by +10, the other by −10. Now gradients have *both* signs. Will networks learn? Guess in the next cell. (In its list, 1 means all.)
"""

# %%
from course_utils.claims import measure

predict("04-moved", "Moved by +10 and -10: do networks learn?", ..., choices=["yes", "no"])
batches, moved, cost = measure(32, range(10)), measure(34, range(6)), measure(33, range(6))
sizes, at_start, at_best = np.array(batches.table.rows).T
figure = Figure()
ax = figure.add_subplot()
ax.plot(sizes, at_start, "o-", color=COLOURS["blue"], label="at the start")
ax.plot(sizes, at_best, "s--", color=COLOURS["vermilion"], label="at the best weights")
ax.set(xlabel="samples in a batch", ylabel="share of gradients of one sign", ylim=(0, 1.05))
ax.set(xscale="log", title="Batches help at the start, less at the best weights")
ax.set_xticks(sizes, [f"{size:g}" for size in sizes], minor=False)
ax.legend()
show(
    figure,
    alt="Share of gradients of one sign against the batch size, mean of 10 seeds, from 1 for "
    "single samples. With 64 it is .12 at the start and .41 at the best weights.",
)
for name, value in [*moved.values.items(), *cost.values.items()]:
    print(f"{value:9.3g}  {name}")
outcome("04-moved", "yes" if [*moved.values.values()][2] else "no")

# %% [markdown]
r"""
With 64 samples, one gradient in eight has one sign at the start. Near the best weights it is four in ten, even in large batches. The errors there nearly cancel, so chance picks one sign for all slopes.

The advice is right, the reason half of the story. All six networks learn standardised data (mean 0, spread 1) in 60 steps. Moved by 10, in *either* pattern of signs, none learns in 1,500, at six rates. Distance alone makes the valley narrow: a rate that suits its walls is too small along its floor. **Adam** (2015) scales the step of each weight by its recent gradients. With both inputs 10 higher it nearly always learns.

The notes call the zig-zag less severe than saturation, a slope near 0. Inputs from 0.5 to 1.5 cost 3 times the steps. A sigmoid that starts saturated on the wrong side costs some 75 times. Nine layers leave under 0.00001 of the gradient. That is with squared error. With cross-entropy the bad start costs 1.4 times. So "less severe" depends on the loss.
"""

# %% [markdown]
r"""
## 2. Six times faster?

This number has travelled far. The notes give "a factor of 6" for ReLU against "sigmoid/tanh". The source is one figure of Krizhevsky and others, **2012**. It shows one conv net (a network for pictures), ReLU against tanh alone, to 25 % training error. The caption in the notes says tanh, too. The paper's own caption adds that each side had its own rate. It also says that the size of the effect varies with the network.

You will race on three classes of points that form spirals, with one or three hidden layers (layers between inputs and scores). In a **fair race** each runner has its own best learning rate, tuned on seeds that the race does not use.

First see what happens if you skip the tuning. In code, `race` trains one network a seed, for at most 1,500 steps. Then guess how many times as long tanh takes as ReLU, in a fair race.
"""

# %%
from course_utils.claims.experiments.speed import LARGER, USUAL, Entrant, race

rates, ladder = (0.5, 1.5, 5.0, 10.0), {}
figure = Figure()
ax = figure.add_subplot()
for name, style, colour in (("relu", "o-", "blue"), ("tanh", "s--", "vermilion")):
    runs = [race(Entrant(name, 1, rate), 39, range(3)).steps[:, 0] for rate in rates]
    low, ladder[name], high = np.percentile(runs, [0, 50, 100], axis=1)
    spread = (ladder[name] - low, high - ladder[name])
    look = {"fmt": style, "color": COLOURS[colour], "capsize": 4, "label": name}
    ax.errorbar(rates, ladder[name], yerr=spread, **look)
ax.set(xscale="log", yscale="log", title="Who wins depends on who chose the rate")
ax.set(xlabel="learning rate", ylabel="steps to 25 % error (1,500: never)")
ax.set_xticks(rates, [f"{rate:g}" for rate in rates])
ax.legend()
show(
    figure,
    alt="Steps to 25 % error against the learning rate, median and range of 3 seeds. ReLU "
    "needs about 20 steps at 1.5 and 5, and does not arrive at 10. Tanh needs about 200 at .5.",
)
predict("04-six", "Steps of tanh / steps of ReLU, 3 hidden layers, to 10 % error?", ...)

# %% [markdown]
r"""
Each line has its own best rate. Run ReLU at 1.5 and tanh at 0.5, and ReLU is ten times as fast. Run both at 10, and tanh wins: no ReLU network arrives within 1,500 steps. **Rule:** tune both sides, or do not race.

Now the fair table, ten seeds a cell. We average ratios by the **geometric mean**: multiply all n ratios and take the n-th root. Then "twice as long" and "half as long" cancel, as they should.
"""

# %%
steps = {(e.activation, e.n_hidden): race(e, 39, range(10)).steps for e in USUAL}
cells, mean = [(1, 0), (1, 1), (3, 0), (3, 1)], {}
figure = Figure()
ax = figure.add_subplot()
for slow, mark, colour in (("tanh", "s", "vermilion"), ("sigmoid", "^", "purple")):
    for x, (layers, error) in enumerate(cells):
        ratios = steps[slow, layers][:, error] / steps["relu", layers][:, error]
        mean[slow, x] = float(np.exp(np.log(ratios).mean()))
        ax.semilogy(np.full(10, x), ratios, mark, color=COLOURS[colour], alpha=0.5)
        ax.annotate(f"{slow} {mean[slow, x]:.1f}", (x + 0.1, mean[slow, x]), va="center")
ax.axhline(6, color=COLOURS["grey"], linestyle="--")
ax.set(xlim=(-0.4, 3.9), ylabel="steps / steps of ReLU")
ax.set_yticks([1, 2, 6, 20], ["1", "2", "6", "20"])
ax.set_xticks(range(4), [f"{n} hidden\nto {(25, 10)[k]} %" for n, k in cells])
ax.set_title("On average tanh stays below six, the sigmoid above")
show(
    figure,
    alt="Ratios of steps, ten seeds a cell. Tanh: means from 2.3 to 3.9; sigmoid: 7.6 to 19.6.",
)
outcome("04-six", mean["tanh", 3], tolerance=0.8)

# %% [markdown]
r"""
On average ReLU wins in all four cells, but beats tanh by six in none. Tanh takes two to four times as many steps, the sigmoid seven to twenty. So the claim is half true. The direction holds; the number belongs to one net of 2012, and to one rival.

### Try it

- Switch to "the same for all". Whom does the rate of ReLU suit?
- Move the error to reach from 50 % to 5 %. Does the order change?
- With three hidden layers, which one hardly moves?

Then a guess about saturation. Give tanh first weights ten times larger, so that it starts almost flat. The rate stays the one tuned for usual weights. Does it arrive sooner or later than tanh with those?
"""

# %%
race_demo(hidden_layers="1", threshold=25, n_steps=200)

# %%
show(
    static("race", {"n_steps": 200}, {"n_steps": 200, "hidden_layers": "3", "threshold": 10}),
    alt="Two races. With one layer ReLU and leaky ReLU need 25 steps, GELU 40, tanh 90, the "
    "sigmoid 175. With three the sigmoid does not arrive, and the others take 40 to 108.",
)
predict("04-flat", "Tanh from a saturated start arrives?", ..., choices=["sooner", "later"])

# %% [markdown]
r"""
### Exercise 2: a typical ratio

`slow` and `fast` list steps for the same seeds. Return the geometric mean of their ratios.

<details><summary>Hint 1</summary>Which ratio belongs to the first seed?</details>
<details><summary>Hint 2</summary><code>math.prod</code> multiplies all numbers of a list.</details>
<details><summary>Hint 3</summary>The n-th root is the power 1 / n.</details>
<details><summary>One answer</summary><pre>ratios = [a / b for a, b in zip(slow, fast)]
return math.prod(ratios) ** (1 / len(ratios))</pre></details>
"""


# %%
def typical_ratio(slow, fast):
    raise NotImplementedError  # your answer takes the place of this line


runs = [(([20, 80], [10, 10]), 4.0), (([20, 5], [10, 10]), 1.0), (([30], [12]), 2.5)]
checks.try_examples(typical_ratio, runs, hints="Divide seed by seed, multiply, take the root.")

# %% [markdown]
r"""
### Why is it faster?

The notes give two reasons: ReLU does not saturate, and it is cheap. The lecture and a study group say the first without limits. Yet below zero the slope of ReLU is exactly 0!

So count flat slopes (below 0.1) during the race. Two runners join: tanh with first weights ten times smaller, in its linear zone, and ten times larger, saturated. If saturation decides, the last must be the slowest. Then tanh races the sigmoid.
"""

# %%
flat, why, pair = measure(42, range(6)), measure(40, range(4)), measure(37, range(4))
large = {e.activation: race(e, 39, range(8)).steps[:, 1] for e in LARGER[3:5]}
large_ratio = float(np.exp(np.log(large["tanh"] / large["relu"]).mean()))
print(f"slopes of ReLU that are 0 at the start: {flat.table.rows[0][1]:.1%}")
print("activation  first weights  flat slopes  median steps to 10 %")
for name, _, _, factor, _, n_steps, share in why.table.rows:
    print(f"{name:>10} {'x ' + format(factor, 'g'):>14} {share:12.1%} {n_steps:12g}")
print(f"larger first weights, 3 layers: tanh takes {large_ratio:.2f} times the steps of ReLU")
for name, value in list(pair.values.items())[:5]:
    print(f"{value:9.3g}  {name}")
cheap = measure(41)
for name, *slower in cheap.table.rows:
    alone, layer = ("yes" if flag else "no" for flag in slower)
    print(f"{name} at least 1.5 times as slow as ReLU: alone {alone}, in a layer {layer}")
ratio = why.values["its steps / steps of tanh as drawn"]
outcome("04-flat", "sooner" if ratio < 1 else "later")

# %% [markdown]
r"""
It is the other way round. Among the usual starts ReLU has the most flat slopes, over half, and is the fastest. Tanh started saturated is about four times *faster* than tanh as usual, and no slower than ReLU. Started in its linear zone it takes three times as long (four seeds each). So saturation does not decide this race. Flat slopes hurt where many layers multiply them.

Larger first weights change the order as well, each side tuned again. Tanh with three layers then needs about two thirds of the steps of ReLU. The sigmoid, usually three to six times slower than tanh, becomes faster than tanh with one layer. The notes say that tanh is always preferred to the sigmoid. That is true of hidden layers with first weights of the usual size. And half of tanh's outputs are negative, so they can be no probability.

Cheaper? Alone, yes: an exponential takes longer than a comparison. In a layer of 512 units the matrix product hides the difference.
"""

# %% [markdown]
r"""
## 3. Dead units and revivals

A **dead unit** puts out 0 for every sample of the training set. Its slope is 0 for all of them, so its own weights get no gradient.

How does a unit die? Take $a = \max(0, wx + b)$ with $w = 1$, $b = 0.1$, and inputs between 0 and 1. The target is −20 at $x = 1$, the loss $(a - y)^2$, the learning rate 0.1. Compute $w$ and $b$ after one step by hand.

### Exercise 3: one step

Return the new `(w, b)` of such a unit after one step on one sample, with the learning rate 0.1.

<details><summary>Hint 1</summary>What is the slope of the loss for the output a?</details>
<details><summary>Hint 2</summary>It is 2 (a − y). The weight's slope has a factor x more.</details>
<details><summary>Hint 3</summary>Where z is not above 0, nothing moves.</details>
<details><summary>One answer</summary><pre>z = w * x + b
slope = 2 * (z - y) if z > 0 else 0.0
return w - 0.1 * slope * x, b - 0.1 * slope</pre></details>
"""


# %%
def after_one_step(w, b, x, y):
    raise NotImplementedError  # your answer takes the place of this line


units = [((1.0, 0.1, 1.0, -20.0), (-3.22, -4.12)), ((1.0, 0.1, 1.0, 0.1), (0.8, -0.1))]
units.append(((-3.22, -4.12, 1.0, 5.0), (-3.22, -4.12)))
checks.try_examples(after_one_step, units, hints="First find out whether the unit is active.")

# %% [markdown]
r"""
The unit ends with $w = -3.22$, $b = -4.12$: active for all inputs before, for none now. No target brings it back, as your last example says. So the notes are right: one large gradient can kill. Averaged with 99 samples that fit, it kills nothing.

A high rate kills, too: "as much as 40%" of a network, the notes warn. Now train one layer of 100 ReLUs at seven rates, six seeds each. Leaky ReLU runs beside: its small slope below zero keeps it alive. Will it learn?
"""

# %%
outlier, dead, leaky = measure(43), measure(45, range(6)), measure(49, range(6))
proper, counted = measure(46, range(6)), measure(47, range(10))
rate, share, fewest, most, right = np.array(dead.table.rows).T
at, _, leaky_right, _ = np.array(leaky.table.rows[:3]).T
ax = Figure().add_subplot()
ax.fill_between(rate, fewest, most, color=COLOURS["vermilion"], alpha=0.2)
ax.plot(rate, share, "s-", color=COLOURS["vermilion"], label="ReLU: share of dead units")
ax.plot(rate, right, "o--", color=COLOURS["blue"], label="ReLU: accuracy")
ax.plot(at, leaky_right, "^:", color=COLOURS["purple"], label="leaky ReLU: accuracy")
ax.set(xscale="log", xlabel="learning rate", ylabel="share", ylim=(-0.05, 1.45))
ax.set(xticks=[1, 2, 3, 5, 10, 30], xticklabels=["1", "2", "3", "5", "10", "30"])
ax.set_yticks([0, 0.5, 1])
ax.set_title("Units die above a rate of 3; staying alive is not enough")
ax.legend(loc="upper left")
show(
    ax.figure,
    alt="Dead units of ReLU rise from 0 at rate 3 to 1 at 10; both accuracies fall meanwhile.",
)
for name, value in [*proper.values.items(), *counted.values.items()]:
    print(f"{value:7.1%}  {name}")

# %% [markdown]
r"""
Up to a rate of 2 hardly any unit is dead, at 5 about two thirds, at 10 all. So 40 % is no limit. A proper rate protects: with two layers 4 % are dead at a rate of 1, about as many as *before* training.

Leaky ReLU never dies. But at 10 it gets three samples in four right; at 100 its loss diverges, to infinity. The lecture calls it six times as fast, too. In the race it was no faster than ReLU.
"""

# %% [markdown]
r"""
The last lines above count twice, in batches and over all samples. In batches of 10, one unit in three looks dead where one in eight is. **Rule:** count over the whole training set.

### Try it

A **revival** is a dead unit that is active again. The notes expect none.

- Run to 300 steps. Which layer's line can fall?
- Switch to one hidden layer. Does any unit come back?
- Set the rate to 1. Where do units die?

Then guess for two layers of 20 units, rate 2, 300 steps.
"""

# %%
dying_demo(learning_rate=2.0, seed=1, n_steps=100)

# %%
show(
    static("dying", {"n_steps": 300, "seed": 1}, {"learning_rate": 3.0, "n_steps": 300}),
    alt="Two networks after 300 steps. At rate 2 half of the units are dead, at rate 3 most. "
    "Layer 1 has no revival; layer 2 has 62 at rate 2 and 112 at rate 3.",
)
predict("04-revivals", "Revivals in layer 2, mean of 12 runs?", ...)

# %%
again = measure(44, range(12))
groups = [("sgd", 3, "layer 1\nplain"), ("sgd", 5, "layer 2\nplain")]
groups += [("adam", 3, "layer 1\nAdam"), ("adam", 5, "layer 2\nAdam")]
figure = Figure()
ax = figure.add_subplot()
for x, (optimiser, column, _) in enumerate(groups):
    counts = [row[column] for row in again.table.rows if row[0] == optimiser]
    places = x + np.linspace(-0.25, 0.25, len(counts))
    ax.plot(places, counts, "os"[x % 2], color=COLOURS["blue" if x < 2 else "vermilion"])
ax.set_xticks(range(4), [label for *_, label in groups])
ax.set(ylabel="revivals in a run")
ax.set_title("Layer 1 revives nobody, unless Adam helps")
show(
    figure,
    alt="Revivals in 12 runs each. Plain descent: none in layer 1, 8 to 41 in layer 2. Adam: 0 "
    "to 6 in layer 1, 0 to 8 in layer 2.",
)
revived = again.values["revivals in the second hidden layer, per run"]
outcome("04-revivals", revived, tolerance=8)

# %% [markdown]
r"""
In the first layer the claim is exact for plain descent: no revival in any run. Its inputs are the data, which never move, and its weights get no gradient. In the second layer units come back 29 times a run, with a spread from 8 to 41. Their weights are frozen too, but their **inputs** still move, because the layer below learns.

Adam, at a high rate of 1, revives two or three units a run even in layer 1. Like every method with **momentum**, it keeps a part of its earlier steps. So a unit that has just died slides on for a while, sometimes back to life.

The summary, the digest and the notes say "irreversible" of all. It needs a second sentence: first layer, fixed data, plain descent.
"""

# %% [markdown]
r"""
## 4. Choosing

The notes of 2015 advise: ReLU with a careful rate, else leaky ReLU or maxout; tanh is worse. They call the gain of PReLU, whose lower slope is learned, "presently unclear", and mixing rare.

Recall maxout: the larger of two sums. With ten inputs it has 2 · (10 + 1) = 22 weights and biases, not 11. A hidden layer doubles exactly; a network with an ordinary output layer does not.

Now six activations learn 300 pictures of digits, each at its own rate.
"""

# %%
advice, gains, mixes = measure(57, range(4)), measure(50, range(6)), measure(56, range(4))
uses, pieces, doubled = measure(58, range(5)), measure(54, range(8)), measure(55)
for name, accuracy, gain in advice.table.rows:
    print(f"digits, {name:>10}: accuracy {accuracy:.3f}, minus ReLU {gain:+.3f}")
for data, name, gain, error in gains.table.rows:
    print(f"{data}, {name}: mean gain on ReLU {gain:+.4f}, standard error {error:.4f}")
for found in (advice, mixes, pieces, uses):
    for name, value in list(found.values.items())[6 if found is advice else 0 :]:
        print(f"{value:9.3g}  {name}")

# %% [markdown]
r"""
On digits all six lie within a hundredth of each other, tanh too. Leaky ReLU gains nothing. PReLU gains about a hundredth on spirals, and nothing on noisy data. Ten times the rate costs ReLU more: about three hundredths. Networks that mix ReLU and tanh are as accurate as pure ones. Four to eight seeds cannot rank anything finer.

Maxout never loses its gradient. But about one unit in ten of its second layer has a **lost piece**, a sum that never wins. Such a unit is a straight line. At a rate of 10 all maxout networks diverge.

In 2025, transformers, the networks behind language models, use the smooth GELU (2016), or SiLU (2017) in units that multiply two sums (2020). None of the documents knows them. Plain and conv nets often use ReLU, hardly any maxout. And mixing is not rare: LSTM (1997) and GRU (2014), networks that read sequences, mix sigmoid and tanh.
"""

# %% [markdown]
r"""
### Never use the sigmoid?

The documents disagree. The notes and the lecture say never. The study group exempts outputs that need a range; the digest exempts networks that read sequences. The last eight lines above judge.

- As the output for a probability the sigmoid is nearest to the truth. Some outputs of ReLU are no probability at all.
- A gate is a factor that says how much of a number to keep. With a ReLU as gate, one number in eight passes a million after 100 steps, because factors above 1 multiply. With a sigmoid none does.
- In two hidden layers it is level with ReLU. In six its accuracy is about .4 lower after 100 steps.

So: not in the hidden layers of deep plain networks. Yes for probabilities, for the gates of LSTM and GRU, and inside SiLU. "Never" is wrong.
"""

# %% [markdown]
r"""
## 5. What you can do now

- Measure a zig-zag as path over straight line, and say when it hurts.
- Judge "six times faster": which network, which rival, and were both rates tuned?
- Count dead units over the whole set, and say which come back.
- Choose an activation by its place: hidden layer, output or gate.

Five questions are left. Put your letters in place of the dots, and run the cell again. The cell after it shows your guesses. **Surprises** are its useful rows: find the sentence behind each.
"""

# %%
from course_utils import quiz

quiz.answer("04", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary("04-")

# %% [markdown]
r"""
## What the notes say, what we measured

The last cell puts the claims beside the numbers from **your** run. It is a long table: 22 claims. The experiments ran with 4 to 20 seeds, so the last digits would move with other seeds.

Most claims that are exact are arithmetic: signs, one step, a count. Claims about speed and choice hold under conditions, and the conditions carry dates.

**Next:** assignment `a4_dynamics`, then notebook [05](05_layers_and_the_forward_pass.ipynb).
"""

# %%
from course_utils.claims import verdicts

picked = [(batches, 3, 5), (cost, 1, 3, 4), (pair, 0, 1, 3)]
picked += [(why, 0, 1, 5, 6), (flat, 2, 4), (outlier, 1, 2, 3), (again, 1, 2, 3)]
picked += [(dead, 0, 1, 2, 4), (proper, 0, 2, 4), (counted, 2, 3), (leaky, 0, 2, 4)]
picked += [(gains, 0, 3), (pieces, 0, 1, 3), (doubled, 0, 2, 3), (mixes, 0, 2)]
picked += [(advice, 0, 1, 4, 6), (uses, 0, 1, 6, 7)]
fair = ", ".join(f"{mean['tanh', x]:.1f}" for x in range(4))
learned = [f"{share:.0%}" for share in moved.values.values()]
measured = {
    30: f"of one sign: {signs[0].mean():.0%} of positive inputs, {signs[1].mean():.2%} of centred",
    31: "path / line: " + ", ".join(f"{way.mean():.2f} for {k}" for k, way in ways.items()),
    34: f"moved by 10 {learned[1]} learn, by +10 and -10 {learned[2]}, with Adam {learned[3]}",
    39: f"tanh / ReLU: {fair}; with larger first weights, 3 layers, {large_ratio:.2f}",
    41: f"tanh 1.5 times as slow: alone {alone}, in a layer {layer}",
}
for found, *chosen in picked:
    values = [*found.values.items()]
    texts = [f"{values[i][0]} {values[i][1]:.3g}" for i in chosen]
    measured[found.claim.number] = "; ".join(texts)
verdicts(dict(sorted(measured.items())))
