# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 08 · Data and initialisation

**Time:** 75 minutes. **Before this:** notebooks 02 to 05.

Afterwards you will be able to

- standardise data without a leak,
- turn and whiten data, step by step,
- centre pictures in two ways,
- choose and test the spread of the first weights,
- say what sets equal units free.

This notebook tests what a blog's digest and a study group (2019) added to the CS231n notes: preprocessing and first weights. CS231n itself treats both in *Neural Networks Part 2*.

Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Does it matter where the data lie?

Two things are fixed before training takes its first step: the data, and the weights it starts from. **Preprocessing** is all that you do to the data beforehand. In this notebook the learning rule stays as it is. Only the start changes.

The lecture of 2015 wants data with mean zero. Its reason: inputs of one sign give gradients of one sign, and then the path of the weights zig-zags (notebook 04).

Here is a test. A network with 16 tanh units learns two half moons, whose two inputs spread by 1 around zero. Then both inputs are moved up by 10, or one up and one down. The shape of the data stays the same. Each start gets six learning rates, and the best one counts. A run has learnt once its loss, the price of its errors, is below 0.2.

Which of these starts will learn within 1,500 steps? Guess on paper. A fourth line gives both inputs up to Adam (2015, notebook 04), with 600 steps.
"""

# %%
import numpy as np

from course_utils.claims import measure

far = measure(34)
n_learnt = np.isfinite(np.array(far.table.rows)[:, 1:]).sum(axis=0)
print(dict(zip(far.table.columns[1:], n_learnt.tolist(), strict=True)), "of 20 seeds")
far

# %% [markdown]
r"""
The card gives the claim, its verdict, and an interval for each value. Around zero, all runs learn within 60 steps. Ten away, plain gradient descent always fails. Adam repairs most runs.

Is the one sign to blame? With both inputs up, 96 % of the first gradients have one sign. With one up and one down it is fewer than 1 %, and **that start fails as well**. The advice is right, but its reason explains at most half. Another fits both, though we did not test it alone: most tanh units now sit at their flat ends.

## 2. Standardise, and do not look ahead

The **standard deviation** of a feature is the root of the mean squared distance from its mean. We also call it the spread. **Standardising** subtracts the mean and divides by the spread, feature by feature:

$$x' = (x - \text{mean}) / \text{std}$$

Of 100 handwritten digits, 80 are for training. The other 20, the test set, play data that nobody has seen. So both numbers come from the 80 alone. What goes wrong with a pixel that is white in all pictures?
"""

# %%
from matplotlib.figure import Figure

from course_utils import load_digits
from course_utils.plotting import COLOURS, show, use_course_style
from course_utils.predictions import outcome, predict, summary

X, y = load_digits()  # handwritten digits, 8 x 8 pixels in a row of 64
order = np.random.default_rng(60).permutation(len(X))[:100]
train, test = X[order[:80]], X[order[80:]]

mean, std = train.mean(axis=0), train.std(axis=0)
n_constant = int((std == 0).sum())
std[std == 0] = 1  # 0 / 0 would be NaN
Z = (train - mean) / std
largest_mean = abs(Z.mean(axis=0)).max()
print(f"{n_constant} of 64 pixels are constant; the largest mean is {largest_mean:.0e}")
print("spreads of all pixels:", np.unique(Z.std(axis=0).round(12)))

predict(
    "08-leak",
    "If all 100 rows give mean and spread: one test row moves. How many of the 80 change?",
    ...,
)

# %% [markdown]
r"""
A constant pixel has spread 0, and 0 / 0 is not a number. Divided by 1 it becomes 0. All others have mean 0, up to rounding, and spread 1.

The last question was about a **leak**: knowledge of the test set that reaches the training data. The next cell counts the training rows that change.

