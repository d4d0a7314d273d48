"""Build the book: a site of plain files made from notebooks, ledger, guides and docstrings."""
