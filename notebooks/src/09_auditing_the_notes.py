# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 09 · Auditing the notes

**Time:** 60 minutes. **Before this:** notebooks 07 and 08; the others help.

Afterwards you will be able to

- turn a sentence of the notes into something that could fail,
- test it on several seeds, and give the mean with its standard error,
- say agree, differ or cannot tell, and why,
- put a date on a claim.

This notebook tests the CS231n notes, *Neural Networks Part 1*, as a whole. Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. What is known about 115 sentences

The course took 115 claims from the notes and four documents around them. They stand in a list, the **ledger**. Each row holds one claim and what is known about it.

What the tests made of a claim is its **verdict**. There are six: exact, under conditions (`conditional` in code), half true, wrong, dated (right for its time), and cited (it rests on the literature).

Stop for a moment. How many of the 115 would you call exact, without any condition?
"""

# %% [markdown]
r"""
## 2. All of them, in one run

To **audit** a text is to check its claims one by one, so that others can repeat it.

An experiment gives one or more numbers, the *figures* of its row. Each must lie in an interval that was set before, with 20 seeds. A seed fixes the random numbers: one seed, one repetition.

You take eight, so means stray further. How many of the 110 rows with an experiment will leave an interval? Put your guess in place of the `...` **before** running.
"""

# %%
import numpy as np
from IPython.display import display

from course_utils.claims import MARKS, SECOND, known_experiments, load, measure, measure_all
from course_utils.predictions import outcome, predict, summary

ledger = load()
N_SEEDS = 8  # 20 repeat the run that set the intervals, and take twice as long
display(predict("09-left", f"How many rows leave an interval, {N_SEEDS} seeds?", ...))

run = measure_all(known_experiments(), range(N_SEEDS), workers=2)
outcomes = {result.claim.number: result for result in run}

print(f"{'verdict':<20} claims  measured here  seconds")
for verdict, mark in MARKS.items():
    rows = [number for number, claim in ledger.items() if claim.verdict == verdict]
    measured = [outcomes[number] for number in rows if number in outcomes]
    seconds = sum(result.seconds for result in measured)
    print(f"{mark:<20} {len(rows):6} {len(measured):14} {seconds:8.1f}")

# %% [markdown]
r"""
Of 115 claims 49 are exact and eight are wrong. Most of the others need a condition or a year. Five rows have no experiment: four cited ones, and a dated habit of preparing images.

Divide the seconds by the claims measured. Conditional, half true and dated claims take about twice as long as exact ones, or longer, because a condition has to be varied.

Now the table of all 115 rows. Those that left come first, with the figures that did it. Scroll for the rest.
"""

# %%
from course_utils.claims import all_verdicts

left = {number: result for number, result in sorted(outcomes.items()) if not result.holds}
n_outside = sum(len(result.missed) for result in left.values())
print(f"{len(outcomes) - len(left)} rows held, {len(left)} left, by {n_outside} figures")
display(all_verdicts(outcomes.values()))
outcome("09-left", len(left), tolerance=2)

# %% [markdown]
r"""
With eight seeds five rows left, by six figures of 466. Did the claims fail, or the audit?

Take the claim that it is wrong to prefer small networks. The figure that left is a standard error, the standard deviation over $\sqrt{n}$. It says how far a mean typically strays.

With 8 seeds it is 0.0115, and 0.0085 is allowed. With 20 it should be $0.0115 \sqrt{8/20} = 0.0073$, and so inside. This forecast can fail. Test it on twenty **fresh seeds**, which nobody had seen when the interval was set.
"""

# %%
measure(98, SECOND)  # SECOND holds 20 seeds, from 1000 on

# %% [markdown]
r"""
All figures lie inside. The standard error is 0.0060, lower than the forecast and well below 0.0085. A second run of the same test on new data is called a **replication**. Here it speaks for the claim: eight seeds were too few. The other rows that left are yours to test in the same way.

Why not take the first twenty seeds again? Because the intervals were set on them. The figures would lie inside by construction, so that test could not fail.

## 3. Two pictures of the whole

Where in the notes are the shaky claims? Look for a topic in which almost everything is exact, and for one in which almost nothing is.