Would you notice? A plain classifier picks the class whose mean picture is nearest. We compare its test accuracy, leaking (numbers from all 100) and sealed (from 80).
"""


# %%
def standardise_by(rows, seen):
    std = seen.std(axis=0)
    return (rows - seen.mean(axis=0)) / np.where(std == 0, 1, std)


def accuracy(seed, leak):
    order = np.random.default_rng([60, seed]).permutation(len(X))[:100]
    rows, labels = X[order], y[order]
    Z = standardise_by(rows, rows if leak else rows[:80])
    means = np.stack([Z[:80][labels[:80] == k].mean(axis=0) for k in range(10)])
    nearest = ((Z[80:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1)
    return (nearest == labels[80:]).mean()


gains = np.array([accuracy(seed, True) - accuracy(seed, False) for seed in range(20)])
gain, error = gains.mean(), gains.std(ddof=1) / np.sqrt(20)
before, after = np.vstack([train, test]), np.vstack([train, test[:1] + 5, test[1:]])
changed = standardise_by(train, after) != standardise_by(train, before)
n_changed = int(changed.any(axis=1).sum())
print(f"accuracy, leaking minus sealed: {gain:+.4f} ± {error:.4f} (standard error, 20 seeds)")
outcome("08-leak", n_changed, tolerance=0)

# %% [markdown]
r"""
All 80 rows change, because they share the mean. Sealed, none can change: nothing looks at a test row.

And the accuracy? Its gain is smaller than its standard error, which says how far a mean may be off by luck. This is a null result, and we keep it. This leak did no harm that we could see. Sealing is still right, because then nobody has to measure whether the test is honest. Other leaks do real harm. Ambroise and McLachlan (2002) showed errors that looked far too small, because genes had been chosen with the test samples in view.

### Exercise 1: a value by others' numbers

Write a function that standardises one `value` by the mean and spread of the list `seen`. If `seen` is constant, divide by 1.

<details><summary>Hint 1</summary>Does <code>value</code> itself belong to the numbers that give the mean?</details>
<details><summary>Hint 2</summary><code>np.mean(seen)</code> and <code>np.std(seen)</code> take lists.</details>
<details><summary>Hint 3</summary>Look at the spread before you divide by it.</details>
<details><summary>One answer</summary><pre>std = np.std(seen)
return (value - np.mean(seen)) / (std if std > 0 else 1)</pre></details>
"""

# %%
from course_utils import checks


def standard_value(value, seen):
    raise NotImplementedError  # your answer takes the place of this line


cases = [((9.0, [0.0, 6.0]), 2.0), ((1.0, [1.0, 3.0]), -1.0), ((9.0, [7.0, 7.0]), 2.0)]
hints = ["The mean is 3, the spread 3.", "What is subtracted?", "What is the spread here?"]
checks.try_examples(standard_value, cases, hints=hints)

# %% [markdown]
r"""
## 3. Turn the axes, then scale them

Standardised features can still hang together: tall people tend to be heavy. The **covariance** of two features is the mean product of their distances from their means. With itself, a feature's covariance is its **variance**, the square of its spread. The matrix `C (n_features, n_features)` holds them all. With centred data `Xc`:

$$C = X_c^\top X_c \,/\, (n - 1)$$

Divided by both spreads, a covariance becomes a **correlation**, between −1 and 1.

**PCA**, principal component analysis, turns the axes until no two features correlate. The new axes are the **eigenvectors** of $C$: directions that $C$ stretches and does not turn. The factor is the **eigenvalue**, the variance along the new axis.

**Whitening** then divides each turned feature by its spread, the root of its eigenvalue. The cloud becomes round: its covariance is the identity, with ones on the diagonal and zeros elsewhere.

