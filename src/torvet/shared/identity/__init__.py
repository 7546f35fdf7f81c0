"""Who is logged in and what they may do.

Nouns: account (a local log-in), role (in code, readable by an official), role assignment (a role for a
department, from a day to a day), actor (whoever does something: an account, or the system itself), permission.
Log-in through MitID and the municipality's own provider is not here yet.
"""
