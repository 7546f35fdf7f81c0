"""Who may open what: every address, in both languages, by every role and every method.

`expectations` is the table to read and to change, `samples` makes what the addresses speak of, `test_matrix` asks.
"""
