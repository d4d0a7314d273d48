"""The experiments: one small function for each row that can be measured.

A module for each topic.  Its ``EXPERIMENTS`` names the function of each row.  A function takes
the seeds, uses nothing but them for chance, and returns the figures that the ledger names
with the table behind them.
"""
