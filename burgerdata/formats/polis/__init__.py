"""Polis: the files of an exported conversation and the JSON of its API, all in the same columns."""