The second picture asks how tight the intervals are. Each dot is one figure. Its place is where your value lies in its interval: 0 is the lower end, 1 the upper. If all dots sat in the very middle, the intervals would be too wide to test anything.

Which share of the dots will lie in the middle half, between 0.25 and 0.75?
"""

# %%
from matplotlib.figure import Figure

from course_utils.plotting import COLOURS, show, use_course_style

use_course_style()
topics = list(dict.fromkeys(claim.topic for claim in ledger.values()))[::-1]
pairs = [(claim.topic, claim.verdict) for claim in ledger.values()]
figure = Figure(figsize=(8, 4.8))
ax = figure.add_subplot()
start = np.zeros(len(topics))
looks = zip(COLOURS.values(), ("", "///", "...", "xxx", "\\\\\\", "--"), strict=False)
for verdict, (colour, hatch) in zip(MARKS, looks, strict=True):
    counts = [pairs.count((topic, verdict)) for topic in topics]
    look = {"color": colour, "hatch": hatch, "edgecolor": "black", "label": MARKS[verdict]}
    ax.barh(topics, counts, left=start, **look)
    start = start + counts
ax.set(xlabel="claims", xlim=(0, 21), title="Formulas are mostly exact, advice less often")
ax.set_xticks(range(0, 21, 5))
ax.legend(loc="lower right")
show(figure, alt="Claims by topic. Exact: 14 of 20 about layers, none of 7 about speed.")
predict("09-middle", "Which share of the dots lies in the middle half?", ...)

# %% [markdown]
r"""
Of the 20 claims about layers and the forward pass, 14 are exact, because they are formulas and shapes. Of the seven about speed and the choice of an activation, none is. Those on dead units, capacity and regularisation are mostly advice, too. Most of it needs a condition, or is half true.

Now the second picture, and your share.
"""

# %%
spots = []
for result in outcomes.values():
    for entry in result.claim.figures:
        span = entry.high - entry.low
        if 0 < span < np.inf:
            place = (result.values[entry.name] - entry.low) / span
            spots.append((place, topics.index(result.claim.topic)))
place, topic = np.array(spots).T
inside = (place >= 0) & (place <= 1)

figure = Figure(figsize=(8, 4.8))
ax = figure.add_subplot()
ax.axvspan(0, 1, color=COLOURS["sky"], alpha=0.25)
ax.scatter(place[inside], topic[inside], marker="o", s=14, color=COLOURS["blue"])
ax.scatter(place[~inside], topic[~inside], marker="D", s=40, color=COLOURS["vermilion"])
ax.set_yticks(range(len(topics)), topics)
ax.set(xlabel="place in the interval: 0 low end, 1 high end")
ax.set_title(f"{(~inside).sum()} of {len(place)} figures left (diamonds)")
show(figure, alt="Dots by topic. Most lie near the middle, a few diamonds lie beyond an end.")
outcome("09-middle", np.mean(abs(place - 0.5) < 0.25), tolerance=0.1)

# %% [markdown]
r"""
About 0.72 of the dots lie in the middle half. The intervals were drawn about four times as wide to each side as a result of 20 seeds typically strays. With 8 seeds a mean strays $\sqrt{20/8} \approx 1.6$ times as far, so more dots come near an edge. Dots right on an edge are mostly shares of 0 or 1. They cannot go further, so the interval ends there.

The other 204 of the 466 figures cannot be drawn. They have only one end, as in "at most", or must be one exact number. One of them left.

## 4. Pick a claim

### Try it

Run the next cell. *Topic*, *Verdict* and *Words* shorten the list of rows, and *Place* steps through it. All of them take the arrow keys.

- Choose the verdict *wrong*. Which of these claims say "never" or "always"?
- Choose *dated*. Which years stand in the sources?
- Find a claim that you believed until now. Read what is to be added.
"""

# %%
from course_utils.demos import seeds_demo, static, symmetry_demo
from course_utils.demos.claim_picker import claim_picker

picker = claim_picker(outcomes.values(), row=89)
picker

# %%
for card in picker.static(89, 58):  # the same cards without lists, for paper
    display(card)

# %% [markdown]
r"""
The first card is a claim that time has overtaken. The second is a **universal claim**: it says *never*, *always*, *any* or *the same*. One **counterexample**, a single case against it, is enough to bring it down. The ledger has more of these.

