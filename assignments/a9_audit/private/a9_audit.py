# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# Assignment 9: Audit a claim

**120 minutes, 20 points.** Work through notebook 09 first.

You will be able to

- sum up results over seeds in three numbers;
- say agree, differ or cannot tell, by a rule that was set before;
- write an experiment that gives the same number for the same seed;
- keep a record that others can check and run again;
- replicate a result with fresh seeds;
- argue for a verdict, with its limits and a date.

You audit one claim of your choice. Many stand in *Commonly used activation functions* and *Setting number of layers and their sizes* (CS231n, "Neural Networks Part 1").
"""

# %% [markdown]
r"""
## How this works

Each exercise has your cell, a cell of examples, and a cell for grading, as in the assignments before. The grader calls each function with *other* inputs. Each check that you pass earns its points. One function may call another, but then a slip there counts twice.

In grading you can import Python's own modules, NumPy, Matplotlib and `course_utils.checks`. SciPy, the rest of `course_utils` and all other packages are not there, so your experiment has to do without them. Read the claims in notebook 09, section 4.

Any style that gives the right numbers is right: a loop, a formula of NumPy's, a list, float32. Printing and warnings cost nothing.

## Choose your claim

Choose a claim that **chance** has a part in, so that seeds matter. Row 30 won't do: it follows from a formula, and every seed would give 1. The experiment must need NumPy alone, and take at most a tenth of a second for one seed. These four are good to start with; any other row where seeds matter is as good.

| row | the claim | one number for each seed |
| --- | --- | --- |
| 29 | the outputs of the sigmoid are not centred on zero | the mean of $\sigma(z)$ over 1,000 normal `z` |
| 32 | summed over a batch the gradients have both signs | the share of 500 batches, each of 8 samples with ten inputs above 0, whose ten sums (of error times input) have one sign; errors are normal |
| 42 | ReLU does not saturate | the share of ReLU slopes that are 0 in a layer, for normal inputs and weights |
| 114 | draw the first weights with a scale set by the number of inputs | the spread after one more ReLU layer over the spread before, with weights of std $\sqrt{2/n}$ |

Decide three things **before** anything runs, and note them down.

1. Your **hypothesis**: a sentence that your measurement could refute.
2. Your **interval**, from a low end to a high end: where the mean must lie if the hypothesis holds.
3. Your **seeds**: at least 20 to begin with, and as many fresh ones for the replication.
"""

# %% locked="imports"
import numpy as np

from course_utils import checks

# %% [markdown]
r"""
## Exercise 1: a table in three numbers (3 points)

You have one number for each seed. Their **standard error** says how far a mean of so many numbers typically strays: the standard deviation with $n - 1$ (`ddof=1`), divided by $\sqrt n$.

Write `summarise(values)`. It returns a dict with three entries:

- `"n"`: how many values there are;
- `"mean"`: their mean;
- `"standard_error"`: its standard error.

There are at least two values. They may be a list, a tuple or an array of any kind, whole numbers too. Leave them as they are. Values that are all equal have a standard error of 0.

One point is for `n` and the mean, one for the standard error, one for lists and other types.

Before you write: you take four times as many seeds. What becomes of the standard deviation, and what of the standard error?

<details><summary>Compare with your guess</summary>

The standard deviation stays about the same: single values stray as far as before. The standard error becomes half as large.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: which two steps?</summary>

First the standard deviation: how far single values lie from their mean. Then the standard error: how far the mean itself strays. It is smaller.
</details>

<details><summary>Hint 2: which division where?</summary>

The variance divides by one less than the number of values; `ddof=1` does that. The second division comes after the root.
</details>

<details><summary>Hint 3: how is a dict written?</summary>

