"""Columns that an instrument adds to a table before it is read, beside those of the source."""

GROEP = "_groep"
"""Session, table, place or group of the record."""
PERSONEN = "_personen"
"""Persons behind the record."""
TIJDSTIP = "_tijdstip"
"""Moment of the record."""
