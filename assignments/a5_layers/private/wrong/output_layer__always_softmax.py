"""Softmax for everything, as if every network gave probabilities of classes.

fails: output_layer
points: 0
section: Output layer
hint: Must a temperature lie between 0 and 1?
hint: Softmax of a single score is always 1, whatever the score is.
hint: Ask of each task: any number or a probability, and do the outputs have to share a total of 1?
"""

output_layer = {
    "temperature": "softmax",
    "rain": "softmax",
    "scores": "softmax",
    "digit": "softmax",
    "tags": "softmax",
}
