"""What can be done to records: one function per verb, in the order a document travels.

Every function checks the permission, locks the row, asks the rules, writes, and records an audit event in the same
transaction. Doing a thing twice changes nothing.
"""