- *Samples are columns.* In these notes they are. In CS231n's own assignments, 2016 to 2025, they are rows.
- *Sums of bumps with strict signs approximate any curve.* A bump is 1 for $a < x < b$ and 0 elsewhere. If bumps stand side by side, all are 0 at the point where two meet. So the sum is 0 there, however high the curve is.
- *Regularising is always better than fewer units.* On the noisy square (section 5) a single neuron does as well, with a twentieth of the work.
- *The same lambda.* The demo that the notes link divides its penalty by the batch size too. In its batches of 10, its 0.01 is 0.001 in the notes.
"""

# %% [markdown]
r"""
## 5. One audit from start to end

Take the sentence that small networks should not be preferred: use a large one, and regularise. It is advice, and advice cannot fail. So we need a **hypothesis**, a sentence that some measurement could **refute**, that is, show to be false:

> On the noisy square, 20 tanh units with $\lambda = 0.01$ are right more often than 3 units **with the same** $\lambda$.

The noisy square is a set of 40 points to learn from, six of them with a wrong label. *Right* means right on other points, its test points. A tanh unit is a neuron with tanh as its activation. The weight decay $\lambda$ punishes large weights. All networks take 2,000 steps of Adam, a form of gradient descent.

The words *with the same* matter. Compare with 3 units *without* lambda, and two things change at once. Then you could not say which of them did the work.

Who will win?
"""

# %%
from course_utils.datasets import make_noisy_square
from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble


def accuracies(width, weight_decay, squares):
    networks = [
        MLP([2, width, 1], "tanh", seed=n, dtype=np.float32) for n in range(len(squares))
    ]
    X, y = (np.array([getattr(s, name) for s in squares]) for name in ("X", "y"))
    recipe = Recipe("binary_cross_entropy", "adam", 0.03, 0.9, weight_decay, n_steps=2000)
    trained = train_ensemble(networks, X, y, recipe).networks
    pairs = zip(trained, squares, strict=True)
    return np.array([np.mean(net.predict(s.X_test) == s.y_test) for net, s in pairs])


winners = ["20 units", "3 units", "cannot tell"]
predict("09-winner", "Who is right more often, by 40 seeds?", ..., choices=winners)

# %% [markdown]
r"""
Each seed gives one data set, and both networks learn from it. So the difference is taken set by set, and it does not matter that some sets are harder than others.

How far can the mean of $n$ differences be trusted? Take its standard error, and go about two of them to each side. This is a **confidence interval**: done over and over, about 95 of 100 such intervals hold the true mean. The number of standard errors is its *reach*. Few seeds need more than two, because the standard error itself is uncertain: five need 2.8, twenty 2.1.

### Exercise 1: an interval

Write a function that returns `(low, high)`: the mean, minus and plus `reach` standard errors. Take the standard deviation with `ddof=1`.

<details><summary>Hint 1</summary>Three numbers are needed: the mean, the standard deviation, and how many values there are.</details>
<details><summary>Hint 2</summary><code>np.std(values, ddof=1)</code> divides by n − 1. The standard error divides once more, by the root of n.</details>
<details><summary>Hint 3</summary>Compute <code>np.std(values, ddof=1) / np.sqrt(len(values))</code> first, then go <code>reach</code> times that far.</details>
<details><summary>One answer</summary><pre>error = np.std(values, ddof=1) / np.sqrt(len(values))
return np.mean(values) - reach * error, np.mean(values) + reach * error</pre></details>
"""

# %%
from course_utils import checks


def confidence_interval(values, reach):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    confidence_interval,
    [
        (([1.0, 3.0], 2.0), (0.0, 4.0)),
        (([0.0, 4.0, 0.0, 4.0], 0.0), (2.0, 2.0)),
        (([5.0, 5.0, 5.0], 2.0), (5.0, 5.0)),
    ],
    hints="The standard error is the standard deviation over the root of n.",
)

# %% [markdown]
r"""
Now the test. `compare` puts your values beside the ledger's figure. It says *agree* where your whole confidence interval lies inside the ledger's, *differ* where it lies outside. Everything else is *cannot tell*.

