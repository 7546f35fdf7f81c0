"""Who the municipality is: its name, its departments and their units, each valid in time.

Nouns: municipality, unit, department (a unit without a parent), ref (a pointer to anything in Torvet).
"""
