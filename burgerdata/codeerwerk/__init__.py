"""The workbooks of people who code: written for Excel, read back as codings, and never losing what was filled in.

``collect`` reads them for a traject, ``prepare`` is the verb `codeer`; what a workbook looks like is in ``layout``.
"""