In braces, with a colon between name and value: `{"a": 1, "b": 2}`. The names must be spelt as above.
</details>
"""


# %% answer="summarise"
def summarise(values):
    """Return how many values there are, their mean and its standard error, as a dict."""
    ### BEGIN SOLUTION
    n = len(values)
    error = np.std(values, ddof=1) / np.sqrt(n)
    return {"n": n, "mean": np.mean(values), "standard_error": error}
    ### END SOLUTION


# %% examples="summarise"
checks.examples(
    summarise,
    [
        (([1, 3],), {"n": 2, "mean": 2.0, "standard_error": 1.0}),
        (([0.0, 0.0, 4.0, 4.0],), {"n": 4, "mean": 2.0, "standard_error": (4 / 3) ** 0.5}),
        ((np.array([-1.0, 2.0, 2.0]),), {"n": 3, "mean": 1.0, "standard_error": 1.0}),
        (((0.5, 0.5, 0.5),), {"n": 3, "mean": 0.5, "standard_error": 0.0}),
    ],
    hints=[
        "The variance is (1 + 1) / (2 - 1) = 2. Its root over the root of 2 is 1.",
        "The variance is 16 / 3. Its root over the root of 4 is 1.155.",
        "The squares of -2, 1 and 1 add up to 6; 6 / 2 = 3, and both roots are that of 3.",
        "All values are equal, so nothing strays.",
    ],
)

# %% tests="summarise" points=3
# Grading: other values, few and many, of several types. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a9_audit", "summarise", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 2: the verdict (3 points)

The results have a mean with a standard error. Go **two** standard errors to each side of the mean: that is the interval of the results. The other interval, from `low` to `high`, was set before.

Write `verdict(values, low, high)`. It returns one of three texts, as a plain string of Python's.

- `"agree"`: the interval of the results lies wholly inside the other one. Equal ends count as inside.
- `"differ"`: the two have no point in common.
- `"cannot tell"`: everything else.

`values` holds at least two numbers, as a list or an array of any kind. Leave it as it is. `low` is at most `high`. An end may be infinite, as in "at most 3": then `low` is `-np.inf`.

One point is for results inside or outside, one for results across an end. The third is for equal ends, infinite ends and lists.

Before you write: the mean lies inside, close to an end. Why is that not enough to agree?

<details><summary>Compare with your guess</summary>

Other seeds would give another mean, perhaps one outside. Only if both ends of the results lie inside is that unlikely.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: in how many ways can two lines lie?</summary>

Draw both intervals, one above the other. One can lie inside the other, apart from it on the left or right, or overlap. Which of these is which verdict?
</details>

<details><summary>Hint 2: how is "inside" tested?</summary>

With both ends of the results. Neither may pass the end on its side.
</details>

<details><summary>Hint 3: do infinite ends need a case of their own?</summary>

No. Every number is above `-np.inf` and below `np.inf`, so the same comparisons work.
</details>
"""


# %% answer="verdict"
def verdict(values, low, high):
    """Return "agree", "differ" or "cannot tell"."""
    ### BEGIN SOLUTION
    mean, reach = np.mean(values), 2 * np.std(values, ddof=1) / np.sqrt(len(values))
    if low <= mean - reach and mean + reach <= high:
        return "agree"
    if mean + reach < low or high < mean - reach:
        return "differ"
    return "cannot tell"
    ### END SOLUTION


# %% examples="verdict"
checks.examples(
    verdict,
    [
        (([1.0, 3.0, 1.0, 3.0], 0.0, 4.0), "agree"),
        (([1.0, 3.0, 1.0, 3.0], 8.0, 9.0), "differ"),
        (([1.0, 3.0, 1.0, 3.0], -9.0, -8.0), "differ"),
        (([1.0, 3.0, 1.0, 3.0], 1.0, 4.0), "cannot tell"),
        (([1.0, 3.0, 1.0, 3.0], 3.0, 9.0), "cannot tell"),
        (([1.0, 3.0, 1.0, 3.0], 1.9, 2.1), "cannot tell"),
        (([2, 2, 2], 2, 3), "agree"),
        (([1, 3, 1, 3], -np.inf, 4), "agree"),
    ],
    hints=[
        "The mean is 2, the standard error 0.577: from 0.85 to 3.15.",
        "From 0.85 to 3.15 there is nothing in common with 8 to 9.",
        "The other interval may lie on either side.",
        "0.85 lies below 1, so not all of the results' interval is inside.",
        "The mean lies outside, but the results reach 3.15, and so past 3.",
        "The results' interval holds the other one: some of it lies inside, some outside.",
        "Without a spread the interval is the one point 2, on the end: equal ends are inside.",
        "There is no low end, so only the high one can be passed.",
    ],
)

# %% tests="verdict" points=3
# Grading: other results, on all sides of other intervals. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a9_audit", "verdict", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 3: your experiment (3 points)

Write `experiment(seed)` for **your** claim. One seed goes in, one number comes out. The mean of these numbers over many seeds must be what your hypothesis speaks of.

- A seed is a whole number from 0 to 1,000,000.
- The result is **one finite number**: no array, no `nan`, no True or False.
- The same seed gives the same number again, whatever ran in between. So all chance comes from a generator that is made inside, with the seed: `np.random.default_rng(seed)`.
- Not all seeds give the same number. Of the seeds 0 to 19 at least ten should differ. If yours do not, average over more cases within one seed. If that changes nothing, chance has no part in your number: choose another.
- It takes at most a tenth of a second.

