"""The first check of a living unit is counted as a revival too.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What do you get for a single check with a living unit?
hint: Who was never dead can't come back.
hint: A revival needs a dead check before it: begin with the second row.
"""


def revivals(dead_history):
    count = 0
    for unit in zip(*dead_history):
        before = True
        for dead in unit:
            count += before and not dead
            before = dead
    return int(count)