The cell turns and whitens 20 random clouds. Will their total variance fall, rise or stay when they turn? It ends with a question about a direction of mere noise.
"""

# %%
from course_utils import PCA


def turn(X):
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    eigenvalues, V = np.linalg.eigh(C)  # from small to large
    return Xc @ V, eigenvalues


correlations, changes, distances = [], [], []
for seed in range(20):
    rng = np.random.default_rng([62, seed])
    cloud = rng.standard_normal((100, 4)) @ rng.standard_normal((4, 4)) + 3
    turned, eigenvalues = turn(cloud)
    white = turned / np.sqrt(eigenvalues)
    correlations.append(abs(np.corrcoef(turned.T) - np.eye(4)).max())
    changes.append(abs(turned.var(axis=0).sum() / cloud.var(axis=0).sum() - 1))
    distances.append(abs(np.cov(white.T) - np.eye(4)).max())
print(f"largest correlation {max(correlations):.0e}, change of variance {max(changes):.0e}")
print(f"whitened covariance: at most {max(distances):.0e} from the identity")
print("PCA agrees:", np.allclose(PCA.fit(cloud).explained_variance_, eigenvalues[::-1]))
predict("08-noise", "By what factor does whitening grow noise of spread 0.01?", ...)

# %% [markdown]
r"""
The correlations are gone, up to rounding. The total variance stays, because turning changes no distance. Whitened, the covariance is the identity. The course's `PCA` finds the same eigenvalues.

Now the price. The next cell whitens 20 clouds with one honest direction, of spread 1, and one of noise. Then it turns all 1,797 digits. Three of their pixels never vary, so three eigenvalues are zero, and whitening would divide by 0. The usual way out: divide by $\sqrt{\lambda + \varepsilon}$, where $\lambda$ is the eigenvalue and $\varepsilon$ a small number.
"""

# %%
use_course_style()
flats = [np.random.default_rng([63, s]).normal(0, [1, 0.01], (400, 2)) for s in range(20)]
factors = np.array([1 / np.sqrt(turn(flat)[1][0]) for flat in flats])
variances = turn(X)[1][:2:-1]  # of the digits, without the three that are 0
figure = Figure()
ax = figure.add_subplot()
ax.semilogy(range(1, 62), np.sqrt(variances), color=COLOURS["blue"], label="before")
for eps, colour, style in ((0, "vermilion", "--"), (1, "purple", ":")):
    spread = np.sqrt(variances / (variances + eps))
    label = f"whitened, $\\varepsilon$ = {eps}"
    ax.semilogy(range(1, 62), spread, style, color=COLOURS[colour], label=label)
ax.set(xlabel="direction, by falling variance", ylabel="spread of the digits (std)")
ax.set_title("Whitening lifts the emptiest directions as high as all others")
ax.legend(loc="lower left")
show(
    figure,
    alt="Spread of the digits in 61 directions, on a logarithmic axis. It falls from 13 to "
    "0.02. Whitened it is 1 everywhere. With eps 1 it stays small where it was small.",
)
outcome("08-noise", factors.mean(), tolerance=5)

# %% [markdown]
r"""
Noise of spread 0.01 is divided by 0.01, so it grows a hundred times. In the digits, the last directions are a few stray specks of ink. Whitening makes them as loud as the shape of a digit. With $\varepsilon = 1$ they stay quiet, and the covariance falls short of the identity, by at most $\varepsilon / \lambda$.

### Exercise 2: what is left of a spread

A direction has variance `eigenvalue`, and whitening divides by $\sqrt{\lambda + \varepsilon}$. Return its spread afterwards. An eigenvalue of 0 must work, as long as `eps` is above 0.

<details><summary>Hint 1</summary>What is the spread before whitening?</details>
<details><summary>Hint 2</summary>Dividing the data by a number divides the spread by it.</details>
<details><summary>Hint 3</summary>Top and bottom of the fraction are roots.</details>
<details><summary>One answer</summary><pre>return np.sqrt(eigenvalue / (eigenvalue + eps))</pre></details>
"""


# %%
def whitened_spread(eigenvalue, eps):
    raise NotImplementedError  # your answer takes the place of this line


cases = [((4.0, 0.0), 1.0), ((0.01, 0.03), 0.5), ((0.0, 0.1), 0.0)]
hint = "Divide the old spread, a root, by the root of eigenvalue + eps."
checks.try_examples(whitened_spread, cases, hints=hint)

# %% [markdown]
r"""
### Try it