The grader knows nothing of your claim. It tries these rules with seeds of its own, one point each: one finite number, the same again, and not all of twenty seeds alike. Whether the number fits your claim, a person judges in exercise 6.

Before you write: which part of your experiment is chance? Which one thing do you vary, and what stays as it is?

<details><summary>Compare with your guess</summary>

For row 29, chance is in the normal `z`. Nothing is varied: one function is measured. What stays is the spread of `z`, and it should be told, because the result may depend on it.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what does the seed do?</summary>

It is the start of a list of random numbers. Make the generator in the first line, and draw everything from it: inputs, weights, noise.
</details>

<details><summary>Hint 2: how do I get one number?</summary>

Ask a question that has a number for an answer: which share, how large on average, by how much more? `np.mean` of True and False is a share.
</details>

<details><summary>Hint 3: the same seed gives other numbers</summary>

Look for a generator that is made outside of the function, or without a seed. `np.random.normal` without a generator is of that kind, too.
</details>
"""


# %% answer="experiment"
def experiment(seed):
    """Return one number of your audit, the same each time for the same seed."""
    ### BEGIN SOLUTION
    # Row 113: the share of tanh outputs beyond 0.99 with weights of spread 1, 100 inputs.
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(50, 100))
    W = rng.normal(size=(100, 100))
    return np.mean(abs(np.tanh(X @ W.T)) > 0.99)
    ### END SOLUTION


# %% examples="experiment"
def looked_at(question):
    """Run your experiment twice with the seeds 0 to 19 and answer a question about it."""
    numbers = [experiment(seed) for seed in range(20)]
    if question == "how many different numbers do 20 seeds give?":
        n = len(set(map(str, numbers)))
        return "ten or more" if n >= 10 else f"only {n}"
    if question == "is each result one finite number?":
        plain = [np.ndim(a) == 0 and not isinstance(a, (bool, np.bool_, str)) for a in numbers]
        return (
            "yes"
            if all(plain) and None not in numbers and np.all(np.isfinite(numbers))
            else "no"
        )
    again = [experiment(seed) for seed in reversed(range(20))]
    return "yes" if np.allclose(numbers, again[::-1], rtol=1e-9, atol=1e-9) else "no"


checks.examples(
    looked_at,
    [
        (("is each result one finite number?",), "yes"),
        (("does the same seed give the same number again?",), "yes"),
        (("how many different numbers do 20 seeds give?",), "ten or more"),
    ],
    name="your experiment",
    hints=[
        "Print experiment(0) and its type. A mean over your cases is one number.",
        "All chance must come from np.random.default_rng(seed), made inside the function.",
        "Does the seed reach the generator? If so, take more cases, or a claim with chance in it.",
    ],
)

# %% tests="experiment" points=3
# Grading: the three rules, with other seeds. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a9_audit", "experiment", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 4: the record (5 points)

A record holds all that others need to check an audit. Write `audit(experiment, seeds)`. It runs the experiment **that is passed in** once for each of the seeds that are passed in, and returns a dict. Five entries are yours:

| entry | what it is |
| --- | --- |
| `"row"` | the number of your claim in the ledger, 1 to 115 |
| `"claim"` | the sentence of the claim, as text |
| `"hypothesis"` | your hypothesis, as text |
| `"measure"` | what one number of your experiment means, as text |
| `"interval"` | `(low, high)`, with `low` below `high`; at most one end is infinite |

Each of the three texts has at least five words. The interval is decided **before** looking. So it is the same whatever the experiment gives: two plain numbers that you write down.

Five more come out of the run:

| entry | what it is |
| --- | --- |
| `"seeds"` | a list of the seeds, in the order in which they came |
| `"values"` | a list or an array with the number of each seed, in the same order |
| `"mean"`, `"standard_error"` | of the values, as in exercise 1 |
| `"verdict"` | the text of exercise 2, from the values and the interval |

Further entries are welcome. `seeds` may come as a list or a `range`, in any order, with at least two seeds. Keep it as it is. `list(seeds)` makes a list of either.

The grader passes in experiments of **its own**, with results that you cannot foresee. One point is for your four descriptions, and one for the interval. One is for seeds and values, one for mean and standard error, one for the verdict.

Before you write: a friend computes the interval from the results, as their mean plus and minus something. Which verdict does the friend always get?

<details><summary>Compare with your guess</summary>

With two standard errors or more, always *agree*: the results lie inside their own limits. Such a test cannot fail, so it tests nothing.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: where do the numbers come from?</summary>

From `experiment(seed)`, for each `seed` in `seeds`. Inside the function these two names mean what was passed in, not your cell above.
</details>

<details><summary>Hint 2: which parts do I have already?</summary>

`summarise` and `verdict` take the list of values. Their results only have to be put under the right names.
</details>

<details><summary>Hint 3: in which order do I write it?</summary>

First the interval, as a line of two numbers. Then the list of values. Then the dict with all ten entries, which is returned.
</details>
"""


