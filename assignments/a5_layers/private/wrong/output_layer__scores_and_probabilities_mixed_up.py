"""Scores and probabilities of the ten digits have changed places.

fails: output_layer
points: 1
section: Output layer
hint: Which of the two tasks needs outputs that add up to 1?
hint: You see that the two differ; look again which is which.
hint: A score may be any number; a probability may not.
"""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "softmax",
    "digit": "identity",
    "tags": "sigmoid",
}
