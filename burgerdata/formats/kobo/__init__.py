"""KoboToolbox and ODK: submissions (CSV, Excel with a sheet per repeat group) and their XLSForm."""