The demo starts with a leak: mean and spread come from circles and squares together. The squares are test points.

- On the right, the mean (◆) misses 0 and the spreads in the title miss 1. What becomes of them without the leak?
- Leave the leak on and drag the test points. Where do they do most harm?
- Without the leak, compare "standardised" with "decorrelated". Which still slants?
- Choose "whitened" and change the angle. What changes on the right?
"""

# %%
from course_utils.demos import histograms_demo, preprocessing_demo, static, symmetry_demo

preprocessing_demo(step="standardised", leak=True)

# %%
show(
    static("preprocessing", {"leak": True}, {"step": "whitened"}),
    alt="Two rows; on the left a slanting cloud of circles and a far group of squares. Above, "
    "standardised with a leak: the circles have spreads below 1, and their mean misses 0. "
    "Below, whitened: a round cloud around 0, spreads of 1; the squares are out of sight.",
)

# %% [markdown]
r"""
The leak spoils the training points, because two far groups share one mean. Sealed, the far test points land far out, and you see that they are strange. Whitening undoes any angle.

## 4. Pictures

A colour picture has three **channels**: red, green, blue. A stack of them has shape `(n, height, width, 3)`. There are two ways to centre it.

- The **mean image** averages the stack pixel by pixel. AlexNet subtracted it (Krizhevsky and others 2012).
- The **channel mean** averages each colour over all pixels and pictures. VGG subtracted it (Simonyan and Zisserman 2014).

Which axes does each of them average over?

The digest adds that pictures need no scaling, because all pixels share the range from 0 to 255. For that, the channels must have about equal spreads. How many times as large can one be as another, in 20 stacks of 60 made-up pictures? Put your guess into the experiment itself, in place of the `...`.
"""

# %%
from course_utils import make_images

predict("08-channels", "The largest ratio of two channels' spreads, in 20 stacks?", ...)
stds = [make_images(60, seed=seed)[0].std(axis=(0, 1, 2)) for seed in range(20)]
ratio = max(std.max() / std.min() for std in stds)

images, _ = make_images(300, size=8, seed=65)
mean_image, channel_mean = images.mean(axis=0), images.mean(axis=(0, 1, 2))
pictures = {
    "one picture": images[2],
    f"mean image: {mean_image.size} numbers": mean_image,
    f"channel mean: {channel_mean.size} numbers": np.broadcast_to(channel_mean, (8, 8, 3)),
}
figure = Figure(figsize=(7.2, 2.9))
for ax, (name, picture) in zip(figure.subplots(1, 3), pictures.items(), strict=True):
    ax.imshow(np.clip((picture - 50) / 150, 0, 1))  # more contrast
    ax.set(title=name, xticks=[], yticks=[])
show(
    figure,
    alt="Coloured noise with a light disc; a grey square, lighter in the middle; one even grey.",
)
outcome("08-channels", ratio, tolerance=0.1)

# %% [markdown]
r"""
The mean image has a number for each pixel and channel, 8 × 8 × 3 = 192. The channel mean has three. Here the mean image is lighter in the middle, where discs tend to lie. The two ways agree only if the mean image is flat.

The spreads of the channels differ by a tenth at most, so the digest's argument holds on our pictures. As advice it has aged. The ResNet paper (2015) still subtracted a mean for each pixel. Since 2016 torchvision's recipe subtracts a mean **and** divides by a spread, channel by channel. The spreads for ImageNet are 0.229, 0.224 and 0.225, nearly equal. So the division sets the common scale, and hardly the balance.