# %% answer="audit"
def audit(experiment, seeds):
    """Run an experiment over seeds and return the record of your audit, a dict."""
    ### BEGIN SOLUTION
    low, high = 0.7, 1.0
    values = [experiment(seed) for seed in seeds]
    table = summarise(values)
    return {
        "row": 113,
        "claim": "Large initial weights make sigmoid slow, and may explode",
        "hypothesis": "With weights of spread 1 most tanh units start saturated, over 0.7 of them",
        "measure": "the share of tanh outputs beyond 0.99 in one layer",
        "interval": (low, high),
        "seeds": list(seeds),
        "values": values,
        "mean": table["mean"],
        "standard_error": table["standard_error"],
        "verdict": verdict(values, low, high),
    }
    ### END SOLUTION


# %% examples="audit"
def entries(results, *names):
    """Return these entries of your record, for seeds whose results are given."""
    record = audit(lambda seed: results[seed], range(len(results)))
    if not isinstance(record, dict):
        raise TypeError(f"audit gave {record!r}; a dict is asked for")
    missing = [name for name in names if name not in record]
    return f"no entry {missing[0]!r}" if missing else [record[name] for name in names]


def described():
    """Say what your own five entries lack."""
    names = ("claim", "hypothesis", "measure", "row", "interval")
    found = entries([1.0, 2.0, 3.0], *names)
    if isinstance(found, str):
        return found
    *texts, row, interval = found
    short = [n for n, text in zip(names, texts, strict=False) if len(str(text).split()) < 5]
    if short:
        return f"{short[0]!r} has fewer than five words"
    if row not in range(1, 116):
        return "the row is no number from 1 to 115"
    if not interval[0] < interval[1]:
        return "the interval does not have its low end first"
    if list(interval) != list(entries([70.0, 10.0], "interval")[0]):
        return "the interval is another one when other results come out"
    return "complete"


checks.examples(
    entries,
    [
        (([0.5, 0.25, 0.75], "seeds", "values"), [[0, 1, 2], [0.5, 0.25, 0.75]]),
        (([1, 3], "mean", "standard_error"), [2.0, 1.0]),
    ],
    name="entries of your record",
    hints=[
        "Three seeds, three values, in the same order. Both are lists: list(seeds).",
        "The mean and the standard error are those of exercise 1.",
    ],
)
checks.examples(
    described,
    [((), "complete")],
    name="your own entries",
    hints="The table above says what each entry must be.",
)

# %% tests="audit" points=5
# Grading: other experiments, other seeds. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a9_audit", "audit", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
## Exercise 5: run it, and run it again (2 points)

Now your experiment runs for the first time in earnest. Then it runs once more, with fresh seeds. A second run of the same test on new data is a **replication**.

Write `two_runs()`, without arguments. It returns two records of your audit, as a list or a tuple: the first run, and the replication.

- Each run has **at least 20 different seeds**. You decided how many before.
- **No seed stands in both** runs.
- A second call of `two_runs` gives the same seeds and the same values.

The grader looks only at `"seeds"` and `"values"`, both lists or arrays of numbers. One point is for two records that come out the same again, one for the seeds. All of it may take 10 seconds.

Before you run it: how far apart may the two means lie, if chance alone is at work?

<details><summary>Compare with your guess</summary>

The difference of two means strays further than one mean does: by $\sqrt 2 \approx 1.4$ standard errors, if both have the same. So about three standard errors are still no surprise.
</details>
"""

# %% [markdown]
r"""
<details><summary>Hint 1: what is there to write?</summary>

Two calls of `audit` with your `experiment`. Only the seeds differ.
</details>

<details><summary>Hint 2: which seeds are fresh?</summary>

All that you have not seen yet, such as those from 1,000 on. `range(a, b)` ends before `b`. It gives plain whole numbers, which every generator takes; those of `np.arange` Python's `random` refuses.
</details>

