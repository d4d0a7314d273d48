"""Softmax for scores, which were asked for as they are.

fails: output_layer
points: 1
section: Output layer
hint: May a class score be negative?
hint: Probabilities and scores are two things; only one of them was asked for here.
hint: Scores are any real numbers: what has to be done to them?
"""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "softmax",
    "digit": "softmax",
    "tags": "sigmoid",
}
