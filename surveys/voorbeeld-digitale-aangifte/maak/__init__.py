"""Generator of the synthetic example: every file of the folder follows from one seed."""
