"""The wanted share of dead units was given where a learning rate is asked for.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: What does your number mean, a rate or a share?
hint: The share is what comes out; the rate is what goes in.
hint: Put rates into train, look at the shares, and hand in the rate.
"""

chosen_learning_rate = 0.45
