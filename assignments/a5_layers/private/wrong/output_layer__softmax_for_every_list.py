"""Softmax wherever there are several outputs, though only one of the three tasks shares a total of 1.

fails: output_layer
points: 1
section: Output layer
hint: For each of the three tasks: what do its outputs have to add up to?
hint: May a score be negative? May a photo show two animals?
hint: Several outputs alone are no reason for softmax; sharing a total of 1 is.
"""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "softmax",
    "digit": "softmax",
    "tags": "softmax",
}
