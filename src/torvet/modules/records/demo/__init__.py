"""The demo municipality: the fictional Fjordby Kommune, its people, its cases and their papers as real
files.

Here: who works there (`people`), who writes to them (`cast`), the stories (`stories`), the drawing of
files (`pdf`,
`office`, `mail`), and the delivery folders (`delivery`). Not here: Django, tables, or any way round the
pipeline; what
this package writes is received like any other delivery.
"""

from .delivery import DemoDelivery, write_deliveries
from .people import DEPARTMENTS, PEOPLE, UNITS, DemoPerson, Department, Unit

__all__ = [
    "DEPARTMENTS",
    "PEOPLE",
    "UNITS",
    "DemoDelivery",
    "DemoPerson",
    "Department",
    "Unit",
    "write_deliveries",
]
