"""Of equal scores the last one wins, because >= replaces what was found before.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: Two scores are equal and the larger value comes first. What do you return?
hint: Your code assumes that the values grow from left to right. Does the text say so?
hint: Among equal scores compare the values, not their places.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    best = 0
    for i in range(len(values)):
        if validation_scores[i] >= validation_scores[best]:
            best = i
    return values[best]
