"""The robot that attacks us: invented personal data in every way of writing and every hiding place.

It goes to work on a shadow site: the same code and the same rules in a process of its own, with its own folder,
database and index. So nothing invented ever stands among real papers, and no page needs an exception for it.

`items` and `planting` make the papers, `delivery` hands them over, `shadow` is the other process, `looking` and
`traces` say what came out, `starting` runs all of it, `outcomes` and `timing` are plain data and rules. Deliberately
not here: what is done about an escape (`actions.watching`).
"""