The digest also says that PCA and whitening are not used for pictures. This we cite and did not measure. Krizhevsky (2009) and Goodfellow and others (2013) whitened small pictures, 32 × 32 pixels. For large ones it is out of reach: 224 × 224 × 3 numbers give a covariance matrix of 181 gigabytes.
"""

# %% [markdown]
r"""
## 5. How large should the first weights be?

**Initialisation** is the choice of the weights that training starts from. Usually they are random around 0, and their spread is left to choose.

We send a signal of spread 1 through ten layers of 500 units, and measure the spread of each layer. If every layer multiplies it by more than 1, the signal explodes. If by less, it vanishes.

Say the units are ReLUs, $\max(0, z)$, with weights of spread 1. How large is the spread of layer 10?
"""

# %%
from course_utils import relu


def signal(f, std, seed, n=500, n_layers=10):
    rng = np.random.default_rng([114, seed])
    layers = [rng.standard_normal((50, n))]
    for _ in range(n_layers):
        layers.append(f(layers[-1] @ rng.normal(0, std, size=(n, n)).T))
    return layers[1:]


starts = {
    "ReLU, std 1": (relu, 1.0, "o--"),
    "ReLU, √(2/n)": (relu, np.sqrt(2 / 500), "s-"),
    "tanh, √(1/n)": (np.tanh, np.sqrt(1 / 500), "^:"),
    "ReLU, √(1/n)": (relu, np.sqrt(1 / 500), "v--"),
    "ReLU, std 0.01": (relu, 0.01, "D-."),
}
predict(
    "08-explosion", "The spread of layer 10, as a power of 10? For a thousand write 3.", ...
)

# %%
figure, spreads = Figure(), {}
ax = figure.add_subplot()
for name, (f, std, look) in starts.items():
    runs = np.array([[a.std() for a in signal(f, std, seed)] for seed in range(5)])
    ax.errorbar(range(1, 11), runs.mean(axis=0), runs.std(axis=0), fmt=look, label=name)
    spreads[name] = runs.T
ax.set(xlabel="layer", ylabel="spread of the activations (std)", yscale="log")
ax.set_title("For ReLU, the root of 2/n keeps the signal")
ax.legend()
show(
    figure,
    alt="Spread over ten layers, on a logarithmic axis. ReLU with std 1 climbs to nearly "
    "1e12, with std 0.01 it falls to 1e-8. ReLU with root 2/n stays level. In between, tanh "
    "falls a little and ReLU with root 1/n somewhat more.",
)
outcome("08-explosion", np.median(np.log10(spreads["ReLU, std 1"][9])), tolerance=0.5)

# %% [markdown]
r"""
Nearly a million million, from weights that look harmless. The bars of the five seeds are smaller than the markers.

A sum of $n$ products $w_i a_i$ has variance $n \cdot \text{std}^2 \cdot m$, where $m$ is the mean square of the inputs. The size stays level if $n \cdot \text{std}^2 = 1$, so at a spread of $\sqrt{1/n}$. ReLU cuts off half of the sums, and with them half of the mean square. Making up for that takes $\sqrt{2/n}$.

Check the explosion: at a spread of 1, each layer multiplies by $\sqrt{500/2} = 15.8$, and $15.8^{10} \approx 10^{12}$.
"""

# %% [markdown]
r"""
With $\sqrt{1/n}$, ReLU loses a factor $\sqrt{1/2} = 0.71$ in each layer. Tanh squeezes a little: 0.23 is left of the signal in layer 10.

The rules carry names. **Xavier** initialisation (Glorot and Bengio 2010) has variance $2/(n_{in} + n_{out})$ in a layer with $n_{in}$ inputs and $n_{out}$ outputs. It is a compromise between the way forward and the way back. **He** initialisation (He and others 2015) has variance $2/n_{in}$, for ReLU. The plain $1/n_{in}$ is older (LeCun and others 1998). `initialize` knows them as `"xavier"`, `"he"` and `"lecun"`.

### Exercise 3: growth without an activation

