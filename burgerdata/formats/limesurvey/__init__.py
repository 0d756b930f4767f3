"""LimeSurvey: answers (CSV, Excel, VV), archives (.lsa, .lsr) and questionnaires (.lss, .lsg, .lsq)."""