<details><summary>Hint 3: other values each time</summary>

Then the slip lies in your experiment: see exercise 3, hint 3. Or the seeds themselves are drawn by chance.
</details>
"""


# %% answer="two_runs"
def two_runs():
    """Return the record of your audit and the record of its replication."""
    ### BEGIN SOLUTION
    return audit(experiment, range(20)), audit(experiment, range(1000, 1020))
    ### END SOLUTION


# %% examples="two_runs"
def replicated(question):
    """Answer a question about your two records."""
    records = two_runs()
    first, second = ([int(seed) for seed in record["seeds"]] for record in records)
    if question == "has each run at least 20 seeds?":
        return "yes" if min(len(set(first)), len(set(second))) >= 20 else "no"
    if question == "which seeds stand in both runs?":
        return ", ".join(map(str, sorted(set(first) & set(second)))) or "none"
    pairs = zip(records, two_runs(), strict=True)
    return "yes" if all(np.allclose(a["values"], b["values"]) for a, b in pairs) else "no"


checks.examples(
    replicated,
    [
        (("has each run at least 20 seeds?",), "yes"),
        (("which seeds stand in both runs?",), "none"),
        (("are the values the same when it is called again?",), "yes"),
    ],
    name="two runs",
    hints=[
        "Print the seeds of both records and count them.",
        "The replication needs seeds of its own.",
        "Nothing may depend on chance, except through the seeds.",
    ],
)

# %% tests="two_runs" points=2
# Grading: the seeds, and whether the same comes out again. Nothing to write here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for

points_for("a9_audit", "two_runs", globals())
### END HIDDEN TESTS

# %% [markdown]
r"""
Look at what came out. Leave this cell as it is: a person reads its table beside your argument.
"""

# %%
try:
    for record in two_runs():
        low, high = record["interval"]
        print(f"{len(record['seeds'])} seeds: {record['mean']:.4g}", end=" ")
        print(f"± {record['standard_error']:.2g}, interval {low:g} to {high:g}:", end=" ")
        print(record["verdict"])
except NotImplementedError:
    print("Nothing to show before exercises 3 to 5 are written.")

# %% [markdown]
r"""
## Exercise 6: your argument (4 points, in words)

A verdict is an argument. A person will read yours, with your code and your records beside it. Any verdict can earn full points: *differ* and *cannot tell* are as good as *agree*.

1. **The test.** What would refute your hypothesis? Why does your experiment measure what the claim says? Name one thing that you hold fixed, so that it cannot do the work instead.
2. **The interval.** Where does it come from, if not from your results?
3. **The result.** Give the mean with its standard error and the number of seeds, for both runs. Say whether the replication bears out the first run, judged by the standard errors.
4. **The verdict, with its limits.** Say agree, differ or cannot tell of the claim. Name one condition under which it could come out otherwise. Put a year on the claim: that of its source. Say what has changed since, or that nothing has.

Each thing asked for earns half a point: three in part 1, one in part 2, two each in parts 3 and 4. About 150 words are enough.
"""

# %% [markdown] manual="argument" points=4
r"""
**The test.** Row 113 says that large first weights make sigmoid-like units slow, because they saturate. My hypothesis: with weights of spread 1 and 100 inputs, over 0.7 of the tanh outputs lie beyond 0.99. A mean share below 0.7 would refute it. A tanh beyond 0.99 has a slope below 0.02, so this share counts the units that hardly learn. I hold the inputs fixed at spread 1: larger inputs would saturate the units as well.

**The interval.** The sums have a spread of 10, and tanh passes 0.99 at 2.65. So I expected about 0.79, and took 0.7 to 1.

**The result.** 20 seeds gave 0.791 with a standard error of 0.002. 20 fresh seeds gave nearly the same; the two differ by less than two standard errors. The replication bears it out.

**The verdict.** Agree, under conditions: with weights of spread $1/\sqrt{100}$, hardly any unit saturates. I tested saturation, not the speed of training. The group wrote in 2019; Glorot and Bengio had shown it in 2010, and since then weights are scaled by the number of inputs.
"""

# %% [markdown]
r"""
## Before you hand in

1. Choose *Kernel → Restart Kernel and Run All Cells*. Everything must run from top to bottom.
2. All five example cells should show a check mark.
3. Press **Validate**. It runs the notebook once more and shows what fails. In its window, scroll to the line that begins with the cross, ✗.

This was the last assignment. You can now test what a text says, this course included. If your audit differs from the ledger and you find no reason, report it.
"""
