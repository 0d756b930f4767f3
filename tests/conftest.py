"""What all tests share: a law is looked for without a clock, for a busy machine breaks none."""

from hypothesis import settings

settings.register_profile("zonder_klok", deadline=None)
settings.load_profile("zonder_klok")
