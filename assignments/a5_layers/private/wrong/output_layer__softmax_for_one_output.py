"""Softmax for a single output, which then is always 1.

fails: output_layer
points: 1
section: Output layer
hint: Compute the softmax of one score, say 3.
hint: With one output there is nothing to share a total with.
hint: One number between 0 and 1 for one yes-or-no question: which function gives that?
"""

output_layer = {
    "temperature": "identity",
    "rain": "softmax",
    "scores": "identity",
    "digit": "softmax",
    "tags": "sigmoid",
}