The seeds are from 5,000 on, so they are fresh ones again. Forty were fixed before the run. The shorter lines only show how the interval narrows.
"""

# %%
from course_utils.claims import compare

name = "20 units with lambda minus 3 with it"
squares = [make_noisy_square(seed=seed) for seed in range(5000, 5040)]
difference = accuracies(20, 0.01, squares) - accuracies(3, 0.01, squares)

for n in (5, 10, 20, 40):
    audit = compare(98, name, difference[:n], outcomes[98])
    low, high = audit.interval
    print(f"{n:2} seeds: {audit.mean:+.4f} ± {audit.standard_error:.4f}", end=" ")
    print(f"{low:+.4f} to {high:+.4f}: {audit.verdict}")

won = "cannot tell" if low < 0 < high else winners[int(high < 0)]
outcome("09-winner", won)

# %% [markdown]
r"""
Up to 20 seeds the interval is too wide to judge. With 40 it goes from about −0.005 to 0.001, inside the ledger's: agree. The interval holds 0, so you cannot tell who wins. Any difference is at most about half a percentage point. This is a **null result**. It stays in, because it answers the question: here size hardly matters.

Against 3 units *without* lambda, the 20 with it gain about 5 points (see the card in section 2). So lambda does the work, and the advice is half true.

Why fix the 40 before? Adding seeds until the result pleases is a way to fool yourself.

### Exercise 2: how many seeds?

The standard error is the spread over $\sqrt{n}$. Write a function that returns the smallest $n$ for which it is at most `wanted`. Return at least 2, since one seed shows no spread.

<details><summary>Hint 1</summary>Solve spread / √n = wanted for n.</details>
<details><summary>Hint 2</summary>n is the square of spread / wanted, and seeds come whole.</details>
<details><summary>Hint 3</summary><code>np.ceil</code> rounds up, and <code>max(2, ...)</code> keeps the least number.</details>
<details><summary>One answer</summary><pre>return max(2, int(np.ceil((spread / wanted) ** 2)))</pre></details>
"""


# %%
def seeds_needed(spread, wanted):
    raise NotImplementedError  # your answer takes the place of this line


cases = [((0.5, 0.125), 16), ((1.0, 0.3), 12), ((0.25, 0.5), 2)]
checks.try_examples(seeds_needed, cases, hints="Half the error takes four times the seeds.")

# %% [markdown]
r"""
### Try it

Each dot is a network from other first weights, one for each seed. The diamond is the mean. Its stroke is one standard deviation to each side.

- With 5 seeds, do 20 units spread on the training points? Now take 40 seeds.
- At 1 unit the dots form two heaps. Is the mean with its stroke a fair picture of them?
- Take the weight decay away. What happens to the test accuracy of 20 units?
"""

# %%
seeds_demo(data="noisy square", measure="accuracy", weight_decay=0.01, n_seeds=5, n_steps=600)

# %%
common = {"data": "noisy square", "measure": "accuracy", "weight_decay": 0.01, "n_steps": 600}
show(
    static("seeds", {**common, "n_seeds": 5}, {**common, "n_seeds": 40}),
    alt="Accuracy over hidden units, with 5 seeds above and 40 below. With 5 the networks of 20 "
    "units do not spread in training, with 40 they do. With 1 unit there are two heaps.",
)

# %% [markdown]
r"""
With five seeds all networks of 20 units have the same training accuracy, 0.850. With forty, three fall short of it. What happens in 3 of 40 runs, five runs mostly miss: with a chance of $(37/40)^5 \approx 0.68$.

With 1 unit the mean lies between two heaps, where there is no network at all. A mean says nothing about heaps, and nor does its standard error. So look at the dots first. Without weight decay the test accuracy of 20 units falls to about 0.79.

## 6. Your audit: stuck at zero?

The slides of the study group (2019) say that zero or tiny initial weights get stuck in a local minimum. That is a point from which every small move makes the loss larger.

Predict the verdict now, before anything runs. Then double-click the next text cell and write down what could refute the claim.
"""

# %%
predict("09-verdict", "Stuck at zero: which verdict?", ..., choices=list(MARKS))

# %% [markdown]
r"""
*My audit:*

