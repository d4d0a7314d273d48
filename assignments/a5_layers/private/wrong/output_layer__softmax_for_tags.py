"""Softmax for the tags, as if a photo could show only one animal.

fails: output_layer
points: 1
section: Output layer
hint: May two of the five probabilities both be near 1?
hint: Softmax makes outputs compete: if one grows, others shrink.
hint: Five separate yes-or-no questions do not share a total.
"""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "identity",
    "digit": "softmax",
    "tags": "softmax",
}
