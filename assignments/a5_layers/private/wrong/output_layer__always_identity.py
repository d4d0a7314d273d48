"""Identity for everything, as in the notes, also where probabilities are asked for.

fails: output_layer
points: 0
section: Output layer
hint: What does an output of 7 mean as a probability?
hint: The notes speak of scores and real targets only.
hint: Where a probability is due, something must bring the output between 0 and 1.
"""

output_layer = {
    "temperature": "identity",
    "rain": "identity",
    "scores": "identity",
    "digit": "identity",
    "tags": "identity",
}