1. My hypothesis, with numbers: …
2. What would refute it: …
3. My test, and how many seeds: …
4. My verdict, with a date: …
"""

# %% [markdown]
r"""
### Try it

Eight tanh units learn two half moons from zero weights. The noise is a push to each weight.

- Play it with noise 0. Does anything move, up to step 4,000?
- Take the smallest noise. When does the loss begin to fall?
- Could both happen at a local minimum?
"""

# %%
symmetry_demo(init="zero", noise=0.0, n_steps=600)

# %%
show(
    static("symmetry", {"init": "zero"}, {"init": "zero", "noise": 0.001}),
    alt="Weights, regions and loss after 600 steps. Above, from zero: nothing has moved. Below, "
    "with a push of 0.001: the units have spread out, and the loss has fallen.",
)
predict("09-tenfold", "A push 10 times smaller: how many steps more to half the loss?", ...)

# %%
from course_utils.datasets import make_moons

X, y = make_moons(100, noise=0.1, seed=0)
recipe = Recipe("binary_cross_entropy", "sgd", 0.5, n_steps=200, record_every=1)


def steps_to_halve(push, seeds=range(20)):
    networks = [MLP([2, 8, 1], "tanh", initialization=push, seed=seed) for seed in seeds]
    loss = train_ensemble(networks, X, y, recipe).loss
    return (loss > loss[:, :1] / 2).argmin(axis=1)


waits = {push: steps_to_halve(push) for push in (1e-2, 1e-3, 1e-4, 1e-6)}
for push, steps in waits.items():
    error = steps.std(ddof=1) / np.sqrt(len(steps))
    print(f"push {push:g}: {steps.mean():5.1f} ± {error:.1f} steps, at most {steps.max()}")

more = waits[1e-4].mean() - waits[1e-3].mean()
display(outcome("09-tenfold", more, tolerance=10))
outcome("09-verdict", ledger[111].verdict)

# %% [markdown]
r"""
From zero itself nothing moves: every gradient is 0. A push of 0.001 halves the loss after about 61 steps. One ten times smaller takes only 16 steps more, since it grows by about the same factor each step.

So *stuck* is right at zero itself, but not for tiny weights. *Local minimum* is wrong, because no small push leaves a minimum. Our verdict is *wrong*. *Half true* can be defended: a verdict is an argument.

The date: the group wrote in 2019. Dauphin and others had pointed to saddles, flat points that are no minima, in 2014.

### Exercise 3: the judge

Write the rule of `compare`. Your interval goes from `low` to `high`, the ledger's from `claim_low` to `claim_high`. Return `"agree"`, `"differ"` or `"cannot tell"`. Equal ends count as inside.

<details><summary>Hint 1</summary>Draw two lines, one for each interval. In how many ways can they lie?</details>
<details><summary>Hint 2</summary>Inside: both of your ends lie between both of theirs.</details>
<details><summary>Hint 3</summary>Apart: your high end is below their low one, or your low end above their high one.</details>
<details><summary>One answer</summary><pre>if claim_low &lt;= low and high &lt;= claim_high:
    return "agree"
if high &lt; claim_low or low &gt; claim_high:
    return "differ"
return "cannot tell"</pre></details>
"""


# %%
def judge(low, high, claim_low, claim_high):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    judge,
    [
        ((0.2, 0.3, 0.1, 0.4), "agree"),
        ((0.5, 0.6, 0.1, 0.4), "differ"),
        ((0.3, 0.5, 0.1, 0.4), "cannot tell"),
        ((0.0, 1.0, 0.1, 0.4), "cannot tell"),
        ((0.1, 0.4, 0.1, 0.4), "agree"),
    ],
    hints="Ask first whether both ends lie inside, then whether the two lie apart.",
)

# %% [markdown]
r"""
## 7. Pick, design, compare

Now a claim of your choice. Pick it in section 4, and copy the name of one figure. Then write `my_test`: one seed goes in, one number comes out. The mean of these numbers must be what the figure is about. For a share, return 1 or 0.