Leave the activation out. Each unit has `n_in` inputs, and its weights have spread `std`. Return the spread of the signal after `n_layers`, for an input of spread 1.

<details><summary>Hint 1</summary>What is the variance of a sum of n_in products, if the inputs have variance 1?</details>
<details><summary>Hint 2</summary>The factor of one layer is the root of that variance.</details>
<details><summary>Hint 3</summary>Do layers add their factors, or multiply them?</details>
<details><summary>One answer</summary><pre>return (std * np.sqrt(n_in)) ** n_layers</pre></details>
"""


# %%
def linear_growth(std, n_in, n_layers):
    raise NotImplementedError  # your answer takes the place of this line


cases = [((0.1, 100, 10), 1.0), ((0.5, 16, 3), 8.0), ((0.5, 1, 2), 0.25), ((9.0, 4, 0), 1.0)]
hint = "One layer multiplies the spread by std times the root of n_in."
checks.try_examples(linear_growth, cases, hints=hint)

# %% [markdown]
r"""
### Try it

The demo draws the activations of ten layers as histograms that lie on their sides.

- It starts with tanh and weights of spread 0.01. In which layer is the signal gone?
- Raise the spread to 1. Where are the units now?
- Switch to ReLU and press the button of He's rule. What becomes of layer 10 at half that spread?
- Keep the spread and change the number of units. Why must the spread follow?
"""

# %%
histograms_demo(activation="tanh", std=0.01)

# %%
show(
    static("histograms", {"std": 0.01}, {"std": 0.1}, {"std": 1.0}),
    alt="Histograms of ten tanh layers of 100 units, for three spreads of the weights. At "
    "0.01 all units are at 0 from layer 2 on. At 0.1 the histograms are broad and narrow "
    "slowly. At 1 nearly all units are at -1 or 1 in every layer.",
)

# %% [markdown]
r"""
With weights too large, tanh units sit at their ends, where the slope is nearly 0. They are saturated (notebook 03). Gradients pass the same layers, backwards, so they explode or vanish too. Four measurements:

1. Tanh, spread 1: units beyond ±0.99.
2. Nine hidden layers of sigmoids, six seeds: loss left after 1,000 steps.
3. Ten ReLU layers, spread 1, four seeds: does one small step lower the loss?
4. Two layers of sigmoids on spirals, six seeds: share wrong after 500 steps. Guess it for spread 10 in the cell.
"""

# %%
predict("08-sigmoids", "Sigmoids, first weights of spread 10: share wrong in the end?", ...)

ends = [(abs(a) > 0.99).mean() for seed in range(5) for a in signal(np.tanh, 1.0, seed)]
deep, blown, sigmoids = measure(109, range(6)), measure(110, range(4)), measure(28, range(6))
left, gradient_ratio = deep.values.values()
worse = blown.values["runs in which one step raises the loss"]
print(f"1. beyond 0.99: at least {min(ends):.0%} in every layer, in five seeds")
print(f"2. loss left: {left:.4f}; gradient, first layer to last: {gradient_ratio:.0e}")
print(f"3. one step raises the loss in {worse:.0%} of the runs")
print("4. weights  slopes < .01  gradient  mean share wrong (lowest, highest)")
for std, _, flat, gradient, wrong, low, high in sigmoids.table.rows:
    print(f"{std:10g} {flat:13.0%} {gradient:9.0e}  {wrong:.3f} ({low:.3f}, {high:.3f})")
outcome("08-sigmoids", sigmoids.table.rows[3][4], tolerance=0.02)

# %% [markdown]
r"""
Lines 1 to 3 bear the documents out. In line 2 the first layer gets one or two millionths of the last layer's gradient: nine factors of .23 (notebook 03).

Line 4 surprises. Sigmoids with large weights barely learn, say the notes. At a spread of 10 more than half of the slopes are below 0.01. Yet no sample is wrong in the end. The gradient even **grew**: large weights multiply it on its way back. At 100 the warning comes true, and 0.01 does worst of all.
"""

# %% [markdown]
r"""
## 6. Equal units stay equal

