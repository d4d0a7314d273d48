"""Sigmoid for a temperature, which can't leave 0 to 1 then.

fails: output_layer
points: 1
section: Output layer
hint: Which temperatures could your network never foretell?
hint: Look at notebook 05, section 5: such an error has a floor.
hint: A target that may be any number must not be squashed.
"""

output_layer = {
    "temperature": "sigmoid",
    "rain": "sigmoid",
    "scores": "identity",
    "digit": "softmax",
    "tags": "sigmoid",
}
