# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
r"""
# 00 · Start here

**Time:** 20 minutes. **Before this:** a little Python, nothing else.

Afterwards you will be able to

- tell that everything on your computer works,
- read the report of a check, and know what to do next,
- record a guess before you see a result,
- read a shape such as `(100, 3)` as rows and columns.

The course takes the CS231n notes *Neural Networks Part 1* and turns every claim into an experiment. You run it, doubt it, and are graded on it. Words in bold are collected in the [glossary](glossary.md).
"""

# %% [markdown]
r"""
## 1. Run a cell

A notebook is made of **cells**: boxes with text, like this one, or with code. Click on the code below, then press **Shift + Enter**. The cell runs, its last value appears under it, and the next cell is selected.

| keys | what happens |
| --- | --- |
| Shift + Enter | run the cell and go on |
| Ctrl + Enter | run the cell and stay |
| Esc, then B | add a cell below |
| Esc, then 0, 0 | restart the kernel |
| Ctrl + Z | undo what you typed |

You may see an *Nbgrader* menu and a tab *Create Assignment*. Both are for instructors; of these tools, only the *Validate* button is for you.
"""

# %%
2 + 3

# %% [markdown]
r"""
## 2. Is everything here?

The program that runs your cells is called the **kernel**. It needs a few packages. The next cell looks for them and names their versions. If it stops with an error, the message says which one is missing. Then the environment of the course was not used to start Jupyter.
"""

# %%
import sys
from importlib.metadata import version

from course_utils.checks import Report

packages = ("numpy", "matplotlib", "ipywidgets", "anywidget")
found = tuple(f"{name} {version(name)}" for name in packages)

Report("right", f"Python {sys.version.split()[0]} and all packages are here.", found)

# %% [markdown]
r"""
### Chance that can be repeated

Many experiments draw random numbers. A **seed** is the number such a sequence starts from. The same seed gives the same numbers, on your computer and on ours. So your results can be compared with those of your neighbour.

The next cell asks whether your generator agrees with ours. Before you run it: will two calls with seed 7 differ?
"""

# %%
import numpy as np

from course_utils import checks


def roll_dice(seed):
    return np.random.default_rng(seed).integers(1, 7, size=5)


checks.try_examples(roll_dice, [((7,), [6, 4, 5, 6, 4]), ((7,), [6, 4, 5, 6, 4])])

# %% [markdown]
r"""
### Pictures that you can move

Some cells show a **demo**, a picture with controls. Move the slider called *weight*. The curve should follow at once. The round dots can be dragged.

With the keyboard: Tab goes from control to control, and the arrow keys move a slider.
"""

# %%
from course_utils.demos import neuron_demo, static

neuron_demo()

# %% [markdown]
r"""
If you see a still picture instead, the rest of the course works all the same. Each demo is followed by such a picture. What a picture shows is also written under it, for readers who do not see it.
"""

# %%
from course_utils.plotting import show

show(
    static("neuron", {"weight": 1.0}, {"weight": 4.0}),
    alt="One neuron at weight 1 and, below, at weight 4. Left, the line of the weighted sum "
    "gets steeper with the weight. Right, the S-shaped output gets steeper too.",
)

# %% [markdown]
r"""
## 3. Read a check

Exercises come with worked examples. A **check** calls your function with each of them and compares the results. Here it tries a function that is right.
"""


# %%
def double(x):
    return 2 * x


worked = [((3.0,), 6.0), (([1.0, 2.0],), [2.0, 4.0]), ((np.array([1.0, 2.0]),), [2.0, 4.0])]
checks.try_examples(double, worked[:1])

# %% [markdown]
r"""
Now a list goes in. What does Python make of `2 * [1.0, 2.0]`? Guess, then run.
"""

# %%
checks.try_examples(
    double, worked, hints=["", "A list is not an array. `np.asarray` makes it one."]
)

