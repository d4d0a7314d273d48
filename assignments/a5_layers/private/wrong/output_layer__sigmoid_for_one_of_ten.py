"""Separate sigmoids for ten digits of which exactly one is right.

fails: output_layer
points: 1
section: Output layer
hint: What do the ten outputs have to add up to?
hint: Ten sigmoids know nothing of each other.
hint: Which function makes several outputs share a total of 1?
"""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "identity",
    "digit": "sigmoid",
    "tags": "sigmoid",
}
