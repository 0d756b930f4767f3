"""Coding software: REFI-QDA (ATLAS.ti, NVivo, MAXQDA, Quirkos, …), QualCoder and Taguette -> a Codeerproject."""