# %% [markdown]
r"""
A failed check is no accident. It tells you three things:

1. **which example** failed: `double([1.0, 2.0])`,
2. **what came and what was expected**, here a wrong shape,
3. a **hint**, where to look.

Only the first failing example is shown. Repair it, then look at the next.

### Your turn

Write the function below, in place of its last line. Until then the check says "not attempted". Run the cell again after each change: the kernel knows only what has been run.

Stuck? Open one hint at a time. The answer is the last resort.

<details><summary>Hint 1</summary>Which of the examples worked without your help: a number, a list, or an array?</details>
<details><summary>Hint 2</summary><code>np.asarray</code> takes any of the three.</details>
<details><summary>Hint 3</summary>Turn x into an array first, then multiply.</details>
<details><summary>One answer</summary><pre>return 2 * np.asarray(x)</pre></details>
"""


# %%
def double_all(x):
    raise NotImplementedError  # your answer takes the place of this line


checks.try_examples(
    double_all,
    [((3.0,), 6.0), (([1.0, 2.0],), [2.0, 4.0]), (([[1.0], [-2.0]],), [[2.0], [-4.0]])],
    hints="`np.asarray(x)` turns lists and numbers into arrays.",
)

# %% [markdown]
r"""
## 4. Guess first

Before many results you are asked for a **prediction**. Put a number in place of the `...`, run the cell, and go on. Guesses are kept in a small file beside the notebook. They are never graded. A guess made after the result is marked as late. A wrong guess is worth more than none, since it shows what you did not expect.

You roll 1,000 dice. How many sixes will you get? A guess within 25 counts as right.
"""

# %%
from course_utils.predictions import outcome, predict

predict("00-sixes", "How many sixes among 1,000 dice?", ...)

# %%
rolls = np.random.default_rng(seed=1).integers(1, 7, size=1000)
n_sixes = int((rolls == 6).sum())

outcome("00-sixes", n_sixes, tolerance=25)

# %% [markdown]
r"""
## 5. Rows and columns

A **shape** lists the sizes of an array: rows first, then columns. A **sample** is one thing that was measured, such as a flower. A **feature** is one of the numbers measured on it, such as a length. A **layer** is a group of neurons that get the same input. You will meet neurons in 01; here only shapes matter.

Our code keeps one sample in each row. The notes write one sample in each column. Both are right, and mixing them up is a common error.

| | this course and most libraries | the notes |
| --- | --- | --- |
| 100 samples, 3 features | `X`, shape `(100, 3)` | $X$, 3 × 100 |
| one neuron's weights | a row of `W` | a row of $W$ |
| a layer of 4 neurons | `W`, shape `(4, 3)` | $W$, 4 × 3 |
| its output | `X @ W.T + b`, shape `(100, 4)` | $WX + b$, 4 × 100 |

Which of the two products below gives shape `(100, 4)`?
"""

# %%
X = np.ones((100, 3))  # 100 samples in rows
W = np.ones((4, 3))  # 4 neurons in rows

(X @ W.T).shape, (W @ X.T).shape

# %% [markdown]
r"""
The first, with samples in rows. The second is the notes' way, and the same numbers lie on their side.

## 6. When you are stuck

1. Read the last line of the message first. It names the problem.
2. Print a shape: `X.shape` answers half of all questions.
3. Restart the kernel and run all cells from the top. Much confusion comes from cells that were run out of order.
4. Try the smallest case that you can compute on paper.
5. Ask, and bring the whole message with you.
"""

# %% [markdown]
r"""
## 7. Five questions

Run the cell to read the questions. Put your letters in place of the dots, such as `q1="a"`, and run it again.
"""

# %%
from course_utils import quiz

quiz.answer("00", q1=..., q2=..., q3=..., q4=..., q5=...)

# %% [markdown]
r"""
You have seen that your tools work. You can read a check, record a guess, and read a shape.

**Next:** [notebook 01](01_one_neuron.ipynb). There you take a single neuron apart.
"""