What if all weights are equal? Then all hidden units compute the same. Swapping two of them changes nothing: a **symmetry**. Equal units get equal gradients, so they take equal steps.

The next cell trains eight equal tanh units on half moons and shows their weights. It ends with a question about weights of zero. Half of the samples belong to each class, so answering one half each time has a loss of $\ln 2 = 0.693$.
"""

# %%
from course_utils import MLP, Dense, Recipe, make_moons, standardise, train_ensemble

X, y = make_moons(100, noise=0.1, seed=112)
X = standardise(X)
recipe = Recipe("binary_cross_entropy", "sgd", learning_rate=0.5, n_steps=2000)


def alike(weight, b=(0.0,) * 8, activation="tanh"):
    hidden = Dense(np.full((8, 2), weight), b, activation)
    return MLP.from_layers([hidden, Dense(np.full((1, 8), weight), [0.0])])


equal = train_ensemble([alike(0.5)], X, y, recipe).networks[0]
W1, right = equal.parameters()["W1"], (equal.predict(X) == y).mean()
print(W1.round(3), "rank", np.linalg.matrix_rank(W1), f" right: {right:.0%}")
predict("08-zero", "All weights start at zero. The loss after 2,000 steps?", ...)

# %% [markdown]
r"""
Eight times the same row. The matrix has **rank** 1: all its rows are multiples of one. Such a network can do no more than one unit can.

Now other starts: zero, random numbers of spread 0.001, and equal weights with random biases. The last comes in two kinds, with tanh and without an activation. Each random start runs with 20 seeds. Which starts break the symmetry? Which of them learn?
"""

# %%
biases = [np.random.default_rng([112, s]).normal(size=8) for s in range(20)]
families = {
    "all zero": [alike(0.0)],
    "all 0.5": [alike(0.5)],
    "random, 0.001": [MLP([2, 8, 1], "tanh", initialization=1e-3, seed=s) for s in range(20)],
    "0.5, random biases": [alike(0.5, b) for b in biases],
    "same, no activation": [alike(0.5, b, "identity") for b in biases],
}
losses, kinds = {}, {}
for name, networks in families.items():
    run = train_ensemble(networks, X, y, recipe)
    weights = [network.parameters()["W1"].round(6) for network in run.networks]
    kinds[name], losses[name] = {len(np.unique(W, axis=0)) for W in weights}, run.loss[:, -1]
for name, loss in losses.items():
    print(
        f"{name:>19}: kinds of units {kinds[name]}, loss {loss.min():.3f} to {loss.max():.3f}"
    )
outcome("08-zero", losses["all zero"].max(), tolerance=0.001)

# %% [markdown]
r"""
From zero nothing moves: all hidden units put out 0, and nothing flows back through output weights of 0. A point where the gradient is zero is a **stationary point**. The study group (2019) calls this one a local minimum. From a minimum, no small push leads down. Here all 20 pushes of 0.001 do, to a loss below 0.02. So it is none, but a saddle (notebook 07).

Random biases free equal tanh units, because their slopes differ, and with them their gradients. Without an activation all slopes are 1. The units come to differ all the same, by way of their output weights. But it does not help, because linear layers collapse into one (notebook 05).

### Try it

- Press play. Where does the loss rest for hundreds of steps? Which boundary do you see then?
- Reduce the noise to 0.0001. Does training take ten times as long?
- Choose "constant" and noise 0. How many arrows do you see, and how many units?
"""

# %%
symmetry_demo(init="zero", noise=0.001, n_steps=0)

# %%
show(
    static("symmetry", {"n_steps": 2000}, {"init": "zero", "noise": 1e-3, "n_steps": 2000}),
    alt="Two networks after 2,000 steps. Above, equal weights: one arrow for all eight units, "
    "a straight boundary, 89 % right, loss 0.240. Below, zero plus noise of 0.001: arrows of "
    "several lengths, a bent boundary, 100 % right, loss 0.006.",
)

# %% [markdown]
r"""
In the demo the loss passes 0.2 after about 700 steps with either push. Near zero the weights grow by a factor in each step, so a tenth costs few steps. The long rest comes at 0.24, the loss of equal units: for a while, eight work as one.