The cell holds an example. The study group says that the scale of the first weights should depend on the number of inputs $n$. Draw them with a standard deviation of $1/\sqrt n$. How much of a signal's standard deviation does one more ReLU layer leave? The ledger has 0.69 to 0.75, measured with 500 units a layer. The example takes 50.

| other figures to start with | `my_test` returns |
| --- | --- |
| mean output of the sigmoid | the mean of $1/(1 + e^{-z})$ for 100,000 normal `z` |
| the same with tanh as the gate | the share of 1,000 values `tanh(z)` that lie between 0 and 1 |
| 20 units with lambda 0.1 minus 1 unit without | the difference of two `accuracies(...)` for one square |
"""


# %%
def my_test(seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(100, 50))
    W1, W2 = rng.normal(size=(2, 50, 50)) / np.sqrt(50)
    a1 = np.maximum(0, X @ W1.T)
    return np.maximum(0, a1 @ W2.T).std() / a1.std()


my_row, my_figure = 114, "ReLU 1/sqrt(n): mean loss of spread per layer, as a factor"
values = [my_test(seed) for seed in range(20)]
my_comparison = compare(my_row, my_figure, values, outcomes.get(my_row))
my_comparison

# %% [markdown]
r"""
With 50 units the answer is *cannot tell*: the interval just crosses the upper end. Try 200 units, or 80 seeds. Does each alone make it *agree*? Change one thing at a time.

If your own test says *differ*, look for a condition that you changed. If there is none, report an error in this course.

## 8. Where the documents disagree

The five documents do not always agree, and some have aged. The table has all such topics.
"""

# %%
from course_utils.demos.claim_picker import disagreement_table

disagreement_table()

# %% [markdown]
r"""
There are three kinds. Some are a **convention**, a way of writing: columns or rows, who counts as a layer. A translation settles those. Some are errors: the star, the local minimum. An experiment settles those. Most of the rest is age: depth (theorems of 2016), new activations (2016, 2017), the sizes of networks. There both sides can be right, each for its year.

So put a year on every claim. The verdicts here are of 2026, on small networks and made-up data. On large networks some may change.

## 9. What you can do now

- Turn a sentence into a hypothesis that a measurement can refute.
- Test it on several seeds, and report the mean with its standard error.
- Say agree, differ or cannot tell, and leave nothing out.
- Put a year on a claim, and look for what has changed since.

Five questions are left. Run the cell to read them, put your letters in place of the dots, and run it again. The cell after it shows your guesses from all notebooks in this folder.
"""

# %%
from course_utils import quiz

quiz.answer("09", q1=..., q2=..., q3=..., q4=..., q5=...)

# %%
summary()

# %% [markdown]
r"""
## What the notes say, what we measured

The last cell puts eight claims beside the numbers from **your** run. All 115 stand in section 2.

**Next:** assignment `a9_audit`: audit one claim of your own. This is the last notebook. Read on where the notes go on: CS231n's note on backpropagation, which says where the gradients come from, then *Neural Networks Part 2*. Audit them as you read.
"""

# %%
from course_utils.claims import verdicts

results = {number: list(result.values.values()) for number, result in outcomes.items()}

verdicts(
    {
        58: f"accuracy with sigmoid minus ReLU: {results[58][6]:+.3f} with 2 hidden layers, "
        f"{results[58][7]:+.2f} with 6",
        79: f"columns and rows differ by at most {results[79][0]:g} after transposing",
        86: f"error of bumps side by side {results[86][0]:.2f}, as high as the curve; of n bumps "
        f"that overlap it falls as n^{results[86][3]:.2f}",
        89: f"{results[89][1]:g} pieces from 16 neurons in 8 layers, {results[89][2]:g} in one",
        98: f"20 units minus 3 with the same lambda: {difference.mean():+.4f} "
        f"± {audit.standard_error:.4f} with 40 fresh seeds",
        99: f"accuracy with chosen lambda minus chosen size: {results[99][0]:+.3f} ± {results[99][1]:.3f}",
        105: f"weights {results[105][2]:.1f} times as long if the demo's 0.01 is taken for the notes'",
        111: f"loss from zero {results[111][0]:.4f}, stuck; pushed by 0.001 it is halved after "
        f"{waits[1e-3].mean():.0f} steps",
    }
)
