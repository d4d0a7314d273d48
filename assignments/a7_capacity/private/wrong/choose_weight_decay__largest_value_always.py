"""The largest of all strengths comes back, whatever the scores are.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Change the validation scores. Does your answer change?
hint: The rule of the largest decides between equals only.
hint: First find the best score, then look only at the strengths that reach it.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    return max(values)