Today (2025) first weights still follow these rules. Batch normalisation (Ioffe and Szegedy 2015) and its relatives standardise inside the network, during training. Skip connections (He and others 2015) add a layer's input to its output. Both forgive a poor start.

## 7. What you can do now

- Standardise by the training set's numbers, and find a leak.
- Turn data by the eigenvectors of their covariance, whiten them, and name the price.
- Centre pictures by mean image or channel mean, and scale each channel.
- Choose $\sqrt{1/n}$ or, for ReLU, $\sqrt{2/n}$, and test it layer by layer (`layer_statistics` helps).
- Break a symmetry, and tell a stationary point from a minimum.

Five questions are left. The cell after them shows your guesses: find the sentence behind each surprise.
"""

# %%
from course_utils import quiz

quiz.answer("08", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary("08-")

# %% [markdown]
r"""
## What the notes say, what we measured

The table puts the claims beside the numbers from **your** run. The marks are explained under it.

Two rows are dated rather than wrong: what to do with pictures was good advice around 2012. One row is wrong for all times, the local minimum at zero.

**Next:** assignment `a8_initialization`, then [09](09_auditing_the_notes.ipynb). There you test claims of your own choice.
"""

# %%
from course_utils.claims import verdicts

apart = measure(65).values["smallest of the seeds' largest differences of the two"]
verdicts(
    {
        28: f"at spread 10, {sigmoids.table.rows[3][2]:.0%} of the slopes are below .01, {sigmoids.table.rows[3][4]:.1%} wrong; at 100 {sigmoids.table.rows[4][4]:.0%} wrong",
        34: f"{n_learnt[0]} of 20 learn around 0, {n_learnt[1]} and {n_learnt[2]} far away, {n_learnt[3]} with Adam",
        60: f"means up to {largest_mean:.0e}, spreads 1, {n_constant} constant pixels 0; a leak moves {n_changed} of 80 rows",
        61: f"spreads of two channels: ratio at most {ratio:.2f} in 20 stacks",
        62: f"correlations up to {max(correlations):.0e}, total variance kept to {max(changes):.0e}",
        63: f"within {max(distances):.0e} of the identity; noise of .01 grows {factors.mean():.1f} ± {factors.std(ddof=1):.1f} times",
        64: "not measured; small pictures were whitened from 2009 to 2013",
        65: f"{mean_image.size} numbers or {channel_mean.size}; in 20 stacks they differ by at least {apart:.0f} somewhere",
        109: f"{left:.4f} of the loss left; gradient, first layer to last: {gradient_ratio:.0e}",
        110: f"spread 10^{np.log10(spreads['ReLU, std 1'][9]).mean():.1f} in layer 10; a step raises the loss in {worse:.0%} of the runs",
        111: f"loss {losses['all zero'].max():.4f} from zero; {(losses['random, 0.001'] < 0.1).sum()} of 20 pushes get away",
        112: f"kinds of units {kinds['all 0.5']}, rank {np.linalg.matrix_rank(W1)}, {right:.0%} right",
        113: f"tanh, spread 1: at least {min(ends):.0%} beyond .99 in every layer; row 28 learns all the same",
        114: f"layer 10: tanh {spreads['tanh, √(1/n)'][9].mean():.2f}, ReLU {spreads['ReLU, √(1/n)'][9].mean():.3f}, with √(2/n) {spreads['ReLU, √(2/n)'][9].mean():.2f}",
    }
)
